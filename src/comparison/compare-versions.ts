/** The acts of two versions of one text -> which appeared, vanished, weakened or hardened with the edit. */
import type { Act } from "../model/act.js";
import type { ActChange, Hunk } from "../model/change.js";
import { stemWords } from "./stem-words.js";

/** What an act that is told so is worth beside one told as a fact. */
const WEIGHT: Record<Act["veridicality"], number> = { asserted: 1, conditional: 0.6, unasserted: 0.3, negated: 0 };
/** A smaller difference is none that a reader would feel. */
const FELT = 0.05;
/** Share of stems that two clauses have in common, from which on they are taken for one clause rewritten. */
const ALIKE = 0.34;
/** Being about the same matter counts as much as this share of words. */
const SAME_ISSUE = 0.15;

/** In the order of the text; acts whose words the edit left alone are no change. */
export function compareVersions(before: readonly Act[], after: readonly Act[], hunks: readonly Hunk[]): ActChange[] {
  const old = before.filter((act) => hunks.some((hunk) => touches(act, hunk.before)));
  const fresh = after.filter((act) => hunks.some((hunk) => touches(act, hunk.after)));
  const pairs = pairUp(old, fresh);
  const paired = new Set(pairs.flat());
  const changes = [
    ...pairs.map(([a, b]) => changeOf(a, b)).filter((change) => change !== null),
    ...old.filter((act) => !paired.has(act)).map((act) => single("vanished", act)),
    ...fresh.filter((act) => !paired.has(act)).map((act) => single("appeared", act)),
  ];
  return changes.sort((a, b) => (a.after ?? a.before)!.start - (b.after ?? b.before)!.start);
}

/** An edit that only puts words in is an empty span before: it touches the act around it. */
function touches(act: Act, { start, end }: Hunk["before"]): boolean {
  return act.start <= end && start <= act.end;
}

/** The most alike first, each act once. */
function pairUp(old: readonly Act[], fresh: readonly Act[]): [Act, Act][] {
  const all = old.flatMap((a) => fresh.map((b) => ({ a, b, alike: alikeness(a, b) })));
  const taken = new Set<Act>();
  return all
    .filter(({ alike }) => alike >= ALIKE)
    .sort((x, y) => y.alike - x.alike)
    .flatMap(({ a, b }): [Act, Act][] => {
      if (taken.has(a) || taken.has(b)) return [];
      taken.add(a).add(b);
      return [[a, b]];
    });
}

function alikeness(a: Act, b: Act): number {
  const [x, y] = [new Set(stemWords(a.quote)), new Set(stemWords(b.quote))];
  const shared = [...x].filter((stem) => y.has(stem)).length;
  const words = shared / Math.max(1, x.size + y.size - shared);
  return words + (a.issues.some((issue) => b.issues.includes(issue)) ? SAME_ISSUE : 0) + (a.act === b.act ? FELT : 0);
}

function changeOf(before: Act, after: Act): ActChange | null {
  const gain = force(after) - force(before);
  const fields = fieldsThatDiffer(before, after);
  const kind = Math.abs(gain) >= FELT ? (gain > 0 ? "hardened" : "weakened") : "changed";
  if (kind === "changed" && fields.length === 0) return null;
  return { kind, issues: issuesOf(before, after), before: at(before), after: at(after), fields };
}

function force({ strength, veridicality }: Act): number {
  return strength * WEIGHT[veridicality];
}

function fieldsThatDiffer(before: Act, after: Act): string[] {
  const scope = (["targets", "area", "parties", "start", "durationDays", "quantity", "exceptions"] as const).filter(
    (field) => JSON.stringify(before.scope[field]) !== JSON.stringify(after.scope[field]),
  );
  const own = (["act", "veridicality", "actors", "recipients"] as const).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  const condition = before.condition?.quote !== after.condition?.quote ? ["condition"] : [];
  return [...own, ...scope, ...condition];
}

function single(kind: "appeared" | "vanished", act: Act): ActChange {
  const [before, after] = kind === "vanished" ? [at(act), null] : [null, at(act)];
  return { kind, issues: act.issues, before, after, fields: [] };
}

function issuesOf(before: Act, after: Act): string[] {
  return [...new Set([...before.issues, ...after.issues])];
}

function at({ start, end, quote, act, veridicality, strength }: Act) {
  return { start, end, quote, act, veridicality, strength };
}
