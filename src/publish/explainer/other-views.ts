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
  // By what each is about first: most texts touch "talks" or "relations" somewhere.
  const onMatterOf = ({ issues: [matter] }: Act) =>
    comparison.items
      .filter(({ issues }) => matter !== undefined && issues[0] === matter)
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

/** Acts of one clause say one thing: the first, which governs it, stands for all, and for those inside of its words. */
function oneAClause(acts: readonly Act[]): Act[] {
  const kept: Act[] = [];
  for (const act of [...acts].sort((a, b) => a.start - b.start || b.end - a.end || b.strength - a.strength)) {
    const said = kept.some(
      (other) => other.clause === act.clause || (other.start <= act.start && act.end <= other.end),
    );
    if (act.weight >= LEAST_WEIGHT && !said) kept.push(act);
  }
  return kept;
}

function statementView(act: Act, { id, text }: Document, names: Names, lines: number[]): StatementView {
  const subjects = act.issues.map(names.issue);
  const actors = act.actors.map((actor) => (actor === "?" ? actor : names.actor(actor)));
  return {
    source: id,
    subject: subjects[0] ?? "",
    act: act.act,
    veridicality: act.veridicality,
    actors,
    voices: act.attribution.slice(1).filter((voice) => !actors.includes(voice)),
    strength: act.strength,
    quotes: [{ ...around(text, act), quote: act.quote }],
    lines,
  };
}
