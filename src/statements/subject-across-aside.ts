/** A verb behind words between commas or dashes -> the actor who stands before those words, whom the parser loses there. */
import { opensVerb, tokenBefore } from "./around-phrase.js";
import type { Mention } from "./mention.js";
import type { Reading } from "./read-sentences.js";

const LONGEST_ASIDE = 20;
const LONGEST_APPOSITION = 5;
const MARK = /^(?:,|[–—-]{1,2})$/;
/** What an aside opens with: "which hosts the talks", "after a night of calls", "asked to mediate", "so Chile reports". */
const OPENS_ASIDE = /^(?:W(?:DT|P)\$?|IN|VB[NG]|RB|DT|PRP\$)$/;

/** "Uganda, Kenya says, has agreed", "Somalia, after a night of calls, agreed": undefined where no such words stand between. */
export function subjectAcrossAside(reading: Reading, head: number): string[] | undefined {
  const { tree, mentions, frames } = reading;
  const { tokens } = tree;
  const verb = startOfVerb(tokens, head);
  const told = overClaim(reading, verb) ?? lastOfSeveral(reading, verb);
  if (told) return [...told.ids];
  const end = verb - 1;
  if (!opensVerb(tokens[verb]) || !MARK.test(tokens[end]?.text ?? "")) return undefined;
  const subject = mentions.find(({ from, to, possessive, modifier, kind }) => {
    if (to >= end || end - to > LONGEST_ASIDE || tokens[to]!.text !== tokens[end]!.text) return false;
    if (possessive || modifier || kind === "place" || !opensClause(tokens, from)) return false;
    const spoken = frames.some((frame) => frame.from <= to + 1 && frame.to >= end);
    return spoken || isAside(tokens, to + 1, end);
  });
  return subject && [...subject.ids];
}

/** "Mongolia, which China claims has accepted": the relative word is the subject, not who makes the claim. */
function overClaim({ tree, mentions, frames }: Reading, verb: number): Mention | undefined {
  const claim = frames.find(({ to }) => to === verb);
  const relative = (claim?.from ?? 0) - 1;
  if (!/^(?:which|who|that)$/.test(tree.tokens[relative]?.lower ?? "")) return undefined;
  return mentions.find(({ to }) => to === relative || (to === relative - 1 && tree.tokens[to]!.text === ","));
}

/** "Portugal, …, and Spain, its neighbour, which accepted it": the last alone, since a comma parts it from the others. */
function lastOfSeveral({ tree: { tokens }, mentions }: Reading, verb: number): Mention | undefined {
  const relative = verb - 1;
  if (!/^(?:which|who)$/.test(tokens[relative]?.lower ?? "") || tokens[relative - 1]?.text !== ",") return undefined;
  return mentions.find(({ from, to, possessive, modifier }) => {
    if (possessive || modifier || to > relative - 1 || relative - 1 - to > LONGEST_APPOSITION) return false;
    const apart = tokens[from - 1]?.lower === "and" && tokens[from - 2]?.text === ",";
    return apart && tokens[to]!.text === ",";
  });
}

type Tokens = Reading["tree"]["tokens"];

/** First word of "has now agreed". */
function startOfVerb(tokens: Tokens, head: number): number {
  let at = head;
  while (["AUX", "ADV"].includes(tokens[at - 1]?.upos ?? "")) at -= 1;
  return at;
}

/** At the start of the sentence, or behind a mark or a word that joins clauses; an article may stand between. */
function opensClause(tokens: Tokens, from: number): boolean {
  const before = tokenBefore(tokens, from);
  return before === undefined || ["PUNCT", "CCONJ", "SCONJ"].includes(before.upos) || before.lower === "whereas";
}

function isAside(tokens: Tokens, from: number, to: number): boolean {
  const words = tokens.slice(from, to);
  if (!OPENS_ASIDE.test(words[0]!.xpos) || words.some(({ text }) => /^[;:.!?]$/.test(text))) return false;
  const subordinate = words[0]!.xpos.startsWith("W") || ["so", "as"].includes(words[0]!.lower);
  return subordinate || !words.some(opensVerb);
}
