/** A report against the sides' accounts -> where it widens, hardens, reverses what they say, with both sets of words. */
import type { DriftReport } from "../../model/drift.js";
import type { Explainer } from "../../model/explainer.js";
import { type DriftRow, driftRows } from "../../publish/drift-rows.js";
import type { Names } from "../../publish/names.js";
import { nameSources } from "../parts/line.js";
import { shown } from "../parts/shown.js";
import type { Reader } from "../reader.js";

interface DriftProps {
  drift: DriftReport;
  explainer: Explainer;
  names: Names;
  reader: Reader;
}

/** What a report leaves out or has from elsewhere is no fault of it, and not shown. */
export function ReportDrift({ drift, explainer, names, reader }: DriftProps) {
  const { t } = reader;
  const rows = driftRows(drift).filter(({ kind }) => kind !== "drops" && kind !== "adds");
  return (
    <section class="drift">
      <h3 class="group-title">{t("drift-title")}</h3>
      {rows.length === 0 ? <p class="empty">{t("drift-none")}</p> : <p class="facts">{t("drift-lead")}</p>}
      <ul>
        {rows.map((row) => (
          <DriftItem row={row} {...{ explainer, names, reader }} key={`${row.kind}${row.from}${row.item}`} />
        ))}
      </ul>
    </section>
  );
}

/** Sentences of the comparison name parties by id: "has FRA act" -> "has France act". */
function nameActors(sentence: string, names: Names): string {
  return sentence.replace(/\b[A-Z]{3}(?::[a-z-]+)?\b/g, (id) => names.actor(id));
}

function DriftItem({ row, explainer, names, reader }: Omit<DriftProps, "drift"> & { row: DriftRow }) {
  const { t } = reader;
  const source = explainer.sources.find(({ id }) => id === row.from)?.name ?? row.from;
  return (
    <li>
      <p>
        <b>{t(`drift-${row.kind}`)}</b>{" "}
        <span lang="en" dir="auto">
          {shown(nameActors(nameSources(row.because, explainer), names))}
        </span>
      </p>
      {[
        { who: t("drift-report"), words: row.report },
        { who: shown(source), words: row.readout },
      ]
        .filter(({ words }) => words !== "")
        .map(({ who, words }) => (
          <p class="facts" key={who}>
            {who}:{" "}
            <q lang="en" dir="auto">
              {shown(words)}
            </q>
          </p>
        ))}
    </li>
  );
}
