/** The words around a token, without the tree -> what they do to it: a second look where parsing is weakest. */
import type { Tree } from "../text/syntax/tree.js";

export type Surroundings = "conditional" | "negated" | "open" | undefined;

const CONDITIONAL = new Set(["if", "unless", "lest", "provided", "providing", "assuming"]);
/** Conjunctions of time that look ahead where the main clause does: "once the sides agree, the bridge will open". */
const AHEAD = new Set(["once", "when", "whenever", "soon", "after"]);
const AHEAD_MODALS = new Set(["will", "would", "must", "can", "may", "shall", "'ll"]);
/** Nouns and verbs whose that-clause says no more than that somebody says or thinks so. */
const SUPPOSED = new Set([
  "claim",
  "rumour",
  "rumor",
  "idea",
  "notion",
  "evidence",
  "suggestion",
  "allegation",
  "speculation",
  "report",
  "denial",
  "assertion",
  "hope",
  "fear",
  "belief",
  "doubt",
  "hint",
  "sign",
  "possibility",
  "chance",
  "scenario",
  "myth",
  "impression",
  "demand",
  "condition",
  "expectation",
  "indication",
  "proof",
  "lie",
  "fiction",
  "fantasy",
  "invention",
  "falsehood",
  "fabrication",
  "misconception",
  "assumption",
  "theory",
  "hypothesis",
  "understanding",
  "view",
  "opinion",
  "threat",
  "warning",
  "promise",
  "pledge",
  "prediction",
  "forecast",
  "question",
  "story",
  "word",
  "suspicion",
  "insistence",
  "contention",
  "complaint",
  "illusion",
]);
/** Verbs after which "if" asks and sets no condition. */
const ASKING = new Set([
  "ask",
  "know",
  "say",
  "see",
  "wonder",
  "tell",
  "doubt",
  "clear",
  "unclear",
  "check",
  "decide",
  "learn",
  "enquire",
  "inquire",
]);
const NO_CASE = new Set(["at", "under", "in", "on"]);
const SAID = new Set(["say", "conclude", "claim", "think", "assume", "believe", "infer", "suggest", "imagine"]);
const NOBODY = new Set(["neither", "nor", "no", "none", "nobody"]);
/** "no doubt", "no sooner": they deny nothing. */
const NO_MATTER = new Set(["doubt", "sooner", "less", "fewer", "wonder", "matter", "other"]);
const NOT = new Set(["not", "n't", "n’t", "never"]);
const DAYS = new Set(["day", "time", "moment", "hour", "point"]);
const ANYBODY = new Set(["anyone", "whoever", "anybody", "whichever", "whatever"]);
const FEW = new Set(["few", "little"]);
const REACH = 14;

/** Looks left to the nearest mark or the start of the sentence. */
export function surroundingsOf(tree: Tree, token: number): Surroundings {
  const before = wordsBefore(tree, token);
  if (opensWithOnly(tree)) return "conditional";
  if (/^(?:who|which|whose)$/.test(tree.tokens[token - before.length]!.lower) && token === before.length) return "open";
  if (isOfFew(tree, token, before)) return "open";
  if (isOfNoneThereIs(tree, before) || isOfAnother(tree, token, before)) return "negated";
  const left = isLeftOut(before) || isOfNobody(tree, token, before.length) || isNotAside(tree, token);
  return inverted(tree, token) ?? (left ? "negated" : (idiom(tree, token) ?? subordinator(tree, token, before)));
}

/** "Not until the last soldier has left will Chad agree", "Only if the road opens will they accept". */
function opensWithOnly(tree: Tree): boolean {
  const [first, second] = tree.tokens.map(({ lower }) => lower);
  return first === "not"
    ? second === "until"
    : first === "only" && ["if", "when", "once", "after", "then"].includes(second!);
}

/** "There is no doubt that they agreed": no such thing as a state that did not. */
const SURE = new Set(["doubt", "question", "denying", "secret", "mistake"]);

/** "There is no state in the region that has agreed". */
function isOfNoneThereIs(tree: Tree, before: readonly string[]): boolean {
  const [there, be, no, what] = tree.tokens;
  if (SURE.has(what?.lower ?? "")) return false;
  const relative = before.some((word) => word === "that" || word === "which" || word === "who");
  return there!.lower === "there" && be?.lemma === "be" && no?.lower === "no" && relative;
}

/** "Few states agreed", "Little was agreed": next to nobody and nothing. */
function isOfFew(tree: Tree, token: number, before: readonly string[]): boolean {
  const from = token - before.length;
  const few = before[0] === "very" || before[0] === "too" ? 1 : 0;
  return FEW.has(before[few] ?? "") && !tree.tokens.slice(from, token).some(({ upos }) => upos === "VERB");
}

/** "It was not the king who signed": somebody did, but not he. */
function isOfAnother(tree: Tree, token: number, before: readonly string[]): boolean {
  const start = token - before.length;
  const [it, be, not] = tree.tokens.slice(start, start + 3);
  return it!.lower === "it" && be?.lemma === "be" && NOT.has(not?.lower ?? "") && before.includes("who");
}

/** "Neither government has so far accepted": nobody opens the clause and no verb stands between. */
function isOfNobody(tree: Tree, token: number, reach: number): boolean {
  const from = token - reach;
  if (reach < 2 || !(NOBODY.has(tree.tokens[from]!.lower) || isNotOne(tree, from))) return false;
  if (NO_MATTER.has(tree.tokens[from + 1]!.lower)) return false;
  return !tree.tokens.slice(from, token).some(({ upos }) => upos === "VERB" || upos === "SCONJ");
}

const EACH = new Set(["a", "one", "all", "every", "many", "everyone", "everybody", "everything"]);

/** "Not a single member", "not one of them", "not all states". */
function isNotOne(tree: Tree, i: number): boolean {
  return tree.tokens[i]!.lower === "not" && EACH.has(tree.tokens[i + 1]!.lower);
}

/** "did not, in the end, agree": the verb goes on after words between commas. */
function isNotAside(tree: Tree, token: number): boolean {
  if (tree.tokens[token - 1]?.text !== ",") return false;
  const opening = tree.tokens.findLastIndex(({ text }, i) => i < token - 1 && text === ",");
  return opening > 0 && token - opening <= REACH && NOT.has(tree.tokens[opening - 1]!.lower);
}

function wordsBefore(tree: Tree, token: number): string[] {
  const words: string[] = [];
  for (let i = token - 1; i >= 0 && i >= token - REACH; i--) {
    const { lower, upos } = tree.tokens[i]!;
    if (upos === "PUNCT" && lower !== "-" && lower !== "’" && lower !== "'") break;
    words.unshift(lower);
  }
  return words;
}

/** "yet to accept", "far from accepting", "all but accepted", "nowhere near", "instead of", "rather than", "going to", "let them accept". */
function idiom(tree: Tree, token: number): Surroundings {
  const at = (back: number) => tree.tokens[token - back]?.lower ?? "";
  const two = `${at(2)} ${at(1)}`;
  if (two === "yet to" || `${at(3)} ${two}` === "yet to be") return "negated";
  if (two === "far from" || two === "instead of" || two === "rather than") return "negated";
  if (at(1) === "before" || (at(1) === "ever" && at(2) !== "than")) return "open";
  if (two === "going to" || two === "about to" || two === "remain to" || two === "set to") return "open";
  if (two === "all but") return "open";
  if (["nowhere near", "no longer"].includes(two)) return two === "no longer" ? undefined : "open";
  if (["towards", "toward", "near", "nearing"].includes(at(1))) return "open";
  if (["let", "lets"].includes(at(2)) || at(1) === "let") return "open";
  return isScareQuoted(tree, token) ? "open" : undefined;
}

/** Auxiliaries that stand before their subject behind a fronted denial. */
const FRONTED_BY = new Set(["did", "do", "does", "have", "has", "had"]);

/** "at no point", "in no way", "Never before". */
function isFronted(word: string, before: string | undefined): boolean {
  return word === "no" ? NO_CASE.has(before ?? "") : word === "never" && before === undefined;
}

/** "has not accepted the fine or agreed": the negation before "or" holds after it; "at no point did they agree". */
function isLeftOut(before: readonly string[]): boolean {
  const denial = before.findIndex((word, i) => isFronted(word, before[i - 1]));
  if (denial >= 0 && before.slice(denial).some((word) => FRONTED_BY.has(word))) return true;
  return before.at(-1) === "or" && before.some((word) => NOT.has(word));
}

/** A word alone between quotation marks is somebody else's word. */
function isScareQuoted(tree: Tree, token: number): boolean {
  const mark = /^["“”«»]$/;
  return mark.test(tree.tokens[token - 1]?.text ?? "") && mark.test(tree.tokens[token + 1]?.text ?? "");
}

const DO = new Set(["do", "does", "did"]);

/** "Had Kyiv agreed", "Were Ankara to accept", "Should Baku accept", "Did they agree": an auxiliary before its subject at the start. */
function inverted(tree: Tree, token: number): Surroundings {
  for (let i = token - 1; i >= 0 && i >= token - REACH; i--) {
    const { lower, upos } = tree.tokens[i]!;
    const opens = i === 0 || tree.tokens[i - 1]!.upos === "PUNCT" || tree.tokens[i - 1]!.upos === "CCONJ";
    const next = tree.tokens[i + 1];
    if (
      opens &&
      ["had", "were", "should"].includes(lower) &&
      next &&
      ["PROPN", "NOUN", "PRON", "DET", "ADJ"].includes(next.upos)
    )
      return "conditional";
    if (opens && upos === "AUX" && DO.has(lower) && next && ["PROPN", "NOUN", "PRON", "DET"].includes(next.upos))
      return "open";
    if (opens && i === 0 && lower === "may" && next && ["DET", "PRON", "NOUN", "PROPN"].includes(next.upos))
      return "open";
    if (upos === "PUNCT") return undefined;
  }
  return undefined;
}

function subordinator(tree: Tree, token: number, before: readonly string[]): Surroundings {
  const condition = tree.tokens.findLastIndex(
    ({ lower }, i) => i < token && i >= token - before.length && CONDITIONAL.has(lower),
  );
  if (condition >= 0)
    return tree.tokens[condition]!.lower === "if" && ASKING.has(tree.tokens[condition - 1]?.lemma ?? "")
      ? "open"
      : "conditional";
  const until = tree.tokens.findLastIndex(
    ({ lower, deprel }, i) =>
      i < token && i >= token - before.length && (lower === "until" || lower === "till") && deprel === "mark",
  );
  if (until >= 0) return "conditional";
  if (before.includes("whether")) return "open";
  if (before.some((word, i) => word === "though" && before[i - 1] === "as")) return "open";
  if (tree.tokens[token]!.xpos === "VBP" && before.some((word, i) => word === "when" && DAYS.has(before[i - 1] ?? "")))
    return "open";
  if (before.some((word, i) => word === "that" && ["event", "condition", "case"].includes(before[i - 1] ?? "")))
    return "conditional";
  if (before.some((word) => ANYBODY.has(word)) || isSupposed(tree, token, before.length)) return "open";
  const ahead =
    before.some((word) => AHEAD.has(word)) && tree.tokens.slice(token).some(({ lower }) => AHEAD_MODALS.has(lower));
  return ahead ? "conditional" : undefined;
}

/** "the idea that ...", "to say that ...", "a scenario in which ...". */
function isSupposed(tree: Tree, token: number, reach: number): boolean {
  for (let i = token - reach; i < token; i++) {
    const { lower } = tree.tokens[i]!;
    const before = tree.tokens[i - 1];
    const twoBefore = tree.tokens[i - 2];
    if (lower === "which" && before?.lower === "in" && SUPPOSED.has(twoBefore?.lemma ?? "")) return true;
    if (lower !== "that" || !before) continue;
    if (before.upos === "NOUN" && SUPPOSED.has(before.lemma)) return true;
    if (SAID.has(before.lemma) && ["to", "not", "can", "n't", "never"].includes(twoBefore?.lower ?? "")) return true;
  }
  return false;
}
