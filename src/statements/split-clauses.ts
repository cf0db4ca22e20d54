/** A parsed sentence -> its clauses: stretches that each hold one undertaking, statement or list entry. */
import { ancestors, dependent, dependents, headsClause, type Tree } from "../text/syntax/tree.js";
import { matchesByToken, type TriggerMatch } from "./match-triggers.js";
import { listCuts } from "./split-lists.js";

/** Tokens `from` to `to` (exclusive); `head` is the token through which the rest of the sentence governs them. */
export interface Clause {
  from: number;
  to: number;
  head: number;
  /** The trigger that names the clause as one of its topics, from the second topic of a list on. */
  under?: TriggerMatch | undefined;
}

const SHORTEST_WORDS = 3;
const LEAST_OF_INSTANCE = 7;
const LEAST_AROUND = 6;
const LEAST_OF_OBJECT = 4;
const CONTRAST = new Set(["while", "although", "though", "whereas", "despite", "whilst"]);
/** Acts whose object lists topics: each topic is a clause of its own. */
const LISTING = new Set(["discussed", "informed", "expressed", "supported", "proposed", "demanded", "accused"]);

const TOPIC_PATHS = new Set(["obj", "obl", "nmod", "nsubj:pass"]);
const OWNERSHIP = new Set(["of", "by", "between", "with", "from", "to", "'s", "’s", "among"]);

/** The clauses partition the sentence and leave names whole; a sentence without inner boundaries is one clause. */
export function splitClauses(
  tree: Tree,
  matches: readonly TriggerMatch[],
  mentions: readonly { from: number; to: number }[] = [],
): Clause[] {
  const byToken = matchesByToken(matches.filter(({ trigger }) => trigger.act !== null));
  const cuts = new Set<number>([0]);
  tree.tokens.forEach((_, i) => {
    for (const cut of cutsAt(tree, i, byToken)) cuts.add(cut);
  });
  const listed = new Map(matches.flatMap((match) => listCuts(tree, match).map((cut) => [cut, match] as const)));
  for (const cut of listed.keys()) cuts.add(cut);
  const ordered = [...cuts]
    .filter((cut) => !tearsOpening(tree, cut) && !mentions.some(({ from, to }) => from < cut && cut < to))
    .sort((a, b) => a - b);
  const stretches = ordered.map((from, k) => ({ from, to: ordered[k + 1] ?? tree.tokens.length }));
  return mergeShort(tree, stretches).map(({ from, to }) => ({
    from,
    to,
    head: headOf(tree, from, to),
    under: listed.get(from),
  }));
}

const OPENINGS = new Set(["advcl", "obl", "nsubj", "nsubj:pass", "csubj"]);

/** A cut inside words that stand before their verb ties their second half to it: "Noting A and | B, X said C". */
function tearsOpening(tree: Tree, cut: number): boolean {
  if (/^[;.!?]$/.test(tree.tokens[cut - 1]?.text ?? "")) return false;
  return tree.tokens.some(({ deprel, head }, i) => {
    const end = tree.right[i]! + 1;
    return OPENINGS.has(deprel) && tree.left[i]! < cut && cut < end && head >= end;
  });
}

function cutsAt(tree: Tree, i: number, matches: ReadonlyMap<number, TriggerMatch>): number[] {
  const token = tree.tokens[i]!;
  if (token.text === ";" || endsInnerSentence(tree, i)) return [i + 1];
  if (addsTopic(tree, i, matches)) return [i];
  if (addsInstance(tree, i) || addsThat(tree, i) || addsWith(tree, i)) return [i];
  const joined = startOfJoined(tree, i, matches);
  if (joined !== undefined) return [joined];
  if (token.head < 0) return [];
  const from = tree.left[i]!;
  if (i < token.head) return preposed(tree, i, matches) ? [tree.right[i]! + 1] : [];
  if (from <= token.head || !endsWithGovernor(tree, i)) return [];
  switch (token.deprel) {
    case "conj":
      return splitsCoordination(tree, i, matches) ? [from] : [];
    case "advcl":
    case "acl":
      return splitsAdverbial(tree, i, from, matches) ? [from] : [];
    case "parataxis":
      return headsClause(tree, i) &&
        isMarkedOff(tree, from) &&
        tree.right[i]! - from >= 4 &&
        !matches.get(i)?.trigger.speech &&
        !isAllThatIsSaid(tree, token.head, matches)
        ? [from]
        : [];
    case "acl:relcl":
      return isAfterComma(tree, from) && matches.has(i) && tree.right[i]! - from >= 5 ? [from] : [];
    case "obl":
      return CONTRAST.has(tree.tokens[from]!.lower) && isAfterComma(tree, from) ? [from] : [];
    default:
      return [];
  }
}

/** A stop inside of a quotation that was kept whole for the sake of who said it ("We agree. We will sign," he said). */
function endsInnerSentence(tree: Tree, i: number): boolean {
  const next = tree.tokens[i + 1];
  return /^[.!?]$/.test(tree.tokens[i]!.text) && next !== undefined && /^\p{Lu}/u.test(next.text);
}

/** A clause before its main clause with an act of its own: "Stressing that ..., X said", "while A is ready, B ...". */
function preposed(tree: Tree, i: number, matches: ReadonlyMap<number, TriggerMatch>): boolean {
  const { deprel, xpos } = tree.tokens[i]!;
  const end = tree.right[i]! + 1;
  if (deprel !== "advcl" || !matches.has(i)) return false;
  if (tree.tokens[end]?.text !== "," && tree.tokens[end - 1]!.text !== ",") return false;
  const mark = dependent(tree, i, ["mark"]);
  return (xpos === "VBG" && tree.left[i] === 0) || (mark !== undefined && CONTRAST.has(tree.tokens[mark]!.lower));
}

/** False where the governing clause goes on after the dependent: cutting would tear it. */
function endsWithGovernor(tree: Tree, i: number): boolean {
  const end = tree.right[i]!;
  const governor = tree.tokens[i]!.head;
  const nominal = tree.tokens[i]!.deprel === "conj" && !headsClause(tree, i);
  return (
    tree.children[governor]!.every(
      (child) =>
        child <= end || isLoose(tree, child) || (nominal && ["nmod", "obl"].includes(tree.tokens[child]!.deprel)),
    ) || tree.right[governor]! <= end
  );
}

function isLoose(tree: Tree, i: number): boolean {
  return ["punct", "conj", "parataxis", "advcl"].includes(tree.tokens[i]!.deprel);
}

function splitsCoordination(tree: Tree, i: number, matches: ReadonlyMap<number, TriggerMatch>): boolean {
  const governor = parallelOf(tree, i) ?? tree.tokens[i]!.head;
  const from = tree.left[i]!;
  if (headsClause(tree, i) && headsClause(tree, governor)) {
    if (tree.tokens[i]!.xpos === "VB" && dependent(tree, i, ["nsubj"]) === undefined)
      return from - governor > 2 && (matches.has(i) || hasOwnTo(tree, i) || dependent(tree, i, ["aux"]) !== undefined);
    const subject = dependent(tree, i, ["nsubj", "nsubj:pass"]);
    if (subject !== undefined && subject < i && wordsIn(tree, tree.left[governor]!, from) > 3) return true;
    return from - governor > 2 || (from - governor === 2 && matches.has(i) && matches.has(governor));
  }
  const own = matches.get(i);
  if (own?.head === i && own.trigger.frame === "verb")
    return wordsIn(tree, from, tree.right[i]! + 1) >= LEAST_OF_OBJECT;
  if (
    tree.tokens[i]!.upos === "PROPN" ||
    tree.tokens[i]!.upos === "PRON" ||
    (own?.trigger.frame !== "noun" && goesOnWith(tree, from))
  )
    return false;
  const apart = isAfterComma(tree, from) && isListed(tree, i, matches);
  if (sharesModifier(tree, governor, i)) return false;
  if (!apart && belongsTo(tree, governor)) return false;
  const governing = apart ? listingAbove(tree, i, matches) : governingMatch(tree, governor, matches);
  if (!governing || !lists(governing)) return false;
  const before = wordsIn(tree, Math.max(governing.to + 1, tree.left[governor]!), from);
  return before >= 3 && wordsIn(tree, from, tree.right[i]! + 1) >= 5;
}

/** ", and we agreed": a joining word after a comma, a subject and an act, however the parser hung them. */
function startOfJoined(tree: Tree, i: number, matches: ReadonlyMap<number, TriggerMatch>): number | undefined {
  const subject = dependent(tree, i, ["nsubj", "nsubj:pass"]);
  if (subject === undefined || subject > i || !(isFiniteAct(tree, i, matches) || isItIs(tree, i, subject)))
    return undefined;
  const start = tree.left[subject]! - 1;
  const joins = tree.tokens[start]?.upos === "CCONJ" && tree.tokens[start - 1]?.text === ",";
  return joins && wordsIn(tree, start, tree.tokens.length) >= 4 ? start : undefined;
}

function isFiniteAct(tree: Tree, i: number, matches: ReadonlyMap<number, TriggerMatch>): boolean {
  const match = matches.get(i);
  return (
    match?.head === i &&
    match.trigger.frame === "verb" &&
    ["VBD", "VBP", "VBZ", "VBN", "MD"].includes(tree.tokens[i]!.xpos)
  );
}

/** ", and it was important": a clause of its own wherever the parser hung it. */
function isItIs(tree: Tree, i: number, subject: number): boolean {
  return tree.tokens[subject]!.lower === "it" && dependent(tree, i, ["cop"]) !== undefined;
}

/** ", as well as" after a list of topics. */
function addsTopic(tree: Tree, i: number, matches: ReadonlyMap<number, TriggerMatch>): boolean {
  const at = (k: number) => tree.tokens[i + k]?.lower;
  return (
    at(-1) === "," &&
    at(0) === "as" &&
    at(1) === "well" &&
    at(2) === "as" &&
    wordsIn(tree, i, tree.tokens.length) >= 6 &&
    listingAbove(tree, i, matches) !== undefined
  );
}

/** "said that A, and that B": what is said besides. */
function addsThat(tree: Tree, i: number): boolean {
  if (tree.tokens[i]!.upos !== "CCONJ" || tree.tokens[i + 1]?.lower !== "that") return false;
  if (tree.tokens[i + 1]!.deprel !== "mark") return false;
  return wordsIn(tree, 0, i) >= LEAST_AROUND && wordsIn(tree, i, tree.tokens.length) >= LEAST_AROUND;
}

/** ", with the minister setting out B": what one of them said or did besides. */
function addsWith(tree: Tree, i: number): boolean {
  const { lower, head, deprel } = tree.tokens[i]!;
  if (lower !== "with" || tree.tokens[i - 1]?.text !== "," || deprel !== "mark" || head < i) return false;
  return tree.tokens[head]!.xpos === "VBG" && wordsIn(tree, i, tree.tokens.length) >= LEAST_AROUND;
}

/** ", including on readiness to …": an instance that is told at length. */
function addsInstance(tree: Tree, i: number): boolean {
  if (tree.tokens[i]!.lower !== "including" || tree.tokens[i - 1]?.text !== ",") return false;
  if (tree.tokens[i + 1]?.upos !== "ADP") return false;
  const end = tree.tokens.findIndex(({ text }, k) => k > i && /^[,.;]$/.test(text));
  return wordsIn(tree, i, end < 0 ? tree.tokens.length : end) >= LEAST_OF_INSTANCE;
}

function hasOwnTo(tree: Tree, i: number): boolean {
  return tree.children[i]!.some((child) => child < i && tree.tokens[child]!.lower === "to");
}

function lists({ trigger }: TriggerMatch): boolean {
  return LISTING.has(trigger.act ?? "") && !trigger.with.includes("as");
}

/** A speech verb whose content the parser hung beside it. */
function isAllThatIsSaid(tree: Tree, verb: number, matches: ReadonlyMap<number, TriggerMatch>): boolean {
  return matches.get(verb)?.trigger.speech === true && dependent(tree, verb, ["ccomp"]) === undefined;
}

/** A heavy noun phrase after a comma in a list of topics, whatever noun the parser hung it on. */
function isListed(tree: Tree, i: number, matches: ReadonlyMap<number, TriggerMatch>): boolean {
  return (
    ["NOUN"].includes(tree.tokens[i]!.upos) &&
    wordsIn(tree, tree.left[i]!, tree.right[i]! + 1) >= 5 &&
    listingAbove(tree, i, matches) !== undefined
  );
}

function listingAbove(tree: Tree, i: number, matches: ReadonlyMap<number, TriggerMatch>): TriggerMatch | undefined {
  const above = ancestors(tree, i).find((at) => tree.tokens[at]!.head < 0 || headsClause(tree, at));
  for (const at of ancestors(tree, i)) {
    const match = matches.get(at);
    if (match && lists(match) && match.trigger.frame === "verb" && (at === above || tree.tokens[at]!.head < 0))
      return match;
  }
  return undefined;
}

/** "the return of A and the opening of B": like is joined to like, though the tree joined the opening to A. */
function parallelOf(tree: Tree, i: number): number | undefined {
  if (tree.tokens[i]!.deprel !== "conj" || !isOfPhrase(tree, i)) return undefined;
  for (let at = tree.tokens[i]!.head; at >= 0 && tree.tokens[at]!.deprel === "nmod"; at = tree.tokens[at]!.head) {
    const outer = tree.tokens[at]!.head;
    if (outer >= 0 && tree.tokens[outer]!.deprel !== "nmod") return isOfPhrase(tree, outer) ? outer : undefined;
  }
  return undefined;
}

/** "the return of …" */
function isOfPhrase(tree: Tree, noun: number): boolean {
  const owned = dependents(tree, noun, ["nmod"]).some((k) => caseOf(tree, k) === "of");
  return owned && tree.tokens[noun]!.upos === "NOUN" && dependent(tree, noun, ["det"]) !== undefined;
}

function caseOf(tree: Tree, i: number): string {
  const at = dependent(tree, i, ["case"]);
  return at === undefined ? "" : tree.tokens[at]!.lower;
}

/** "the United States and | its allies", "military, economic, and | humanitarian aid": no new topic, whatever the tree says. */
function goesOnWith(tree: Tree, from: number): boolean {
  let last = from - 1;
  while (last > 0 && ["PUNCT", "CCONJ"].includes(tree.tokens[last]!.upos)) last -= 1;
  let first = from;
  while (["PUNCT", "CCONJ"].includes(tree.tokens[first]?.upos ?? "")) first += 1;
  const [before, after] = [tree.tokens[last], tree.tokens[first]];
  if (after?.xpos === "PRP$" || after?.lower === "others" || after?.lower === "other") return before?.upos === "PROPN";
  return after?.upos === "ADJ" && before?.upos === "ADJ";
}

/** "the sovereignty and territorial integrity of Chad": a bare noun before "and" shares what follows the second. */
function sharesModifier(tree: Tree, governor: number, i: number): boolean {
  if (tree.tokens[governor]!.deprel !== "nmod") return false;
  const bare = tree.tokens[governor + 1]?.upos === "CCONJ" && governor + 2 >= tree.left[i]! && i - governor <= 3;
  return bare && dependents(tree, governor, ["nmod", "acl"]).length === 0 && dependent(tree, i, ["nmod"]) !== undefined;
}

/** Whose or with whom something is is no list of topics: "concerns of the government and its allies". */
function belongsTo(tree: Tree, noun: number): boolean {
  return tree.children[noun]!.some((i) => tree.tokens[i]!.deprel === "case" && OWNERSHIP.has(tree.tokens[i]!.lower));
}

/** The trigger whose topic a noun is: its object, or what stands under its preposition, a step or two below it. */
function governingMatch(tree: Tree, i: number, matches: ReadonlyMap<number, TriggerMatch>): TriggerMatch | undefined {
  for (let at = i, steps = 0; steps < 2; steps++) {
    const { head, deprel } = tree.tokens[at]!;
    if (head < 0 || !TOPIC_PATHS.has(deprel)) return undefined;
    const match = matches.get(head);
    if (match) return match;
    at = head;
  }
  return undefined;
}

function splitsAdverbial(tree: Tree, i: number, from: number, matches: ReadonlyMap<number, TriggerMatch>): boolean {
  const mark = dependent(tree, i, ["mark"]);
  const word = mark === undefined ? "" : tree.tokens[mark]!.lower;
  if (CONTRAST.has(word)) return tree.tokens[mark! + 1]?.upos !== "PUNCT";
  return (
    mark === undefined &&
    tree.tokens[i]!.xpos === "VBG" &&
    isAfterComma(tree, from) &&
    (matches.has(i) || tree.right[i]! - from >= 5)
  );
}

function isMarkedOff(tree: Tree, from: number): boolean {
  return [tree.tokens[from], tree.tokens[from - 1]].some(
    (token) => token !== undefined && (token.upos === "CCONJ" || /^[,;:—–]$/.test(token.text)),
  );
}

function isAfterComma(tree: Tree, from: number): boolean {
  return (
    tree.tokens[from]?.text === "," ||
    tree.tokens[from - 1]?.text === "," ||
    tree.tokens[from]?.text === "—" ||
    tree.tokens[from - 1]?.text === "—"
  );
}

function wordsIn(tree: Tree, from: number, to: number): number {
  let words = 0;
  for (let i = from; i < to; i++) if (tree.tokens[i]!.upos !== "PUNCT") words += 1;
  return words;
}

function mergeShort(tree: Tree, stretches: { from: number; to: number }[]): { from: number; to: number }[] {
  const merged: { from: number; to: number }[] = [];
  for (const stretch of stretches) {
    const last = merged.at(-1);
    if (
      last &&
      (wordsIn(tree, stretch.from, stretch.to) < SHORTEST_WORDS || wordsIn(tree, last.from, last.to) < SHORTEST_WORDS)
    )
      last.to = stretch.to;
    else merged.push({ ...stretch });
  }
  return merged;
}

/** The token whose governor stands outside of the stretch; among several the one that heads a clause, then the first. */
function headOf(tree: Tree, from: number, to: number): number {
  const outside: number[] = [];
  for (let i = from; i < to; i++) {
    const { head, upos } = tree.tokens[i]!;
    if ((head < from || head >= to) && upos !== "PUNCT") outside.push(i);
  }
  return (
    outside.find((i) => tree.tokens[i]!.head < 0) ?? outside.find((i) => headsClause(tree, i)) ?? outside[0] ?? from
  );
}
