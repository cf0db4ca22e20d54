/** The acts of one document -> candidate items: acts that overlap or come from one clause are one, repeats are folded. */
import type { Act } from "../model/act.js";
import type { SpanOfItem } from "../model/comparison.js";
import type { Document } from "../model/document.js";
import { LONGEST_SPAN } from "../model/span-length.js";
import { acknowledges, classOf } from "./commitment-class.js";
import { isCommon } from "./common-words.js";
import { sumsIn } from "./figures.js";
import { joinReplies } from "./join-replies.js";
import type { Parameters } from "./parameters.js";
import { sharedWords } from "./shared-words.js";
import { stemWords } from "./stem-words.js";

/** What one source says in one clause, or in clauses that repeat each other. */
export interface Candidate {
  source: string;
  acts: Act[];
  /** The act that stands for the clause: the one that covers most of it. */
  main: Act;
  /** The act whose words name the matter: the proposal, where `main` is the answer to it. */
  topic: Act;
  /** In order of place; of acts within one another the outermost. */
  spans: SpanOfItem[];
  /** Ids, the most telling first. */
  issues: string[];
  /** Stems of all its words. */
  words: ReadonlySet<string>;
  /** Sums of money and large counts, in comparable form: where two texts give the same, they speak of the same. */
  sums: readonly string[];
  /** When its text was published, a partial date. */
  published: string | null;
  /** Where the main act stands in its text, 0 (first) to 1 (last). */
  place: number;
  /** Where an editor has said what it is about. */
  matter?: string;
}

/**
 * Candidates in order of the text; what another text says has no part in them. Clauses that carry nothing to compare
 * (greetings, asides) are left out: `readout read` shows them.
 */
export function clusterActs(document: Document, acts: Act[], p: Parameters): Candidate[] {
  const named = byMatter(acts);
  if (named.size === 0) return clusterFound(document, acts, p);
  const found = clusterFound(
    document,
    acts.filter(({ matter }) => matter === undefined),
    p,
  );
  const said = [...named].map(([matter, group]) => ({ ...candidateOf(document, group), matter }));
  return [...found, ...said].sort((a, b) => a.place - b.place);
}

/** Acts of which an editor has said what they are about, in order of the text. */
function byMatter(acts: readonly Act[]): Map<string, Act[]> {
  const named = new Map<string, Act[]>();
  for (const act of [...acts].sort((a, b) => a.start - b.start || b.end - a.end))
    if (act.matter !== undefined) named.set(act.matter, [...(named.get(act.matter) ?? []), act]);
  return named;
}

function clusterFound(document: Document, acts: Act[], p: Parameters): Candidate[] {
  const groups: Act[][] = [];
  for (const act of [...acts].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const group = groups.at(-1);
    if (group?.some((other) => other.clause === act.clause || (act.start < other.end && other.start < act.end)))
      group.push(act);
    else if (group && isTail(document.text, group, act)) group.push(act);
    else groups.push([act]);
  }
  const candidates = groups.map((group) => candidateOf(document, group));
  const short = isShort(document);
  const from = short ? p.worthFromInShort : p.worthFrom;
  const spares = !short || candidates.length > HANDFUL;
  const isWorth = (candidate: Candidate) => !spares || worthOf(candidate, p) >= from;
  const bearing = candidates.filter((candidate) => isWorth(candidate) && bearsComparing(candidate, document));
  return foldRepeats(joinReplies(bearing), short ? { ...p, repeatFrom: p.repeatFromInShort } : p);
}

/** A text written to be short, of so few clauses, has none to spare. */
const HANDFUL = 4;

/** The longer a clause, the more often annotators kept it, whatever its act. */
function worthOf({ acts, spans }: Candidate, p: Parameters): number {
  const length = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  return Math.max(...acts.map(({ weight }) => weight)) + p.lengthCounts * Math.log(length / 100);
}

const JOINED = /^[ ,–—-]*(?:(?:and|but|or|as well as)\s+)?(?:also\s+)?$/i;
const ANAPHOR = /\b(?:it|this|that|these|those|them|here|there|so)\b/i;

/** A clause that names no issue of its own and points back, in the sentence that it continues: "…, and we discussed it". */
function isTail(text: string, group: Act[], act: Act): boolean {
  const end = Math.max(...group.map((other) => other.end));
  const ownIssue = act.issues.some((id) => !group.some((other) => other.issues.includes(id)));
  return !ownIssue && ANAPHOR.test(act.quote) && JOINED.test(text.slice(end, act.start));
}

/**
 * Talk that names no issue is talk about talk, of which annotators kept one clause in sixteen. In written texts whatever
 * else binds, asks or refuses stays, also on matters that the catalogue does not know; in the spoken word "I agree" and
 * "we will give" are mostly asides, and only refusals, demands and conditions do.
 */
function bearsComparing({ issues, main, words }: Candidate, document: Document): boolean {
  if (
    acknowledges(main) &&
    issues.every((id) => id === THANKS) &&
    [...words].filter((word) => !isCommon(word)).length < FOR_SOMETHING
  )
    return false;
  if (issues.length > 0) return true;
  const within = main.trigger.start >= main.start && main.trigger.end <= main.end;
  if (isShort(document) && (within || main.trigger.start >= main.end)) return true;
  const name = classOf(main);
  if (name === "refusal" || name === "demand" || name === "condition") return true;
  const spoken = document.genre === "briefing" || document.genre === "transcript";
  return name !== "talk" && !spoken && main.veridicality !== "unasserted";
}

/** Thanks that bear no other issue and fewer telling words than these are courtesy. */
const THANKS = "thanks";
const FOR_SOMETHING = 3;

/** Texts that are written to be short: what stands in them was chosen. */
function isShort({ genre }: Document): boolean {
  return genre === "readout" || genre === "statement" || genre === "post";
}

/** Orders candidates by what they say, never by the id or place of their source. */
export function contentKey(candidate: Candidate): string {
  return candidate.spans.map((span) => `${span.quote}@${span.start}`).join("|");
}

function candidateOf({ id, text, published }: Document, acts: Act[]): Candidate {
  const main = standsFor(acts);
  const spans = joinNear(
    text,
    outermost(acts).map((outer) => spanOf(outer, standsFor(acts.filter((act) => holds(outer, act))))),
  );
  return {
    source: id,
    acts,
    main,
    topic: main,
    spans,
    issues: [...new Set([main, ...acts].flatMap((act) => act.issues))],
    words: new Set(spans.flatMap((span) => stemWords(span.quote))),
    sums: spans.flatMap((span) => sumsIn(span.quote)),
    published,
    place: text.length ? main.start / text.length : 0,
  };
}

/** Spans of one sentence become one, as long as the longest that may be. */
function joinNear(text: string, spans: SpanOfItem[]): SpanOfItem[] {
  const joined: SpanOfItem[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    const near = last && span.end - last.start <= LONGEST_SPAN && !/[.!?;\n]/.test(text.slice(last.end, span.start));
    if (near) joined[joined.length - 1] = { ...last, end: span.end, quote: text.slice(last.start, span.end) };
    else joined.push(span);
  }
  return joined;
}

/** The act that a clause is known by: the one whose words reach furthest, but one that a trigger made before one that none did. */
function standsFor(acts: Act[]): Act {
  const triggered = acts.filter((act) => act.rule !== UNTRIGGERED && act.veridicality === "asserted");
  return (triggered.length ? triggered : acts).reduce((best, act) =>
    act.end - act.start > best.end - best.start ? act : best,
  );
}

/** The default rule (statements) for a clause in which no trigger was found. */
export const UNTRIGGERED = "default:statement";

/** Acts whose words no other act of the clause holds within its own. */
function outermost(acts: Act[]): Act[] {
  return acts.filter(
    (act, k) => !acts.some((other, j) => j !== k && holds(other, act) && (!holds(act, other) || j < k)),
  );
}

function holds(outer: Act, inner: Act): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function spanOf({ start, end, quote }: Act, { act }: Act): SpanOfItem {
  return { start, end: Math.min(end, start + LONGEST_SPAN), quote: quote.slice(0, LONGEST_SPAN), act };
}

/** A clause that says again what an earlier one said joins it: one topic told twice is one item. */
function foldRepeats(candidates: Candidate[], p: Parameters): Candidate[] {
  const kept: { first: Candidate; joined: Candidate }[] = [];
  for (const candidate of candidates) {
    const from = candidate.issues.length ? p.repeatFrom : p.repeatBareFrom;
    const earlier = kept.find(
      ({ first }) => sameTopic(first, candidate, p) && sharedWords(first.words, candidate.words) >= from,
    );
    if (earlier) earlier.joined = join(earlier.joined, candidate);
    else kept.push({ first: candidate, joined: candidate });
  }
  return kept.map(({ joined }) => joined);
}

/**
 * Equal issues, and acts of one class; talk elaborates an act of any class. Among views and among accusations, which
 * are told over and over, a share of the issues is enough; undertakings, demands and conditions are told apart.
 */
function sameTopic(a: Candidate, b: Candidate, p: Parameters): boolean {
  const [x, y] = [classOf(a.main), classOf(b.main)];
  if (x !== y && x !== "talk" && y !== "talk") return false;
  const rhetoric = x === y && (x === "talk" || x === "accusation");
  return sharedIssues(a.issues, b.issues) >= (rhetoric ? p.repeatIssuesFrom : 1);
}

/** Share of the issues of both that both have (Jaccard), 1 where neither names any. */
function sharedIssues(a: string[], b: string[]): number {
  const both = a.filter((id) => b.includes(id)).length;
  const all = a.length + b.length - both;
  return all === 0 ? 1 : both / all;
}

/** The act of more substance stands for both. */
function join(a: Candidate, b: Candidate): Candidate {
  const main = b.main.weight > a.main.weight ? b.main : a.main;
  return {
    ...a,
    main,
    topic: main,
    acts: [...a.acts, ...b.acts],
    spans: [...a.spans, ...b.spans],
    words: new Set([...a.words, ...b.words]),
    sums: [...a.sums, ...b.sums],
  };
}
