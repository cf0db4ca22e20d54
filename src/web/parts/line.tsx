/** One point of a dossier -> its heading, how the texts relate on it, in what they differ, and each side's words. */
import type { Explainer, LineView } from "../../model/explainer.js";
import type { Reader } from "../reader.js";
import { RelationGlyph } from "./relation-glyph.js";
import { shown } from "./shown.js";
import { Side } from "./side.js";

interface LineProps {
  line: LineView;
  explainer: Explainer;
  reader: Reader;
  /** Prefix of the anchor, where the same line stands in two places of one page. */
  anchor?: string;
  heading?: "h2" | "h3";
  /** With links to the point itself; false inside of frames. */
  linked?: boolean;
}

export function Line({ line, explainer, reader, anchor = "i", heading: Heading = "h3", linked = true }: LineProps) {
  const { dossier, sources } = explainer;
  const { t, link } = reader;
  return (
    <article class={`line k-${line.kind}`} id={`${anchor}${line.number}`}>
      <header>
        <Heading>
          <a
            class="permalink"
            href={link(`/dossiers/${dossier}/side-by-side/#i${line.number}`)}
            title={t("show-in-texts")}
          >
            <span class="number">{line.number}</span>
            <span lang="en" dir="ltr">
              {shown(line.subject)}
            </span>
          </a>
        </Heading>
        <p class="relation">
          <RelationGlyph line={line} sources={sources} />
          {relationWords(line, explainer, reader)}
        </p>
      </header>
      {line.differences.length > 0 && (
        <ul class="differences" lang="en" dir="ltr">
          {line.differences.map((difference) => (
            <li key={difference}>{shown(nameSources(difference, explainer))}</li>
          ))}
        </ul>
      )}
      <div class="sides" data-sides={line.sides.length}>
        {line.sides.map((side) => (
          <Side
            side={side}
            source={sources.find(({ id }) => id === side.source)!}
            dossier={dossier}
            reader={reader}
            key={side.source}
          />
        ))}
      </div>
      {linked && <PointLinks number={line.number} anchor={anchor} dossier={dossier} reader={reader} />}
    </article>
  );
}

interface PointLinksProps {
  number: number;
  anchor: string;
  dossier: string;
  reader: Reader;
}

/** The point's own address, which a script copies, and the frame in which it can stand elsewhere. */
export function PointLinks({ number, anchor, dossier, reader: { t, link } }: PointLinksProps) {
  return (
    <p class="point-links">
      <a href={`#${anchor}${number}`} data-copy={t("copied")}>
        {t("link-to-point")}
      </a>
      <a href={link(`/dossiers/${dossier}/embed/#e${number}`)}>{t("embed-point")}</a>
    </p>
  );
}

/** "Both say", "Told differently: scope", "Only the Kremlin". */
export function relationWords(
  { kind, relation, sides }: LineView,
  { sources }: Explainer,
  { t, list }: Reader,
): string {
  const names = sides.map(({ source }) => shown(sources.find(({ id }) => id === source)?.name ?? source));
  if (kind === "only") return t("relation-only", { source: names.join() });
  if (kind === "some") return t("relation-some", { sources: list(names) });
  if (kind === "both") return t("relation-both", { count: sources.length });
  return t(`relation-${relation}`);
}

/** Sentences of the comparison name sources by id, outside of quotation marks: "us covers …" -> "White House covers …". */
export function nameSources(sentence: string, { sources }: Explainer): string {
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  const pieces = sentence.split(/(“[^”]*”)/);
  return pieces
    .map((piece) =>
      piece.startsWith("“") ? piece : piece.replace(/[a-z][a-z0-9-]*/g, (word) => names.get(word) ?? word),
    )
    .join("");
}
