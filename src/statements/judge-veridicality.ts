/**
 * A token in its tree -> whether what it says happened, did not happen, is left open or hangs on a condition, and
 * which speech verbs stand above it. Signatures multiply on the way up to the root (Nairn, Condoravdi, Karttunen 2006);
 * what no rule licenses is left open, since a false "they agreed" is the worst answer.
 */
import type { ActType, Veridicality } from "../model/act.js";
import { dependent, dependents, type Tree } from "../text/syntax/tree.js";
import type { TriggerMatch } from "./match-triggers.js";
import { isBare, isContactHeld, isGerund, isInfinitive, isNegated, markOf, modalsOf, NOBODY } from "./modality.js";
import { surroundingsOf } from "./read-surroundings.js";

export interface Judgement {
  veridicality: Veridicality;
  /** Speech verbs that govern the token, innermost first. */
  speech: TriggerMatch[];
}

type Matches = ReadonlyMap<number, TriggerMatch>;
type Sign = 1 | -1 | 0;

interface State {
  sign: Sign;
  conditional: boolean;
  /** The words next to the token have negated it already ("far from accepting"). */
  denied: boolean;
  /** A governor with the signature + has licensed the infinitive. */
  licensed: boolean;
}

const COMPLEMENTS = new Set([
  "ccomp",
  "xcomp",
  "obj",
  "obl",
  "nmod",
  "acl",
  "csubj",
  "advcl",
  "iobj",
  "obl:agent",
  "csubj:pass",
  "nsubj",
  "nsubj:pass",
]);
/** A pledge, demand or plan to accept is no acceptance, whatever its signature says of the pledge. */
const UNFULFILLED = new Set<ActType>([
  "pledged",
  "proposed",
  "demanded",
  "threatened",
  "conditioned",
  "ordered",
  "supported",
  "expressed",
  "discussed",
  "denied",
  "accused",
]);
/** Acts that are made by setting a condition, not under it ("threatened to stop transit unless ..."). */
const STANDING = new Set<ActType>([
  "threatened",
  "conditioned",
  "demanded",
  "denied",
  "accused",
  "expressed",
  "informed",
]);
/** Nouns whose that-clause is so; after all others ("claim", "rumour", "idea", "evidence") it is left open. */
const FACTS = new Set([
  "fact",
  "news",
  "announcement",
  "decision",
  "confirmation",
  "agreement",
  "knowledge",
  "recognition",
]);
/** Prepositions before a gerund that tell of what was done; "in" and "on" only where they open ("In accepting it, …"). */
const DONE = new Set(["after", "by", "since", "upon", "following", "despite", "through"]);
const DONE_AT_OPENING = new Set(["in", "on"]);
/** Acts that are as good as not done where somebody says that he will not do them ("will not sign the treaty"). */
const REFUSED = new Set<ActType>(["agreed", "accepted", "ordered", "discussed"]);
/** "thanked them for accepting" tells that they did; "conditions for accepting" does not. */
const THANKED = new Set<ActType>(["expressed", "supported", "accused", "informed"]);
/** Verbs whose negation affirms: "did not fail to accept". */
const IMPLICATIVE = new Set(["fail", "neglect", "forget", "omit"]);
/** Verbs whose that-clause is so, with a negation too: "we do not conceal that we accepted". */
const FACTIVE = new Set(["forget", "conceal", "hide", "overlook", "ignore", "regret"]);
/** "I am glad that you accepted", "sorry that they refused": what somebody feels about is so. */
const FEELING = new Set(["glad", "happy", "pleased", "delighted", "proud", "grateful", "thankful", "sorry", "sad"]);
/** "did not know that they had accepted": whether they had is left open. */
const KNOWING = new Set(["know", "realise", "realize", "understand", "notice"]);
const QUESTION_WORDS = new Set(["what", "who", "whom", "how", "why", "where", "when", "which"]);
/** "wants the treaty signed": what is wanted of it, not what was done. */
const WANTING = new Set(["want", "need", "wish", "like", "prefer", "expect"]);
const DEFINITE = new Set(["the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "your", "my"]);

/** `matches` maps the tokens that belong to a trigger (head and object) to it; `question` marks an interrogative. */
export function judgeVeridicality(tree: Tree, token: number, matches: Matches, question: boolean): Judgement {
  const state: State = { sign: question ? 0 : 1, conditional: false, denied: false, licensed: false };
  const speech: TriggerMatch[] = [];
  const surroundings = surroundingsOf(tree, token);
  if (surroundings === "conditional") state.conditional = true;
  else if (surroundings === "negated") Object.assign(state, { sign: -state.sign as Sign, denied: true });
  else if (surroundings === "open") state.sign = 0;
  applyOwn(tree, token, matches, state);
  climb(tree, token, matches, state, speech);
  if (state.sign === -1 && isKnownConduct(tree, token, matches)) state.sign = 1;
  if (state.sign === 1 && followsTo(tree, token) && !state.licensed) state.sign = 0;
  const veridicality = state.conditional
    ? "conditional"
    : state.sign === 1
      ? "asserted"
      : state.sign === -1
        ? "negated"
        : "unasserted";
  return { veridicality, speech };
}

/** Negation, mood and condition on the token itself. */
function applyOwn(tree: Tree, token: number, matches: Matches, state: State): void {
  const match = matches.get(token);
  const own = match?.trigger.frame === "phrase" ? match : undefined;
  const modals = modalsOf(tree, token, own);
  const negated = isNegated(tree, token, own);
  if (negated && !state.denied) state.sign = -state.sign as Sign;
  if (modals.possible && !(negated && modals.able)) state.sign = 0;
  if (
    isGerund(tree, token) &&
    (tree.tokens[token]!.head < 0 || hasOwnSubject(tree, token)) &&
    dependents(tree, token, ["aux"]).length === 0
  )
    state.sign = 0;
  if (joinsInfinitive(tree, token, matches) || (isGerund(tree, token) && LOOSE.has(tree.tokens[token]!.deprel)))
    state.sign = 0;
  const refused = negated && modals.future && REFUSED.has(match?.trigger.act ?? "expressed");
  if (modals.necessity || (modals.future && !refused) || (!state.denied && isBare(tree, token) && !isLed(tree, token)))
    state.sign = 0;
  if ((match && !match.trigger.asserts) || (isInfinitive(tree, token) && tree.tokens[token]!.head < 0)) state.sign = 0;
  if (
    match?.trigger.frame === "noun" &&
    ["agreed", "accepted"].includes(match.trigger.act ?? "") &&
    !isStated(tree, token)
  )
    state.sign = negated ? -1 : 0;
  if (
    !STANDING.has(match?.trigger.act ?? "expressed") &&
    dependents(tree, token, ["advcl"]).some((clause) => ["if", "unless", "lest"].includes(markOf(tree, clause)))
  )
    state.conditional = true;
}

/** Ties that tell nothing of how a gerund hangs in its sentence. */
const LOOSE = new Set(["goeswith", "fixed", "flat", "dep"]);

/** "Egypt agreeing to open the crossing": a gerund with a subject names a thing that may or may not be. */
function hasOwnSubject(tree: Tree, token: number): boolean {
  return dependent(tree, token, ["nsubj"]) !== undefined;
}

/** "decided to send troops and accept the map": a bare form that goes with an infinitive before it. */
function isLed(tree: Tree, token: number): boolean {
  const { deprel, head } = tree.tokens[token]!;
  return deprel === "conj" && head >= 0 && (isInfinitive(tree, head) || dependents(tree, head, ["aux"]).length > 0);
}

/** "urged them to leave, open the roads and agree": a base form in a list, taken for a present behind a past. */
function joinsInfinitive(tree: Tree, token: number, matches: Matches): boolean {
  const { xpos, deprel, head } = tree.tokens[token]!;
  if (xpos !== "VBP" || head < 0) return false;
  if (deprel === "parataxis")
    return tree.tokens[head]!.xpos === "VBD" && (matches.get(head)?.trigger.signature ?? "+") !== "+";
  const alone = deprel === "conj" && dependent(tree, token, ["nsubj"]) === undefined;
  return alone && ["VB", "VBD"].includes(tree.tokens[head]!.xpos);
}

/** A noun of agreement that the sentence states: "was an agreement", "there is an agreement". */
function isStated(tree: Tree, noun: number): boolean {
  if (dependent(tree, noun, ["cop"]) !== undefined) return true;
  const { head } = tree.tokens[noun]!;
  return head >= 0 && dependent(tree, head, ["expl"]) !== undefined && tree.tokens[head]!.lemma === "be";
}

function climb(tree: Tree, token: number, matches: Matches, state: State, speech: TriggerMatch[]): void {
  let child = token;
  for (let steps = 0; steps < tree.tokens.length; steps++) {
    const { head: parent, deprel } = tree.tokens[child]!;
    if (parent < 0) {
      if (child !== token && isInfinitive(tree, child)) state.sign = 0;
      return;
    }
    const match = matches.get(parent);
    if (deprel === "acl" && isOfNobody(tree, parent) && !isNegated(tree, child) && !state.denied)
      state.sign = -state.sign as Sign;
    if (deprel === "conj") shareMood(tree, child, parent, state);
    else {
      if (!(state.denied && child === token)) applyMarker(tree, child, matches, state);
      const own = matches.get(child);
      const isOwnVerb = own !== undefined && (own === match || own.head === own.object);
      if (COMPLEMENTS.has(deprel) && !isOwnVerb) applyGovernor(tree, token, child, parent, matches, state);
    }
    if (match && tells(match) && deprel !== "conj" && !deprel.startsWith("nsubj")) speech.push(match);
    if (deprel === "acl:relcl" || isOfKnown(tree, child)) return;
    if (deprel === "acl" && isWanted(tree, child)) state.sign = 0;
    child = parent;
  }
}

/** "None of the states agreed", where the tree hangs the verb on the noun. */
function isOfNobody(tree: Tree, noun: number): boolean {
  const { head, deprel, lower } = tree.tokens[noun]!;
  return NOBODY.has(lower) || (deprel === "nmod" && head >= 0 && NOBODY.has(tree.tokens[head]!.lower));
}

/** "abide by the agreements reached in May": what tells which known thing is meant is so, whatever is said of the thing. */
function isOfKnown(tree: Tree, participle: number): boolean {
  const { deprel, xpos, head } = tree.tokens[participle]!;
  if (deprel !== "acl" || xpos !== "VBN" || dependents(tree, participle, ["mark", "aux", "aux:pass"]).length > 0)
    return false;
  const preposition = dependent(tree, head, ["case"]);
  if (preposition === undefined || ["with", "without"].includes(tree.tokens[preposition]!.lower)) return false;
  return isDefinite(tree, head);
}

function isDefinite(tree: Tree, noun: number): boolean {
  return tree.children[noun]!.some((child) => child < noun && DEFINITE.has(tree.tokens[child]!.lower));
}

/** "the organisers of this aggression": a known deed is no less blamed where the sentence denies something else. */
function isKnownConduct(tree: Tree, token: number, matches: Matches): boolean {
  const trigger = matches.get(token)?.trigger;
  return trigger?.frame === "noun" && trigger.conduct && tree.tokens[token]!.upos === "NOUN" && isDefinite(tree, token);
}

function isWanted(tree: Tree, participle: number): boolean {
  const { xpos, head } = tree.tokens[participle]!;
  const { deprel, head: verb } = tree.tokens[head]!;
  return xpos === "VBN" && deprel === "obj" && verb >= 0 && WANTING.has(tree.tokens[verb]!.lemma);
}

/** Verbs whose content is the subject's word: "said", "accused of", "denied". */
function tells({ trigger }: TriggerMatch): boolean {
  if (trigger.conduct) return false;
  return trigger.speech || (trigger.frame === "verb" && (trigger.act === "accused" || trigger.act === "denied"));
}

function applyMarker(tree: Tree, child: number, matches: Matches, state: State): void {
  const mark = matches.get(child)?.trigger.act === null ? "" : markOf(tree, child);
  const { deprel } = tree.tokens[child]!;
  if (mark === "without") state.sign = -state.sign as Sign;
  else if (mark === "whether" || (mark === "if" && deprel !== "advcl")) state.sign = 0;
  else if (["if", "unless", "lest", "until", "till"].includes(mark)) state.conditional = true;
  else if (["before", "than", "instead"].includes(mark) && deprel === "advcl") state.sign = 0;
}

function applyGovernor(tree: Tree, token: number, child: number, parent: number, matches: Matches, state: State): void {
  const { deprel } = tree.tokens[child]!;
  if (deprel.startsWith("nsubj")) {
    applySubjectOf(matches.get(parent), matches.get(child), state);
    return;
  }
  const signature = signatureAt(tree, child, parent, matches);
  if (signature === undefined || (state.denied && (child === token || tree.tokens[parent]!.upos !== "VERB"))) return;
  if (signature === "?") state.conditional = true;
  if (child === token && matches.get(parent)?.trigger.opens && matches.get(token)?.trigger.act === "agreed")
    state.sign = 0;
  const negated = isNegated(tree, parent, matches.get(parent));
  const open = modalsOf(tree, parent, matches.get(parent)).possible && !isReported(tree, parent, matches);
  const speech = matches.get(parent)?.trigger.speech ?? false;
  const affirms = IMPLICATIVE.has(tree.tokens[parent]!.lemma) ? 1 : 0;
  const denied = speech ? 0 : deniedIn(tree, child, parent);
  const sign: Sign =
    signature === "0" || open ? 0 : signature === "-" ? (negated ? affirms : -1) : negated ? denied : 1;
  const governs = matches.has(parent) || isContactHeld(tree, parent);
  if (governs && isInfinitive(tree, child) && (signature === "+" || affirms === 1)) state.licensed = true;
  state.sign = (state.sign * sign) as Sign;
}

/** What a negation of the governor does to its clause; "do not remember what you said" denies nothing of what was said. */
function deniedIn(tree: Tree, child: number, parent: number): Sign {
  if (tree.tokens[child]!.deprel !== "ccomp" || isInfinitive(tree, child)) return -1;
  const { lemma } = tree.tokens[parent]!;
  if (FACTIVE.has(lemma) || FEELING.has(lemma)) return 1;
  return KNOWING.has(lemma) || QUESTION_WORDS.has(tree.tokens[tree.left[child]!]!.lower) ? 0 : -1;
}

/** "An agreement is expected": a noun of agreement as subject of a verb that leaves it open. */
function applySubjectOf(governor: TriggerMatch | undefined, noun: TriggerMatch | undefined, state: State): void {
  if (noun?.trigger.frame === "noun" && governor && signatureOf(governor) !== "+") state.sign = 0;
}

/** What the governor does to its dependent; undefined where it does not govern it. */
function signatureAt(tree: Tree, child: number, parent: number, matches: Matches): "+" | "-" | "0" | "?" | undefined {
  const match = matches.get(parent);
  const { deprel } = tree.tokens[child]!;
  const governed = match === undefined ? undefined : signatureOf(match);
  const mark = markOf(tree, child);
  if (isInfinitive(tree, child) && deprel === "advcl" && isContactHeld(tree, parent)) return "+";
  if (isInfinitive(tree, child)) {
    const licensed =
      match !== undefined &&
      !match.trigger.speech &&
      (deprel !== "advcl" || match.trigger.complement.includes("infinitive") || match.trigger.frame === "phrase");
    return licensed ? governed : "0";
  }
  if (isGerund(tree, child) && (deprel !== "advcl" || mark !== "" || match?.trigger.complement.includes("gerund"))) {
    const verb = tree.tokens[parent]!.upos === "VERB";
    const apart =
      mark === "without" ||
      (verb && (DONE.has(mark) || (DONE_AT_OPENING.has(mark) && child < parent)) && governed !== "-") ||
      (mark === "for" && verb && THANKED.has(match?.trigger.act ?? "agreed"));
    const asked =
      match?.trigger.complement.includes("gerund") ||
      match?.trigger.with.includes(mark) ||
      match?.trigger.frame === "phrase" ||
      tree.tokens[parent + 1]?.lower === mark;
    return apart || (deprel === "advcl" && governed !== undefined && !asked) ? undefined : (governed ?? "0");
  }
  if (deprel === "advcl") return isOfNoun(tree, child) ? "0" : undefined;
  if (deprel === "ccomp" && FEELING.has(tree.tokens[parent]!.lemma)) return "+";
  if (FACTS.has(tree.tokens[child]!.lemma)) return "+";
  if (deprel === "acl" && mark === "that") return governed ?? (FACTS.has(tree.tokens[parent]!.lemma) ? "+" : "0");
  return governed ?? "+";
}

/** "the importance of the Council continuing to …": a gerund right behind a noun under a preposition names what may be. */
function isOfNoun(tree: Tree, child: number): boolean {
  const before = tree.left[child]! - 1;
  if (!isGerund(tree, child) || markOf(tree, child) !== "" || before < 1) return false;
  const { upos, deprel } = tree.tokens[before]!;
  return (upos === "NOUN" || upos === "PROPN") && (deprel === "nmod" || deprel === "obl");
}

function signatureOf({ trigger }: TriggerMatch): "+" | "-" | "0" | "?" {
  if (trigger.signature === "+" && trigger.act !== null && UNFULFILLED.has(trigger.act) && !trigger.speech) return "0";
  return trigger.signature;
}

/** The word stands after "to", an auxiliary between at most: "to accept", "to be agreed", "to have been agreed". */
function followsTo(tree: Tree, token: number): boolean {
  for (let i = token - 1; i >= 0 && i >= token - 4; i--) {
    const { lower, upos } = tree.tokens[i]!;
    if (lower === "to") return tree.tokens[i]!.deprel !== "case";
    if (upos !== "AUX" && upos !== "ADV" && !["be", "been", "have"].includes(lower)) return false;
  }
  return false;
}

/** "did not accept or sign": negation and "may" before the first conjunct cover the second. */
function shareMood(tree: Tree, child: number, parent: number, state: State): void {
  const joined = dependents(tree, child, ["cc"]).some((i) => ["or", "nor"].includes(tree.tokens[i]!.lower));
  const apart =
    dependent(tree, child, ["nsubj", "nsubj:pass"]) !== undefined || dependents(tree, child, ["aux"]).length > 0;
  if (joined && !apart && !state.denied && isNegated(tree, parent) && !isNegated(tree, child))
    state.sign = -state.sign as Sign;
  const modals = modalsOf(tree, parent);
  if (!apart && tree.tokens[child]!.xpos === "VB" && (modals.possible || modals.future || modals.necessity))
    state.sign = 0;
}

/** True where the token is the content of a speech verb: "could" there may report what was said. */
function isReported(tree: Tree, i: number, matches: Matches): boolean {
  const { head, deprel } = tree.tokens[i]!;
  return head >= 0 && ["ccomp", "xcomp"].includes(deprel) && matches.get(head)?.trigger.speech === true;
}
