/** A line -> its place in the rail beside the texts: subject, relation, in what the texts differ, and each source's act. */
import type { Explainer, LineView } from "../../model/explainer.js";
import { nameSources, PointLinks, relationWords } from "../parts/line.js";
import { RelationGlyph } from "../parts/relation-glyph.js";
import { shown } from "../parts/shown.js";
import { actSentence } from "../parts/side.js";
import { Strength } from "../parts/strength.js";
import type { Reader } from "../reader.js";

interface RailItemProps {
  line: LineView;
  filter: string;
  explainer: Explainer;
  reader: Reader;
}

export function RailItem({ line, filter, explainer, reader }: RailItemProps) {
  const { sources } = explainer;
  return (
    <li
      class={`rail-item k-${line.kind} n${line.number}`}
      id={`i${line.number}`}
      data-i={line.number}
      data-filter={filter}
    >
      <a class="choose" href={`#i${line.number}`}>
        <span class="number">{line.number}</span>
        <span class="subject" lang="en" dir="ltr">
          {shown(line.subject)}
        </span>
        <span class="relation">
          <RelationGlyph line={line} sources={sources} />
          {relationWords(line, explainer, reader)}
        </span>
      </a>
      <div class="open">
        {line.differences.map((difference) => (
          <p class="difference" lang="en" dir="ltr" key={difference}>
            {shown(nameSources(difference, explainer))}
          </p>
        ))}
        {line.sides.map((side) => {
          const at = sources.findIndex(({ id }) => id === side.source);
          return (
            <p class="in-text" key={side.source}>
              <a href={`#w${at}-${line.number}`} data-pane={at}>
                {shown(sources[at]!.name)}
              </a>{" "}
              {actSentence(side, reader)} <Strength strength={side.strength} reader={reader} />
            </p>
          );
        })}
        <PointLinks number={line.number} anchor="i" dossier={explainer.dossier} reader={reader} />
      </div>
    </li>
  );
}
