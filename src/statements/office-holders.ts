/** An office and a date -> who held it; names and hints -> which catalogued person is meant. */
import type { Gazetteer, Term } from "./gazetteer.js";

/**
 * The person who held the office on the date (partial: `2021`, `2021-05`); null where the catalogue knows nobody, or
 * several at a time, or the date is null. On the day of a change it is the newcomer.
 */
export function holderAt(gazetteer: Gazetteer, office: string, date: string | null): string | null {
  if (date === null) return null;
  const active = (gazetteer.offices.get(office)?.terms ?? []).filter((term) => heldOn(term, date));
  const last = active.at(-1);
  if (!last) return null;
  const succession = active.every((term, i) => i === 0 || (active[i - 1]!.to ?? "9999") <= term.from);
  return succession ? last.person : null;
}

/** True where the stretch includes the date, compared at the coarser precision of the two. */
export function heldOn({ from, to }: Term, date: string): boolean {
  return compare(from, date) <= 0 && (to === null || compare(date, to) <= 0);
}

function compare(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  const [x, y] = [a.slice(0, length), b.slice(0, length)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Offices of a state in a role: the role itself, or what a wider word covers ("leader", "minister", "secretary"). */
export function officesOf(gazetteer: Gazetteer, state: string, role: string): readonly string[] {
  const exact = gazetteer.officesByRole.get(`${state}:${role}`);
  if (exact) return exact;
  if (role === "prime-minister") return gazetteer.officesByRole.get(`${state}:chancellor`) ?? [];
  return [];
}

const LEADERS = new Set(
  (
    "president prime-minister chancellor monarch crown-prince supreme-leader leader general-secretary " +
    "chief-adviser"
  ).split(" "),
);

/** True where an office of role `held` may be called by the role word `wanted`: a president is a leader. */
export function roleCovers(wanted: string, held: string): boolean {
  if (wanted === held || wanted === "counterpart") return true;
  if (wanted === "leader" || wanted === "head-of-state") return LEADERS.has(held);
  if (wanted === "minister") return held.endsWith("minister");
  if (wanted === "secretary")
    return [
      "foreign-minister",
      "defence-minister",
      "finance-minister",
      "secretary-general",
      "foreign-secretary",
    ].includes(held);
  if (wanted === "director") return held.endsWith("chief") || held.includes("director");
  if (wanted === "chairperson") return held.startsWith("chair") || held === "president";
  return false;
}

/** What the words around a name say of who it is. */
export interface Hints {
  state: string | null;
  role: string | null;
  date: string | null;
}

/**
 * The best of several catalogued persons under hints; null where two fit alike. In order: state, then role at the date,
 * then office at the date, then role at any time.
 */
export function choosePerson(gazetteer: Gazetteer, ids: readonly string[], hints: Hints): string | null {
  const scored = ids.map((id) => ({ id, score: scoreOf(gazetteer, id, hints) })).sort((a, b) => b.score - a.score);
  if (scored.length === 0) return null;
  return scored.length === 1 || scored[0]!.score > scored[1]!.score ? scored[0]!.id : null;
}

function scoreOf(gazetteer: Gazetteer, id: string, { state, role, date }: Hints): number {
  const person = gazetteer.persons.get(id);
  if (!person) return -1;
  const roleOf = (term: Term): string => gazetteer.offices.get(term.office)?.role ?? "";
  const inRole = role === null ? [] : person.terms.filter((term) => roleCovers(role, roleOf(term)));
  const now = date === null ? [] : person.terms.filter((term) => heldOn(term, date));
  let score = 0;
  if (state !== null) score += person.state === state ? 16 : -16;
  if (inRole.some((term) => now.includes(term))) score += 8;
  if (now.length > 0) score += 4;
  if (inRole.length > 0) score += 2;
  if (date !== null && now.length === 0) score -= distance(person.terms, date);
  return score;
}

/** Years between the date and the nearest term, as a fraction below 1, so that the nearer of two wins. */
function distance(terms: readonly Term[], date: string): number {
  const year = Number(date.slice(0, 4));
  const gaps = terms.map(({ from, to }) =>
    Math.max(Number(from.slice(0, 4)) - year, year - Number((to ?? "9999").slice(0, 4)), 0),
  );
  return Math.min(...gaps, 99) / 100;
}
