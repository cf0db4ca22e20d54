/** Two editions of a page -> what differs between them, part by part and word by word. */
import { diffWords } from "diff";
import { type Edition, SECTIONS } from "../../model/explainer.js";
import type { Reader } from "../reader.js";
import { shownLines } from "./shown.js";

interface EditionDiffProps {
  /** Missing before the first. */
  before: Edition | undefined;
  after: Edition;
  reader: Reader;
  heading: "h2" | "h3";
}

export function EditionDiff({ before, after, reader, heading: Heading }: EditionDiffProps) {
  const [old, now] = [before ? partsOf(before) : {}, partsOf(after)];
  const changed = PARTS.filter((part) => (old[part] ?? "") !== (now[part] ?? ""));
  if (changed.length === 0) return <p class="empty">{reader.t("nothing-changed")}</p>;
  return (
    <>
      {changed.map((part) => (
        <section class="change" key={part}>
          <Heading>{reader.t(SECTIONS.includes(part as never) ? `section-${part}` : `write-${part}`)}</Heading>
          <p class="diff" dir="auto">
            {diffWords(old[part] ?? "", now[part] ?? "").map(({ value, added, removed }, at) => {
              const words = shownLines(value);
              if (added) return <ins key={at}>{words}</ins>;
              return removed ? <del key={at}>{words}</del> : words;
            })}
          </p>
        </section>
      ))}
    </>
  );
}

const PARTS = ["headline", "standfirst", "byline", "agencies", "picture", ...SECTIONS] as const;

function partsOf(edition: Edition): Partial<Record<(typeof PARTS)[number], string>> {
  const { headline, standfirst, byline, agencies, picture, words } = edition;
  return {
    headline: headline ?? "",
    standfirst: standfirst ?? "",
    byline: byline ?? "",
    agencies: agencies.join(", "),
    picture: picture ? [picture.alt, picture.caption, picture.credit, picture.url].join(" · ") : "",
    ...words,
  };
}
