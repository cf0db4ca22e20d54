/** A parsed sentence -> the same with coordinated verbs hung where their form says they belong; parsers hang them too low. */
import type { Sentence, Token } from "../text/syntax/sentence.js";
import type { Lexicon } from "./lexicon.js";

/**
 * Five rules. A clause with "that" and a subject of its own tells no name from another ("told President X that Y will"):
 * the verb before the name governs it. ", and we agreed" starts a clause of its own. A finite verb cannot be coordinated with an infinitive or gerund ("failed to agree on gas but agreed on
 * water"). A finite verb without a subject after reported speech belongs to who speaks when the reported clause is told
 * in another tense or of a thing ("said the road was open and ordered the army to leave"). A verb with an auxiliary is
 * coordinated with the verb that has the same one, never with a noun.
 */
export function mendTree(sentence: Sentence, lexicon: Lexicon): Sentence {
  const { tokens } = sentence;
  let mended: Token[] | undefined;
  tokens.forEach((token, i) => {
    const teller = isToldTo(tokens, i) ? predicateAbove(tokens, token.head) : undefined;
    if (teller !== undefined) {
      mended ??= tokens.map((each) => ({ ...each }));
      Object.assign(mended[i]!, { deprel: "ccomp", head: teller });
      return;
    }
    if (joinsAnew(tokens, i, lexicon)) {
      mended ??= tokens.map((each) => ({ ...each }));
      Object.assign(mended[i]!, { deprel: "conj", head: rootOf(tokens) });
      return;
    }
    if (token.deprel !== "conj") return;
    const like = likeAuxiliary(tokens, i);
    if (!isFiniteVerb(tokens, i) && like === undefined) return;
    const target = like ?? fromNonFinite(tokens, i) ?? fromReported(tokens, i, lexicon);
    if (target === undefined) return;
    mended ??= tokens.map((each) => ({ ...each }));
    mended[i]!.head = target;
  });
  return mended ? { ...sentence, tokens: mended } : sentence;
}

function isToldTo(tokens: readonly Token[], i: number): boolean {
  const { deprel, head } = tokens[i]!;
  if (!deprel.startsWith("acl") || head < 0 || tokens[head]!.upos !== "PROPN") return false;
  return hasChild(tokens, i, (token) => token.lower === "that" && token.deprel === "mark");
}

/** The verb, or adjective with a copula, above a noun. */
function predicateAbove(tokens: readonly Token[], noun: number): number | undefined {
  for (let at = tokens[noun]!.head, steps = 0; at >= 0 && steps < 6; at = tokens[at]!.head, steps++) {
    if (tokens[at]!.upos === "VERB" || hasChild(tokens, at, ({ deprel }) => deprel === "cop")) return at;
  }
  return undefined;
}

/** ", and we agreed": a clause with a subject of its own after a comma and "and" is coordinated, not reported. */
function joinsAnew(tokens: readonly Token[], i: number, lexicon: Lexicon): boolean {
  const { deprel, head } = tokens[i]!;
  if ((deprel !== "ccomp" && deprel !== "parataxis") || head < 0 || head > i) return false;
  const subject = tokens.findIndex((token) => token.head === i && token.deprel.startsWith("nsubj"));
  if (subject < 2 || subject > i || (tokens[subject]!.upos !== "PRON" && tells(tokens[head]!, lexicon))) return false;
  const first = firstOf(tokens, subject);
  return ["and", "but"].includes(tokens[first - 1]?.lower ?? "") && tokens[first - 2]?.text === ",";
}

/** The first token of the words that belong to a noun and stand before it. */
function firstOf(tokens: readonly Token[], noun: number): number {
  let first = noun;
  while (
    first > 0 &&
    tokens[first - 1]!.head >= first &&
    tokens[first - 1]!.head <= noun &&
    tokens[first - 1]!.deprel !== "cc"
  )
    first -= 1;
  return first;
}

function tells({ lemma }: Token, lexicon: Lexicon): boolean {
  return (lexicon.triggers.get(lemma) ?? []).some(({ speech, complement }) => speech && complement.join() !== "quote");
}

function rootOf(tokens: readonly Token[]): number {
  return tokens.findIndex(({ head }) => head < 0);
}

function isFiniteVerb(tokens: readonly Token[], i: number): boolean {
  return ["VBD", "VBZ"].includes(tokens[i]!.xpos);
}

function fromNonFinite(tokens: readonly Token[], i: number): number | undefined {
  const parent = tokens[i]!.head;
  if (
    !["VB", "VBG"].includes(tokens[parent]!.xpos) ||
    hasChild(tokens, parent, (token) => token.deprel === "aux" && token.lower !== "to")
  )
    return undefined;
  for (let at = tokens[parent]!.head, steps = 0; at >= 0 && steps < 6; at = tokens[at]!.head, steps++) {
    if (isFiniteVerb(tokens, at) && at < i) return at;
  }
  return undefined;
}

/** "said they had met but agreed on nothing": a form in -ed may share the auxiliary, and stays in what was said. */
function fromReported(tokens: readonly Token[], i: number, lexicon: Lexicon): number | undefined {
  const parent = tokens[i]!.head;
  const { head: speech, deprel } = tokens[parent]!;
  if (deprel !== "ccomp" || speech < 0 || !isFiniteVerb(tokens, speech) || hasOwnSubject(tokens, i)) return undefined;
  if (!tells(tokens[speech]!, lexicon)) return undefined;
  const otherTense = hasChild(
    tokens,
    parent,
    (token) => token.deprel === "aux" && ["had", "has", "have", "will", "would"].includes(token.lower),
  );
  const had = hasChild(tokens, parent, (token) => token.deprel === "aux" && token.lower === "had");
  if (had && tokens[i]!.lower.endsWith("ed")) return undefined;
  const subject = tokens.find((token) => token.head === parent && token.deprel.startsWith("nsubj"));
  return otherTense || (subject?.upos === "NOUN" && tokens[i]!.xpos === "VBD") ? speech : undefined;
}

/** "have turned away and have broken the truce", "must be and must remain": like is joined to like. */
function likeAuxiliary(tokens: readonly Token[], i: number): number | undefined {
  const own = tokens.findIndex(({ head, deprel }, k) => head === i && k < i && deprel === "aux");
  const parent = tokens[i]!.head;
  if (
    own < 0 ||
    ["VERB", "AUX"].includes(tokens[parent]!.upos) ||
    hasChild(tokens, i, ({ deprel }) => deprel.startsWith("nsubj"))
  )
    return undefined;
  const first = tokens.findLastIndex(
    ({ lower, deprel }, k) => k < own && deprel === "aux" && lower === tokens[own]!.lower,
  );
  const target = first < 0 ? -1 : tokens[first]!.head;
  return target >= 0 && target !== parent && target < own ? target : undefined;
}

function hasOwnSubject(tokens: readonly Token[], i: number): boolean {
  return hasChild(tokens, i, (token) => token.deprel.startsWith("nsubj") || token.deprel === "aux");
}

function hasChild(tokens: readonly Token[], i: number, test: (token: Token) => boolean): boolean {
  return tokens.some((token) => token.head === i && test(token));
}
