/** A parsed sentence -> the trigger entries that its words meet, at most one a head token. */
import type { Trigger } from "../model/catalog.js";
import { matchPatterns, type PatternMatch } from "../text/pattern.js";
import { dependent, dependents, type Tree } from "../text/syntax/tree.js";
import { type Lexicon, specificity } from "./lexicon.js";

export interface TriggerMatch {
  trigger: Trigger;
  /** The token that heads the match: the verb, predicate or noun; for a phrase its head in the tree. */
  head: number;
  /** First and last token of the words that made the match (both inclusive). */
  from: number;
  to: number;
  /** The object noun of a verb frame that asks for one. */
  object: number | undefined;
}

const REACH = 7;
const BE = new Set(["be", "remain", "stand", "stay", "become", "seem", "appear", "feel", "declare"]);

/** Matches in order of their head; the more specific entry wins a token, phrases among them. */
export function matchTriggers(tree: Tree, lexicon: Lexicon): TriggerMatch[] {
  const best = new Map<number, TriggerMatch>();
  const exceptions = exceptionsIn(tree, lexicon);
  const offer = (match: TriggerMatch) => {
    if (isOfTitle(tree, match.head)) return;
    if (match.trigger.unless.length > 0 && exceptions().some((exception) => takesBack(exception, match))) return;
    const rival = best.get(match.head);
    if (!rival || outranks(match.trigger, rival.trigger)) best.set(match.head, match);
  };
  tree.tokens.forEach((token, head) => {
    for (const trigger of lexicon.triggers.get(token.lemma) ?? []) {
      const match = matchFrame(tree, head, trigger);
      if (match) offer(asFurtherObject(tree, match));
    }
  });
  for (const { id, from, to } of matchPatterns(lexicon.phrasePatterns, tree.tokens)) {
    const trigger = lexicon.phrases.get(id)!;
    const head = headOf(tree, from, to);
    const beside =
      trigger.act === null && !trigger.speech && !trigger.hides && (best.get(head)?.trigger.act ?? null) !== null;
    offer({ trigger, head: beside ? from : head, from, to: to - 1, object: undefined });
  }
  return [...best.values()].filter((match) => !isInside(match, best)).sort((a, b) => a.head - b.head);
}

/** Where the sentence has words that take a trigger back; looked for once, and only if somebody asks. */
function exceptionsIn(tree: Tree, lexicon: Lexicon): () => readonly PatternMatch[] {
  let found: readonly PatternMatch[] | undefined;
  return () => {
    found ??= matchPatterns(lexicon.exceptions, tree.tokens);
    return found;
  };
}

/** “The Day We Accepted Defeat”: capitals within a quotation are those of a title, which does nothing. */
function isOfTitle({ tokens }: Tree, i: number): boolean {
  if (!TITLE_WORD.test(tokens[i]!.text) || !TITLE_WORD.test(tokens[i - 1]?.text ?? "")) return false;
  return tokens.slice(0, i - 1).filter(({ text }) => /^["“”]$/.test(text)).length % 2 === 1;
}

const TITLE_WORD = /^\p{Lu}\p{Ll}+$/u;

function takesBack({ id, from, to }: PatternMatch, match: TriggerMatch): boolean {
  return id === match.trigger.id && from <= match.to && to > match.from;
}

const SHORT_PHRASE = 4;

/** The tokens through which a match governs: its head and object, and every word of a short phrase. */
export function matchesByToken(matches: readonly TriggerMatch[]): Map<number, TriggerMatch> {
  const byToken = new Map<number, TriggerMatch>();
  for (const match of matches) {
    const { frame, pattern } = match.trigger;
    if (frame !== "phrase" || pattern?.includes("…") || match.to - match.from >= SHORT_PHRASE) continue;
    for (let i = match.from; i <= match.to; i++) byToken.set(i, match);
  }
  for (const match of matches) for (const i of [match.object ?? match.head, match.head]) byToken.set(i, match);
  return byToken;
}

/** The more specific entry; a governor of fulfilment never hides an act unless its entry says that there is none. */
function outranks(a: Trigger, b: Trigger): boolean {
  const plain = ({ act, frame, speech, hides }: Trigger) => act === null && !speech && !hides && frame !== "phrase";
  if (plain(a) !== plain(b)) return plain(b);
  return specificity(a) > specificity(b);
}

/** A match whose head another, wider match has among its words says nothing of its own. */
function isInside(match: TriggerMatch, best: ReadonlyMap<number, TriggerMatch>): boolean {
  for (const other of best.values()) {
    if (other === match || (other.trigger.act === null && !other.trigger.hides && match.trigger.act !== null)) continue;
    const covered =
      other.trigger.frame === "phrase"
        ? match.head >= other.from && match.head <= other.to
        : match.head === other.object;
    if (covered && specificity(other.trigger) >= specificity(match.trigger)) return true;
  }
  return false;
}

/** The token of a stretch whose head lies outside of it, verbs first. */
function headOf(tree: Tree, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const { head, upos } = tree.tokens[i]!;
    if ((head < from || head >= to) && ["VERB", "ADJ", "NOUN", "AUX", "ADV"].includes(upos)) return i;
  }
  for (let i = from; i < to; i++) if (tree.tokens[i]!.upos === "VERB") return i;
  return from;
}

function matchFrame(tree: Tree, head: number, trigger: Trigger): TriggerMatch | null {
  const fits = { verb: isVerb, adjective: isPredicate, noun: isNoun, phrase: () => false }[trigger.frame];
  if (!fits(tree, head)) return null;
  const object = trigger.object.length > 0 ? objectOf(tree, head, trigger.object) : undefined;
  if (trigger.object.length > 0 && (object === undefined || asksOnlyItself(tree, head, trigger))) return null;
  const particle = trigger.with.length > 0 ? particleOf(tree, head, object, trigger.with) : undefined;
  if (trigger.with.length > 0 && particle === undefined) return null;
  if (trigger.complement.length > 0 && !trigger.complement.some((kind) => hasComplement(tree, head, object, kind)))
    return null;
  const words = [head, object ?? head, particle ?? head];
  return { trigger, head, object, from: Math.min(...words), to: Math.max(...words) };
}

/** "would like to thank our partner": with the infinitive right behind the verb nobody else is asked to do it. */
function asksOnlyItself(tree: Tree, head: number, { complement }: Trigger): boolean {
  return complement.includes("infinitive") && tree.tokens[head + 1]?.lower === "to";
}

/**
 * "expressed support for A and readiness to do B": an object behind "and" makes an act of its own, with the verb left
 * out; not the second half of one object ("hope and confidence that").
 */
function asFurtherObject(tree: Tree, match: TriggerMatch): TriggerMatch {
  const { head, object, trigger } = match;
  if (object === undefined || trigger.frame !== "verb" || trigger.with.length > 0) return match;
  const first = dependents(tree, head, ["obj", "nsubj:pass"])[0];
  if (first === undefined || object - first <= 2 || tree.right[object] === object) return match;
  const joined = tree.tokens.slice(first, object).some(({ upos, deprel }) => upos === "CCONJ" || deprel === "cc");
  return joined ? { trigger, head: object, object, from: object, to: object } : match;
}

function isVerb(tree: Tree, i: number): boolean {
  const { upos, xpos, deprel } = tree.tokens[i]!;
  return (
    (upos === "VERB" || (upos === "AUX" && deprel === "root") || (upos === "ADJ" && xpos.startsWith("VB"))) &&
    deprel !== "compound" &&
    !(deprel === "amod" && (isAttribute(tree, i) || (xpos !== "VBG" && tree.children[i]!.length === 0)))
  );
}

/** "a threatening crisis", "false news": a word right before its noun says what kind the noun is. */
function isAttribute(tree: Tree, i: number): boolean {
  const { deprel, head } = tree.tokens[i]!;
  return deprel === "amod" && head === i + 1 && tree.tokens[head]!.upos === "NOUN";
}

function isPredicate(tree: Tree, i: number): boolean {
  const { upos, xpos, deprel } = tree.tokens[i]!;
  if (isAttribute(tree, i)) return false;
  if (upos !== "ADJ" && upos !== "VERB" && upos !== "ADV") return false;
  if (upos === "VERB" && !["VBN", "VBD", "JJ"].includes(xpos)) return false;
  if (dependents(tree, i, ["cop", "aux:pass"]).length > 0) return true;
  if (["xcomp", "root", "acl", "conj", "advcl", "ccomp"].includes(deprel) && upos === "ADJ") return true;
  for (let k = i - 1; k >= 0 && k >= i - 4; k--) if (BE.has(tree.tokens[k]!.lemma)) return true;
  return false;
}

function isNoun(tree: Tree, i: number): boolean {
  const { upos, deprel } = tree.tokens[i]!;
  return (upos === "NOUN" || upos === "PROPN") && deprel !== "compound";
}

/** The direct object or passive subject among `lemmas`; where the tree has none, the next noun in reach. */
function objectOf(tree: Tree, head: number, lemmas: readonly string[]): number | undefined {
  for (const noun of dependents(tree, head, ["obj", "iobj", "nsubj:pass", "xcomp", "obl"])) {
    if (tree.tokens[noun]!.deprel === "obl" && dependent(tree, noun, ["case"]) !== undefined) continue;
    if (tree.tokens[noun]!.xpos === "VBG") continue;
    const direct = [noun, ...dependents(tree, noun, ["conj"])].find((i) => lemmas.includes(tree.tokens[i]!.lemma));
    if (direct !== undefined) return direct;
  }
  const { deprel, head: governor } = tree.tokens[head]!;
  if (deprel === "acl" || deprel === "acl:relcl")
    if (governor >= 0 && lemmas.includes(tree.tokens[governor]!.lemma)) return governor;
  const other = dependents(tree, head, ["obj"]).find((noun) => noun > head);
  for (let i = head + 1; i < tree.tokens.length && i <= head + REACH; i++) {
    const token = tree.tokens[i]!;
    if (other !== undefined && i > other && token.upos === "ADP" && token.lower !== "of") return undefined;
    if (token.upos === "VERB" || token.upos === "SCONJ" || (token.upos === "PUNCT" && /[;:.—]/.test(token.text)))
      return undefined;
    if (token.upos === "NOUN" && lemmas.includes(token.lemma)) return i;
  }
  return undefined;
}

/** A particle or preposition next to the head or its object, or heading one of their phrases. */
function particleOf(
  tree: Tree,
  head: number,
  object: number | undefined,
  forms: readonly string[],
): number | undefined {
  const hosts = object === undefined ? [head] : [object, head];
  for (const host of hosts) {
    for (let i = host + 1; i <= host + 2 && i < tree.tokens.length; i++) {
      const token = tree.tokens[i]!;
      if (forms.includes(token.lower)) return i;
      if (token.upos !== "ADV" && token.upos !== "PUNCT") break;
    }
    for (const child of tree.children[host]!) {
      if (child < host) continue;
      const token = tree.tokens[child]!;
      if (["compound", "compound:prt", "advmod", "case"].includes(token.deprel) && forms.includes(token.lower))
        return child;
      const marker = dependents(tree, child, ["case", "mark"]).find(
        (i) => i > host && forms.includes(tree.tokens[i]!.lower),
      );
      if (marker !== undefined) return marker;
    }
  }
  return undefined;
}

type Complement = Trigger["complement"][number];

function hasComplement(tree: Tree, head: number, object: number | undefined, kind: Complement): boolean {
  const host = object ?? head;
  const { tokens } = tree;
  const clauses = [
    ...dependents(tree, host, ["xcomp", "ccomp", "acl", "advcl"]),
    ...(object === undefined ? [] : dependents(tree, head, ["xcomp", "ccomp", "advcl"])),
  ].filter((i) => i > head);
  const after = (test: (i: number) => boolean, reach = 4): boolean => {
    for (let i = host + 1; i <= host + reach && i < tokens.length; i++) if (test(i)) return true;
    return false;
  };
  switch (kind) {
    case "infinitive":
      return (
        clauses.some((i) => leadsWithTo(tree, i)) ||
        after((i) => tokens[i]!.lower === "to" && tokens[i + 1]?.xpos === "VB", 3)
      );
    case "that":
      return (
        after((i) => tokens[i]!.lower === "that" && tokens[i]!.deprel !== "det", 3) ||
        clauses.some((i) => ["ccomp"].includes(tokens[i]!.deprel) && !leadsWithTo(tree, i))
      );
    case "gerund":
      return (
        clauses.some((i) => tokens[i]!.xpos === "VBG" && dependents(tree, i, ["nsubj", "aux"]).length === 0) ||
        after((i) => tokens[i]!.xpos === "VBG", 3)
      );
    case "direct":
      return (
        dependents(tree, head, ["obj", "nsubj:pass"]).length > 0 || ["acl", "acl:relcl"].includes(tokens[head]!.deprel)
      );
    case "quote":
      return after((i) => /^["“«:]/.test(tokens[i]!.text), 4);
  }
}

function leadsWithTo(tree: Tree, clause: number): boolean {
  return dependents(tree, clause, ["mark", "aux"]).some((i) => tree.tokens[i]!.lower === "to");
}
