/** A sentence -> the words in it that only say whose words the rest are: "…, the Kremlin said", "according to …". */
import type { Sentence, Token } from "../text/syntax/sentence.js";
import { opensVerb } from "./around-phrase.js";
import { type Lexicon, speechOfVerb } from "./lexicon.js";
import type { Mention } from "./mention.js";
import { isFiniteVerb, phraseBefore, phraseEnd, speakerIn } from "./read-speaker.js";
import { sourceFrame } from "./source-phrase.js";
import type { SpeechFrame } from "./speech-frame.js";

/**
 * Frames found on the surface: `", X said"`, `", said X"`, `according to X`. Post-posed frames are where dependency
 * parsers are weakest (parataxis), so the tree is not asked.
 */
export function findSpeechFrames(sentence: Sentence, mentions: readonly Mention[], lexicon: Lexicon): SpeechFrame[] {
  const frames: SpeechFrame[] = [];
  sentence.tokens.forEach((_, i) => {
    const { tokens } = sentence;
    const frame =
      sourceFrame(tokens, i, mentions) ?? claimed(tokens, i, mentions) ?? spoken(tokens, i, mentions, lexicon);
    if (frame && !frames.some((other) => other.from < frame.to && frame.from < other.to)) frames.push(frame);
  });
  return frames;
}

const CLAIMS = new Set("claim say insist believe maintain allege think hope fear assert understand".split(" "));

/** "which China claims has accepted": between a relative word and its own verb, whatever tag the verb of saying got. */
function claimed(tokens: readonly Token[], i: number, mentions: readonly Mention[]): SpeechFrame | null {
  if (!CLAIMS.has(tokens[i]!.lemma) || !opensVerb(tokens[i + 1])) return null;
  const speaker = mentions.find(({ to }) => to === i);
  if (!speaker) return null;
  const from = tokens[speaker.from - 1]?.upos === "DET" ? speaker.from - 1 : speaker.from;
  return /^(?:which|who|that)$/.test(tokens[from - 1]?.lower ?? "") ? { from, to: i + 1, speaker } : null;
}

function spoken(
  tokens: readonly Token[],
  i: number,
  mentions: readonly Mention[],
  lexicon: Lexicon,
): SpeechFrame | null {
  const { lemma, xpos } = tokens[i]!;
  const speech = speechOfVerb(lexicon, lemma);
  if (speech === "never") return null;
  if (isQuoting(tokens, i)) return named(tokens, i, mentions, i - 3);
  if (tokens[i - 1]?.lower === "as" && tokens[i]!.xpos === "VBG") return quoting(tokens, i, mentions);
  if (!isFiniteVerb(tokens, i)) return xpos === "VBN" ? named(tokens, i, mentions, i, true) : null;
  if (speech === "quoting")
    return closesQuotation(tokens, i - 1) ? inverted(tokens, i, mentions) : named(tokens, i, mentions, i, true);
  return named(tokens, i, mentions) ?? inverted(tokens, i, mentions);
}

/** "was quoted as saying", "is cited as telling". */
function isQuoting(tokens: readonly Token[], i: number): boolean {
  return (
    tokens[i - 1]?.lower === "as" &&
    ["quoted", "cited"].includes(tokens[i - 2]?.lower ?? "") &&
    tokens[i - 3]?.lemma === "be"
  );
}

/**
 * A comma or closing mark, the speaker, the verb, then no complement: "…, a spokesman for the army told AFP on Monday".
 * What was read as a participle is the verb only behind a quotation.
 */
function named(
  tokens: readonly Token[],
  i: number,
  mentions: readonly Mention[],
  verb = i,
  quoted = false,
): SpeechFrame | null {
  const phrase = phraseBefore(tokens, verb);
  if (!phrase || (quoted && !closesQuotation(tokens, phrase.from - 1))) return null;
  const start = boundaryBefore(tokens, phrase.from);
  const speaker = start === null ? undefined : speakerIn(tokens, phrase.from, phrase.to, mentions);
  if (start === null || !speaker) return null;
  const last = afterAddressee(tokens, i);
  const closes = endsFrame(tokens, last) || (closesQuotation(tokens, start) && isTail(tokens, last));
  return closes ? { from: start, to: frameEnd(tokens, last), speaker } : null;
}

const LONGEST_QUOTED = 16;

/** "…," the agency quoted the envoy of Peru as saying on Friday. */
function quoting(tokens: readonly Token[], saying: number, mentions: readonly Mention[]): SpeechFrame | null {
  const verb = tokens.findLastIndex(
    ({ lower }, k) => k < saying && saying - k <= LONGEST_QUOTED && ["quoted", "cited", "quotes"].includes(lower),
  );
  const outer = verb < 0 ? null : named(tokens, saying, mentions, verb);
  const speaker = outer ? speakerIn(tokens, verb + 1, saying - 1, mentions) : undefined;
  return outer?.speaker && speaker ? { ...outer, speaker, through: outer.speaker } : null;
}

/** A comma or closing mark, the verb, then the speaker: "…, said X, the mediator". */
function inverted(tokens: readonly Token[], i: number, mentions: readonly Mention[]): SpeechFrame | null {
  const start = boundaryBefore(tokens, i);
  if (start === null || start === 0) return null;
  let from = i + 1;
  while (tokens[from]?.upos === "ADV") from += 1;
  const to = phraseEnd(tokens, from);
  const speaker = to > from ? speakerIn(tokens, from, to, mentions) : undefined;
  if (!speaker || speaker.possessive) return null;
  const end = Math.max(to, speaker.to);
  const closes = tokens.slice(end).every(({ upos }) => upos === "PUNCT");
  if (!closes && tokens.some((token, k) => k < i && token.head === i && token.deprel === "nsubj")) return null;
  if (!endsFrame(tokens, end - 1)) return null;
  return { from: start, to: frameEnd(tokens, end - 1), speaker };
}

/** Index of the comma or closing mark right before token `at`, or before "so" ("– so Chile reported –"); null where there is none. */
function boundaryBefore(tokens: readonly Token[], at: number): number | null {
  if (tokens[at - 1]?.lower === "so") return boundaryBefore(tokens, at - 1);
  const mark = tokens[at - 1]?.text ?? "";
  if (/^[”"»]$/.test(mark)) return at;
  return /^[,?!—–]$/.test(mark) ? at - 1 : null;
}

const ADDRESSED = new Set(["tell", "inform", "remind", "warn", "assure", "caution", "advise"]);

/** Last token of whom the verb addresses ("told reporters", "told state television"); the verb itself where it has none. */
function afterAddressee(tokens: readonly Token[], verb: number): number {
  if (!ADDRESSED.has(tokens[verb]!.lemma)) return verb;
  if (tokens[verb + 1]?.xpos === "PRP") return verb + 1;
  return Math.max(verb, phraseEnd(tokens, verb + 1) - 1);
}

const ADVERBIAL = new Set(
  (
    "in on after at during late earlier today yesterday later to following via through before ahead when while as by " +
    "from over about of without again this last early monday tuesday wednesday thursday friday saturday sunday"
  ).split(" "),
);

/** The verb closes the frame: what follows is the end, a mark, or an adverbial ("on Tuesday", "in a statement"). */
function endsFrame(tokens: readonly Token[], verb: number): boolean {
  const next = tokens[verb + 1];
  if (!next) return true;
  if (next.upos === "PUNCT" && next.text !== "(") return next.text !== ":" && !/^["“«]$/.test(next.text);
  return ADVERBIAL.has(next.lower) && !beforeMark(tokens, verb + 1).some(isFurther);
}

/** A verb that may hold what is said; "without elaborating" holds nothing. */
function isFurther({ upos, xpos, lemma }: Token): boolean {
  return upos === "VERB" && !(xpos === "VBG" && !["add", "say", "note", "claim", "warn", "stress"].includes(lemma));
}

/** Tokens from `from` up to the next comma or stop. */
function beforeMark(tokens: readonly Token[], from: number): readonly Token[] {
  const mark = tokens.findIndex((token, k) => k >= from && /^[,.;!?—–]$/.test(token.text));
  return tokens.slice(from, mark < 0 ? tokens.length : mark);
}

function closesQuotation(tokens: readonly Token[], at: number): boolean {
  return [tokens[at], tokens[at - 1]].some((token) => token !== undefined && /^[”"»]$/.test(token.text));
}

/** No further verb between the verb and the end of the sentence. */
function isTail(tokens: readonly Token[], verb: number): boolean {
  return (
    tokens.length - verb <= 14 &&
    !tokens.slice(verb + 1).some((token) => isFurther(token) || /^["“«:]$/.test(token.text))
  );
}

function frameEnd(tokens: readonly Token[], last: number): number {
  let to = last + 1;
  while (to < tokens.length && tokens[to]!.upos !== "PUNCT") to += 1;
  return to - last > 12 ? last + 1 : to;
}
