/** Two aligned candidates -> the fields in which they differ, each with the words on either side and one plain sentence. */
import type { Act } from "../model/act.js";
import type { Difference } from "../model/comparison.js";
import type { Candidate } from "./cluster-acts.js";
import { classOf } from "./commitment-class.js";
import { type Figure, findFigures } from "./figures.js";
import { knowsName, namesOf } from "./names.js";
import { compareSets, type SetRelation, type TargetTree } from "./target-tree.js";

/** What a difference bears on; the relation of an item follows from the gravest. */
export type Bearing = "contradiction" | "scope" | "strength";

export interface Found {
  bearing: Bearing;
  difference: Difference;
}

/** One side of a comparison: the candidate and the whole text it stands in. */
export interface Side {
  candidate: Candidate;
  text: string;
}

/** Differences of a pair, the same whichever side comes first. `in` is the side that says more or narrower. */
export function findDifferences(one: Side, two: Side, targets: TargetTree): Found[] {
  const [a, b] = contentKey(one.candidate) <= contentKey(two.candidate) ? [one, two] : [two, one];
  const alike = classOf(a.candidate.main) === classOf(b.candidate.main);
  const found = [strengthDiffers(a, b), targetsDiffer(a, b, targets), actorsDiffer(a, b), ...figuresDiffer(a, b), nameDiffers(a, b), nameDiffers(b, a)];
  return found.filter((f) => f !== null).filter((f) => alike || f.bearing !== "scope");
}

/** Orders candidates by what they say, never by the id or place of their source. */
export function contentKey(candidate: Candidate): string {
  return candidate.spans.map((span) => `${span.quote}@${span.start}`).join("|");
}

function difference(bearing: Bearing, field: string, kind: string, [x, xWords]: [Side, string], [y, yWords]: [Side, string], because: string): Found {
  const [inId, thanId] = [x.candidate.source, y.candidate.source];
  return { bearing, difference: { field, kind, in: inId, than: thanId, because, [inId]: xWords, [thanId]: yWords } };
}

function strengthDiffers(a: Side, b: Side): Found | null {
  const [x, y] = [a.candidate.main, b.candidate.main];
  const apart = classOf(x) !== classOf(y);
  if (!apart && Math.abs(x.strength - y.strength) < 0.3) return null;
  const [strong, weak] = x.strength > y.strength || (x.strength === y.strength && x.act < y.act) ? [a, b] : [b, a];
  const [sWords, wWords] = [actWords(strong.candidate.main), actWords(weak.candidate.main)];
  const because = `${strong.candidate.source} has it as ${strong.candidate.main.act} (“${sWords}”), ${weak.candidate.source} as ${weak.candidate.main.act} (“${wWords}”).`;
  return difference("strength", "act", "stronger", [strong, sWords], [weak, wWords], because);
}

function actWords(act: Act): string {
  return act.trigger.quote || act.quote.slice(0, 60);
}

function targetsDiffer(a: Side, b: Side, tree: TargetTree): Found | null {
  const [x, y] = [a, b].map((side) => unite(side.candidate.acts.map((act) => act.scope.targets))) as [string[], string[]];
  return setsDiffer("targets", "covers", a, b, x, y, tree.compare(x, y));
}

function setsDiffer(field: string, verb: string, a: Side, b: Side, x: string[], y: string[], relation: SetRelation): Found | null {
  if (relation === "equal" || relation === "unstated") return null;
  const [narrow, wide, nWords, wWords] = relation === "broader" ? [b, a, y, x] : [a, b, x, y];
  const kind = relation === "disjoint" || relation === "overlapping" ? "different" : "narrower";
  const because = `${narrow.candidate.source} ${verb} ${nWords.join(", ")}, ${wide.candidate.source} ${verb} ${wWords.join(", ")}.`;
  return difference("scope", field, kind, [narrow, nWords.join(", ")], [wide, wWords.join(", ")], because);
}

/** Who binds himself: one side where the other text has several is narrower; two different ones see it from two ends. */
function actorsDiffer(a: Side, b: Side): Found | null {
  if (classOf(a.candidate.main) === "talk" || classOf(b.candidate.main) === "talk") return null;
  const [x, y] = [a, b].map((side) => unite([side.candidate.main.actors.map(sideOf).filter((id) => id !== "?")])) as [string[], string[]];
  const relation = compareSets(x, y);
  return relation === "narrower" || relation === "broader" ? setsDiffer("actors", "has as acting", a, b, x, y, relation) : null;
}

function sideOf(actor: string): string {
  return actor.split(":")[0]!;
}

function unite(lists: string[][]): string[] {
  return [...new Set(lists.flat())].sort();
}

const FIELDS: Record<Figure["kind"], string> = { money: "quantity", count: "quantity", duration: "duration", date: "time", when: "time" };

function figuresDiffer(a: Side, b: Side): Found[] {
  const [x, y] = [a, b].map((side) => findFigures(side.candidate.spans.map((span) => span.quote).join(" "))) as [Figure[], Figure[]];
  return (["quantity", "duration", "time"] as const).flatMap((field) => {
    const [mine, theirs] = [x, y].map((figures) => figures.filter((figure) => FIELDS[figure.kind] === field)) as [Figure[], Figure[]];
    return figureDiffers(field, a, b, mine, theirs) ?? [];
  });
}

function figureDiffers(field: string, a: Side, b: Side, x: Figure[], y: Figure[]): Found | null {
  const onlyX = x.filter((figure) => !y.some((other) => other.value === figure.value));
  const onlyY = y.filter((figure) => !x.some((other) => other.value === figure.value));
  if (onlyX.length === 0 && onlyY.length === 0) return null;
  const [xWords, yWords] = [onlyX, onlyY].map((figures) => figures.map((figure) => figure.words).join(", ")) as [string, string];
  if (onlyX.length && onlyY.length) {
    return difference("scope", field, "different", [a, xWords], [b, yWords], `${a.candidate.source} says “${xWords}”, ${b.candidate.source} says “${yWords}”.`);
  }
  const [full, bare, words] = onlyX.length ? [a, b, xWords] : [b, a, yWords];
  return difference("scope", field, "narrower", [full, words], [bare, ""], `Only ${full.candidate.source} says “${words}”.`);
}

/** A body, place or instrument that one clause names and the whole of the other text does not. */
function nameDiffers(full: Side, bare: Side): Found | null {
  const names = namesOf(full.candidate.spans.map((span) => span.quote)).filter((name) => !knowsName(bare.text, name));
  if (names.length === 0) return null;
  const words = names.join(", ");
  return difference("scope", "named", "narrower", [full, words], [bare, ""], `Only ${full.candidate.source} names ${words}.`);
}
