/** A dossier that an editor has gone through -> the files of a marked event, by which the next engine is measured. */
import type { CorrectedEvent } from "../evaluation/write-marks.js";
import type { Act } from "../model/act.js";
import type { Document } from "../model/document.js";
import type { Edition } from "../model/explainer.js";
import { displayNames } from "../pipeline.js";
import { markedEventFiles } from "../pipeline-evaluation.js";
import { comparisonOf } from "./kept-comparisons.js";
import { sidesOfDossier } from "./sides-of-dossier.js";

export interface MarkedDossier {
  id: string;
  title: string;
  documents: readonly Document[];
  /** Those that an editor has confirmed. */
  acts: readonly Act[];
  edition: Edition;
}

/** File name -> content. Lines as the comparison of the confirmed acts has them; `cue` is the first words of each. */
export function marksOfDossier({ id, title, edition, ...record }: MarkedDossier): Map<string, string> {
  const names = displayNames();
  const { acts } = record;
  const { sides: documents } = sidesOfDossier(record.documents, acts, edition);
  const sources = documents.map((document) => ({ document, acts: acts.filter((act) => act.document === document.id) }));
  const { items } = comparisonOf(sources);
  const published = documents.flatMap((document) => document.published ?? []).sort();
  const event: CorrectedEvent = {
    id,
    title,
    date: published[0] ?? "",
    sources: documents.map(({ id: source, text, parties, publisher, complete, translated, source: from }) => ({
      id: source,
      party: parties[0] ?? publisher ?? source,
      text,
      complete,
      translated,
      ...(/^https?:/.test(from) ? { url: from } : {}),
    })),
    items: items.map(({ id: item, label, relation, sources: sides }) => ({
      id: item,
      issue: label,
      relation,
      sources: Object.fromEntries(
        Object.entries(sides).map(([source, side]) => [source, side && sideOf(side, names.actor)]),
      ),
    })),
  };
  return markedEventFiles(event);
}

type Side = NonNullable<ReturnType<typeof comparisonOf>["items"][number]["sources"][string]>;

function sideOf({ act, actors, spans }: Side, nameOf: (id: string) => string) {
  const { start, end } = spans[0]!;
  const who = actors.filter((id) => id !== "?").map(nameOf);
  return { act, start, end, ...(who.length > 0 ? { who: who.join(", ") } : {}) };
}
