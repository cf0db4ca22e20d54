/** An item of a comparison of voices -> how the sides of the contact stand to each other in it, as the report has it. */
import type { Comparison, Difference, Item, ItemSource, UnattributedTerm } from "../model/comparison.js";
import type { Voice } from "./split-voices.js";

/**
 * Fields in which the reporter's own words are set against a side's. In scope they are not: one text calls one thing by
 * many names; nor do its topics ("discussed a truce, aid and trade") say less than a side does.
 */
const JUDGED = new Set(["act", "veridicality"]);
const TALK = new Set(["discussed", "informed", "expressed"]);
const BINDING = new Set(["agreed", "accepted", "ordered", "pledged"]);

/** The comparison with `standing`, the reporter's own terms, and the voices' names. */
export function withStandings(comparison: Comparison, voices: readonly Voice[]): Comparison {
  const about = new Map(voices.map(({ document, kind, name }) => [document.id, { kind, name }]));
  return {
    ...comparison,
    sources: comparison.sources.map((source) => ({ ...source, voice: about.get(source.id)! })),
    items: comparison.items.map((item) => withStanding(item, voices)),
  };
}

function withStanding(item: Item, voices: readonly Voice[]): Item {
  const told = voices.filter(({ document }) => item.sources[document.id]);
  const reporter = told.find(({ kind }) => kind === "reporter")?.document.id;
  const sides = told.filter(({ kind }) => kind === "side").map(({ document }) => document.id);
  const found = item.differences.filter((difference) => counts(difference, item, reporter));
  const joint = reporter !== undefined && sides.length === 1 ? oneSided(found, item, reporter, sides[0]!) : null;
  const differences = joint ? [...found, joint] : found;
  const between = differences.filter(({ in: a, than: b }) =>
    [a, b].every((id) => id === reporter || sides.includes(id)),
  );
  return {
    ...item,
    differences,
    relation: relationOf(differences, told, voices),
    standing: refusedBy(item, voices, reporter) ?? standingOf(between, sides, reporter),
    unattributed: reporter === undefined || sides.length === 0 ? [] : termsOf(item, reporter, voices),
  };
}

/** Differences between the reporter's words and a voice's count in what was done, and where the reporter binds somebody. */
function counts({ field, in: a, than: b }: Difference, { sources }: Item, reporter: string | undefined): boolean {
  if (reporter === undefined || (a !== reporter && b !== reporter)) return true;
  return JUDGED.has(field) && !TALK.has(sources[reporter]!.act);
}

function relationOf(differences: readonly Difference[], told: readonly Voice[], voices: readonly Voice[]): string {
  const ids = told.map(({ document }) => document.id);
  if (ids.length === 1) return `only:${ids[0]}`;
  return gravestOf(differences) ?? (ids.length === voices.length ? "both" : `some:${ids.join(",")}`);
}

function standingOf(between: readonly Difference[], sides: readonly string[], reporter: string | undefined): string {
  if (sides.length === 0) return reporter === undefined ? "others" : "unattributed";
  return gravestOf(between) ?? (sides.length === 1 ? `only:${sides[0]}` : "both");
}

function gravestOf(differences: readonly Difference[]): string | undefined {
  return ["contradicts", "scope-differs", "strength-differs"].find((kind) =>
    differences.some((difference) => kindOf(difference) === kind),
  );
}

function kindOf({ field }: Difference): string {
  if (field === "veridicality") return "contradicts";
  return field === "act" ? "strength-differs" : "scope-differs";
}

/** `refused:ID` where the report itself, or the side's own voice, tells that the side did not accept. */
function refusedBy({ sources }: Item, voices: readonly Voice[], reporter: string | undefined): string | null {
  const sides = voices.filter(({ kind }) => kind === "side");
  for (const { document } of sides) {
    const tellers = [reporter, document.id].flatMap((id) => (id && sources[id] ? [sources[id]] : []));
    const isTheirs = ({ actors }: ItemSource) =>
      actors.length > 0 && actors.every((id) => document.parties.includes(id.split(":")[0]!));
    if (tellers.some((told) => isRefusal(told) && isTheirs(told))) return `refused:${document.id}`;
  }
  return null;
}

function isRefusal({ act, veridicality }: ItemSource): boolean {
  if (veridicality === "asserted") return act === "rejected";
  return veridicality === "negated" && (act === "accepted" || act === "agreed" || act === "supported");
}

/** The reporter tells of an agreement, the side of an act of its own that binds it alone. */
function oneSided(found: readonly Difference[], item: Item, reporter: string, side: string): Difference | null {
  const [whole, part] = [item.sources[reporter]!, item.sources[side]!];
  const states = new Set(part.actors.map((id) => id.split(":")[0]));
  if (found.some(({ field }) => field === "act") || whole.act !== "agreed") return null;
  if (part.act === "agreed" || !BINDING.has(part.act) || states.size !== 1) return null;
  const because = `${reporter} tells of an agreement, ${side} of what one side did: it ${part.act}.`;
  return { field: "act", kind: "stronger", in: reporter, than: side, because, [reporter]: whole.act, [side]: part.act };
}

/** Figures that the reporter's words carry and none of the sides' on the same matter do: laid to nobody. */
function termsOf({ sources }: Item, reporter: string, voices: readonly Voice[]): UnattributedTerm[] {
  const actsOf = ({ document, acts }: Voice) =>
    acts.filter((act) => sources[document.id]?.spans.some(({ start, end }) => act.start < end && start < act.end));
  const own = voices.filter(({ document }) => document.id === reporter).flatMap(actsOf);
  const theirs = voices.filter(({ kind }) => kind === "side").flatMap(actsOf);
  return (["durationDays", "quantity"] as const).flatMap((field) => {
    const said = new Set(theirs.map(({ scope }) => scope[field]));
    const alone = [...new Set(own.map(({ scope }) => scope[field]))].filter(
      (value) => value !== null && !said.has(value),
    );
    return alone.map((value) => ({ field, words: field === "durationDays" ? `${value} days` : `${value}` }));
  });
}
