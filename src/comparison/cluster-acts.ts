/** The acts of one document -> candidate items: acts that overlap or come from one clause are one, repeats are folded. */
import type { Act } from "../model/act.js";
import type { SpanOfItem } from "../model/comparison.js";
import { LONGEST_SPAN } from "../model/span.js";
import { classOf } from "./commitment-class.js";
import type { Parameters } from "./parameters.js";
import { stemWords } from "./stem-words.js";

/** What one source says in one clause, or in clauses that repeat each other. */
export interface Candidate {
  source: string;
  acts: Act[];
  /** The act that stands for the clause: the one that covers most of it. */
  main: Act;
  /** In order of place, the clause of the main act first. */
  spans: SpanOfItem[];
  issues: string[];
  /** Where the main act stands in its text, 0 (first) to 1 (last). */
  place: number;
}

/** Candidates in order of the text; what another text says has no part in them. */
export function clusterActs(source: string, acts: Act[], textLength: number, p: Parameters): Candidate[] {
  const groups: Act[][] = [];
  for (const act of [...acts].sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1))) {
    const group = groups.at(-1);
    if (group?.some((other) => other.clause === act.clause || (act.start < other.end && other.start < act.end))) group.push(act);
    else groups.push([act]);
  }
  return foldRepeats(groups.map((group) => candidateOf(source, group, textLength)), p);
}

/** Orders candidates by what they say, never by the id or place of their source. */
export function contentKey(candidate: Candidate): string {
  return candidate.spans.map((span) => `${span.quote}@${span.start}`).join("|");
}

function candidateOf(source: string, acts: Act[], textLength: number): Candidate {
  const main = acts.reduce((best, act) => (act.end - act.start > best.end - best.start ? act : best));
  return {
    source,
    acts,
    main,
    spans: outermost(acts).map(spanOf),
    issues: [...new Set(acts.flatMap((act) => act.issues))].sort(),
    place: textLength ? main.start / textLength : 0,
  };
}

/** Acts whose words no other act of the clause holds within its own. */
function outermost(acts: Act[]): Act[] {
  return acts.filter((act, k) => !acts.some((other, j) => other !== act && other.start <= act.start && act.end <= other.end && (other.end - other.start > act.end - act.start || j < k)));
}

function spanOf({ act, start, end, quote }: Act): SpanOfItem {
  return { start, end: Math.min(end, start + LONGEST_SPAN), quote: quote.slice(0, LONGEST_SPAN), act };
}

/** A clause that says again what an earlier one said (same issues, same class of act, mostly the same words) joins it. */
function foldRepeats(candidates: Candidate[], p: Parameters): Candidate[] {
  const kept: { candidate: Candidate; words: Set<string> }[] = [];
  for (const candidate of candidates) {
    const words = new Set(candidate.spans.flatMap((span) => stemWords(span.quote)));
    const earlier = kept.find((other) => repeats(other, { candidate, words }, p));
    if (earlier) earlier.candidate = joined(earlier.candidate, candidate);
    else kept.push({ candidate, words });
  }
  return kept.map(({ candidate }) => candidate);
}

function repeats(a: { candidate: Candidate; words: Set<string> }, b: { candidate: Candidate; words: Set<string> }, p: Parameters): boolean {
  if (classOf(a.candidate.main) !== classOf(b.candidate.main)) return false;
  if (a.candidate.issues.join() !== b.candidate.issues.join()) return false;
  const shared = [...a.words].filter((word) => b.words.has(word)).length;
  return shared >= 2 && shared >= p.repeatFrom * Math.sqrt(a.words.size * b.words.size);
}

function joined(a: Candidate, b: Candidate): Candidate {
  return { ...a, acts: [...a.acts, ...b.acts], spans: [...a.spans, ...b.spans] };
}
