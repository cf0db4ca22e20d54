/** All lines of a dossier -> the picture at its head: one square a point, in rows by how the texts relate. */
import type { Explainer, LineView } from "../../model/explainer.js";
import type { Reader } from "../reader.js";
import { relationWords } from "./line.js";
import { RelationGlyph } from "./relation-glyph.js";
import { shown } from "./shown.js";

interface PointsPictureProps {
  explainer: Explainer;
  reader: Reader;
}

/** A row's key is its relation; strength and scope are both "told differently". */
interface Row {
  key: string;
  lines: LineView[];
}

export function PointsPicture({ explainer, reader }: PointsPictureProps) {
  const { t, number } = reader;
  const rows = rowsOf(explainer.lines);
  const most = Math.max(...rows.map(({ lines }) => lines.length), 1);
  return (
    <figure class="points">
      <figcaption class="points-title">
        {t("points-title", { points: explainer.lines.length, texts: explainer.sources.length })}
      </figcaption>
      <ol class="rows">
        {rows.map(({ key, lines }) => (
          <li class={`row k-${lines[0]!.kind}`} key={key}>
            <p class="row-title">
              <RelationGlyph line={lines[0]!} sources={explainer.sources} />
              {lines[0]!.kind === "differs" ? t("relation-differs") : relationWords(lines[0]!, explainer, reader)}
            </p>
            <p class="units" data-most={most}>
              {lines.map((line) => (
                <a
                  href={reader.link(`/dossiers/${explainer.dossier}/side-by-side/#i${line.number}`)}
                  title={shown(line.subject)}
                  key={line.number}
                >
                  {line.number}
                </a>
              ))}
            </p>
            <p class="count">{number(lines.length)}</p>
          </li>
        ))}
      </ol>
      <p class="credit">{t("points-credit")}</p>
    </figure>
  );
}

function rowsOf(lines: readonly LineView[]): Row[] {
  const rows = new Map<string, LineView[]>();
  for (const line of lines) {
    const key = line.kind === "differs" ? line.kind : line.relation;
    rows.set(key, [...(rows.get(key) ?? []), line]);
  }
  return [...rows].map(([key, those]) => ({ key, lines: those }));
}
