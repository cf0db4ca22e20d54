/**
 * A token in its tree -> whether what it says happened, did not happen, is left open or hangs on a condition, and
 * which speech verbs stand above it. Signatures multiply on the way up to the root (Nairn, Condoravdi, Karttunen 2006).
 */
import type { Veridicality } from "../model/act.js";
import { dependent, dependents, type Tree } from "../text/syntax/tree.js";
import type { TriggerMatch } from "./match-triggers.js";

export interface Judgement {
  veridicality: Veridicality;
  /** Speech verbs that govern the token, innermost first. */
  speech: TriggerMatch[];
  /** The token stands under an auxiliary of the future ("will", "would" in reported speech). */
  future: boolean;
  /** It stands under "must", "should", "need to" and their like. */
  necessity: boolean;
}

const NEGATORS = new Set(["not", "n't", "never", "no", "neither", "nor", "without", "hardly", "barely", "scarcely", "nowhere"]);
const NOBODY = new Set(["nothing", "nobody", "none", "neither", "no-one"]);
const POSSIBLE = new Set(["may", "might", "can", "could", "ca", "possibly", "perhaps", "reportedly", "allegedly", "nearly", "almost", "maybe", "potentially", "probably", "likely", "supposedly", "purportedly"]);
const NECESSARY = new Set(["must", "should", "ought", "shall", "need"]);
const CONDITION = new Set(["if", "unless", "provided", "providing", "once", "should", "lest", "assuming", "whether", "until"]);
const AVERSE = new Set(["without", "instead", "rather", "before", "than"]);
/** Markers of a gerund that a verb governs ("stopped short of accepting", "refrained from signing"). */
const PREPOSITIONS = new Set(["of", "from", "to", "on", "in", "about", "for", "against", "at"]);
const COMPLEMENTS = new Set(["ccomp", "xcomp", "obj", "obl", "nmod", "acl", "csubj", "advcl", "iobj", "obl:agent"]);

type Sign = 1 | -1 | 0;

interface State {
  sign: Sign;
  conditional: boolean;
}

/** `matches` maps the tokens that belong to a trigger (head and object) to it; `question` marks an interrogative. */
export function judgeVeridicality(tree: Tree, token: number, matches: ReadonlyMap<number, TriggerMatch>, question: boolean): Judgement {
  const state: State = { sign: question ? 0 : 1, conditional: false };
  const speech: TriggerMatch[] = [];
  const own = modalsOf(tree, token);
  applyOwn(tree, token, state, own, speakerAbove(tree, token, matches));
  climb(tree, token, matches, state, speech);
  const veridicality = state.conditional ? "conditional" : state.sign === 1 ? "asserted" : state.sign === -1 ? "negated" : "unasserted";
  return { veridicality, speech, future: own.future, necessity: own.necessity };
}

function climb(tree: Tree, token: number, matches: ReadonlyMap<number, TriggerMatch>, state: State, speech: TriggerMatch[]): void {
  let child = token;
  for (let steps = 0; steps < tree.tokens.length; steps++) {
    const { head: parent, deprel } = tree.tokens[child]!;
    if (parent < 0) return;
    if (deprel === "advcl" || deprel === "obl") applyMarker(tree, child, state);
    const match = matches.get(parent);
    if (deprel === "conj") shareNegation(tree, child, parent, state);
    else if (COMPLEMENTS.has(deprel) && match !== matches.get(child)) applyGovernor(tree, child, parent, match, state, matches);
    if (match?.trigger.speech && deprel !== "conj" && !deprel.startsWith("nsubj")) speech.push(match);
    if (deprel === "acl:relcl") return;
    child = parent;
  }
}

function applyGovernor(tree: Tree, child: number, parent: number, match: TriggerMatch | undefined, state: State, matches: ReadonlyMap<number, TriggerMatch>): void {
  const { deprel } = tree.tokens[child]!;
  if (deprel === "advcl" && !isInfinitive(tree, child) && !PREPOSITIONS.has(markOf(tree, child))) return;
  const unlicensed = isInfinitive(tree, child) && (match === undefined || match.trigger.speech || (deprel === "advcl" && !match.trigger.complement.includes("infinitive")));
  const signature = unlicensed ? "0" : (match?.trigger.signature ?? "+");
  if (signature === "?") state.conditional = true;
  const negated = isNegated(tree, parent);
  const open = modalsOf(tree, parent).possible && !speakerAbove(tree, parent, matches);
  const sign: Sign = signature === "0" || open ? 0 : signature === "-" ? (negated ? 0 : -1) : negated ? (match?.trigger.speech ? 0 : -1) : 1;
  state.sign = (state.sign * sign) as Sign;
}

/** Negation, possibility and condition on the token itself. */
function applyOwn(tree: Tree, token: number, state: State, own: Modals, reported: boolean): void {
  if (isNegated(tree, token)) state.sign = -state.sign as Sign;
  if (own.possible || own.necessity || (own.future && !reported) || (own.future && own.would && !reported)) state.sign = 0;
  if (own.future) state.sign = 0;
  const clauses = dependents(tree, token, ["advcl"]);
  if (clauses.some((clause) => CONDITION.has(markOf(tree, clause)))) state.conditional = true;
}

function applyMarker(tree: Tree, child: number, state: State): void {
  const mark = markOf(tree, child);
  if (CONDITION.has(mark)) state.conditional = true;
  else if (mark === "without") state.sign = -state.sign as Sign;
  else if (AVERSE.has(mark)) state.sign = 0;
}

/** "did not accept or sign": a negation before the first conjunct covers the second where "or" or "nor" joins them. */
function shareNegation(tree: Tree, child: number, parent: number, state: State): void {
  const joined = dependents(tree, child, ["cc"]).some((i) => ["or", "nor"].includes(tree.tokens[i]!.lower));
  if (joined && isNegated(tree, parent)) state.sign = -state.sign as Sign;
  const hasSubject = dependent(tree, child, ["nsubj", "nsubj:pass"]) !== undefined;
  if (!hasSubject && dependents(tree, child, ["aux"]).length === 0 && modalsOf(tree, parent).possible) state.sign = 0;
}

export function isNegated(tree: Tree, i: number): boolean {
  for (const child of tree.children[i]!) {
    const { lower, deprel } = tree.tokens[child]!;
    if (NEGATORS.has(lower) && ["advmod", "det", "aux", "cc", "cc:preconj", "case", "mark"].includes(deprel) && child < i) return true;
    if ((deprel === "nsubj" || deprel === "nsubj:pass") && isNobody(tree, child)) return true;
  }
  return false;
}

function isNobody(tree: Tree, subject: number): boolean {
  const { lower } = tree.tokens[subject]!;
  if (NOBODY.has(lower)) return true;
  return tree.children[subject]!.some((child) => ["no", "neither"].includes(tree.tokens[child]!.lower) && child < subject);
}

interface Modals {
  possible: boolean;
  necessity: boolean;
  future: boolean;
  would: boolean;
}

export function modalsOf(tree: Tree, i: number): Modals {
  const modals: Modals = { possible: false, necessity: false, future: false, would: false };
  for (const child of tree.children[i]!) {
    const { lower, deprel } = tree.tokens[child]!;
    if (deprel !== "aux" && deprel !== "advmod") continue;
    if (POSSIBLE.has(lower)) modals.possible = true;
    if (deprel === "aux" && NECESSARY.has(lower)) modals.necessity = true;
    if (deprel === "aux" && (lower === "will" || lower === "would" || lower === "'ll" || lower === "wo")) modals.future = true;
    if (lower === "would") modals.would = true;
  }
  return modals;
}

/** True where the token is the content of a speech verb: "would" there is a reported "will". */
function speakerAbove(tree: Tree, i: number, matches: ReadonlyMap<number, TriggerMatch>): boolean {
  const { head, deprel } = tree.tokens[i]!;
  return head >= 0 && ["ccomp", "xcomp"].includes(deprel) && matches.get(head)?.trigger.speech === true;
}

function markOf(tree: Tree, i: number): string {
  const mark = dependent(tree, i, ["mark", "case", "advmod"]);
  return mark === undefined || mark > i ? "" : tree.tokens[mark]!.lower;
}

function isInfinitive(tree: Tree, i: number): boolean {
  return dependents(tree, i, ["mark", "aux"]).some((child) => tree.tokens[child]!.lower === "to");
}
