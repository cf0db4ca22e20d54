/** Acts of those who were not on the line -> what each of them says, and which points of the comparison it bears on. */
import type { Act } from "../../model/act.js";
import type { Comparison } from "../../model/comparison.js";
import type { Document } from "../../model/document.js";
import type { LineView, OtherKind, OtherView, StatementView } from "../../model/explainer.js";
import type { Names } from "../names.js";
import { around } from "./line-views.js";

/** A party's own text, or one voice in a report, with its acts. */
export interface OtherRecord {
  name: string;
  kind: OtherKind;
  document: Document;
  acts: readonly Act[];
}

/** Greetings and asides of others are no news; the same measure as for points of a comparison. */
const LEAST_WEIGHT = 0.3;

/** Those who say nothing of weight are left out; statements in the order of the text. */
export function otherViews(
  others: readonly OtherRecord[],
  { comparison, lines }: { comparison: Comparison; lines: readonly LineView[] },
  names: Names,
): OtherView[] {
  const numbers = new Map(lines.map(({ id, number }) => [id, number]));
  const onMatterOf = ({ issues }: Act) =>
    comparison.items
      .filter((item) => item.issues.some((issue) => issues.includes(issue)))
      .flatMap(({ id }) => numbers.get(id) ?? [])
      .sort((a, b) => a - b);
  return others
    .map(({ name, kind, document, acts }) => ({
      name,
      kind,
      source: document.id,
      statements: oneAClause(acts).map((act) => statementView(act, document, names, onMatterOf(act))),
    }))
    .filter(({ statements }) => statements.length > 0);
}

/** Acts of one clause say one thing; the first of them, which governs it, stands for all. */
function oneAClause(acts: readonly Act[]): Act[] {
  const seen = new Set<number>();
  return [...acts]
    .filter(({ weight }) => weight >= LEAST_WEIGHT)
    .sort((a, b) => a.start - b.start || b.strength - a.strength)
    .filter(({ clause }) => !seen.has(clause) && seen.add(clause));
}

function statementView(act: Act, { id, text }: Document, names: Names, lines: number[]): StatementView {
  const subjects = act.issues.map(names.issue);
  return {
    source: id,
    subject: subjects[0] ?? "",
    act: act.act,
    veridicality: act.veridicality,
    actors: act.actors.map((actor) => (actor === "?" ? actor : names.actor(actor))),
    voices: [],
    strength: act.strength,
    quotes: [{ ...around(text, act), quote: act.quote }],
    lines,
  };
}
