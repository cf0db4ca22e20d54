/** A sentence and the quotations around it -> whose words they are, outermost first, and which tokens only say so. */
import type { Quotation } from "../text/quotes.js";
import type { Sentence } from "../text/syntax/sentence.js";
import type { Lexicon } from "./lexicon.js";
import type { Mention } from "./mention.js";

/** Words that say who speaks ("the Kremlin said"): tokens `from` to `to` (exclusive) hold no act of their own. */
export interface SpeechFrame {
  from: number;
  to: number;
  speaker: Mention | undefined;
}

const FURTHEST_SPEAKER = 9;

/**
 * Frames found on the surface: `", X said"`, `", said X"`, `according to X`. Post-posed frames are where dependency
 * parsers are weakest (parataxis), so the tree is not asked.
 */
export function findSpeechFrames(sentence: Sentence, mentions: readonly Mention[], lexicon: Lexicon): SpeechFrame[] {
  const frames: SpeechFrame[] = [];
  sentence.tokens.forEach((_, i) => {
    const frame = accordingTo(sentence, i, mentions) ?? postposed(sentence, i, mentions, lexicon);
    if (frame && !frames.some((other) => other.from < frame.to && frame.from < other.to)) frames.push(frame);
  });
  return frames;
}

function accordingTo({ tokens }: Sentence, i: number, mentions: readonly Mention[]): SpeechFrame | null {
  const words = sourcePhrase(tokens, i);
  if (words === 0) return null;
  let to = i + words;
  while (to < tokens.length && !/^[,.;:?!”"]$/.test(tokens[to]!.text)) to += 1;
  if (to - i > 16) to = i + 16;
  const speaker =
    mentions.find((mention) => mention.from >= i + words && mention.from < to) ?? stranger(tokens, i + words, to);
  const from = tokens[i - 1]?.text === "," ? i - 1 : i;
  return { from, to: tokens[to]?.text === "," ? to + 1 : to, speaker };
}

/** Number of words of "according to", "in the words of" or "as" (… put it) at token `i`; 0 where there is none. */
function sourcePhrase(tokens: Sentence["tokens"], i: number): number {
  const at = (k: number) => tokens[i + k]?.lower ?? "";
  if (at(0) === "according" && at(1) === "to") return 2;
  if (at(0) === "in" && at(1) === "the" && ["words", "view", "account", "telling"].includes(at(2)) && at(3) === "of")
    return 4;
  const end = tokens.findIndex((token, k) => k > i && token.text === ",");
  if (end < 0 || end - i > 9) return 0;
  if (at(0) === "in" && ["telling", "words", "account", "view", "version"].includes(tokens[end - 1]!.lower)) return 1;
  return at(0) === "as" && tokens[end - 1]!.lower === "it" && ["put", "puts", "has"].includes(tokens[end - 2]!.lower)
    ? 1
    : 0;
}

/** The last comma or closing mark before the frame, then subject and speech verb in either order, then no complement. */
function postposed(
  { tokens }: Sentence,
  i: number,
  mentions: readonly Mention[],
  lexicon: Lexicon,
): SpeechFrame | null {
  if (!isSpeechVerb(tokens[i]!.lemma, lexicon) || !["VBD", "VBZ", "VBP"].includes(tokens[i]!.xpos)) return null;
  const phrase = nounPhraseStart(tokens, i);
  const before =
    mentions.findLast((mention) => mention.to <= i && mention.from >= i - FURTHEST_SPEAKER && !mention.modifier) ??
    stranger(tokens, phrase, i);
  const start = before ? boundaryBefore(tokens, nounPhraseStart(tokens, before.from)) : null;
  if (
    before &&
    start !== null &&
    i - before.to <= 2 &&
    (endsFrame(tokens, i) || (closesQuotation(tokens, start) && isTail(tokens, i)))
  )
    return { from: start, to: frameEnd(tokens, i), speaker: before };
  const inverted = boundaryBefore(tokens, i);
  if (inverted === null || inverted === 0) return null;
  const stop = tokens.findIndex((token, k) => k > i && (token.upos === "PUNCT" || token.upos === "VERB"));
  const after =
    mentions.find((mention) => mention.from > i && mention.from <= i + 8) ??
    stranger(tokens, i + 1, stop < 0 ? tokens.length : stop);
  if (
    !after ||
    after.possessive ||
    tokens.slice(i + 1, after.from).some((token) => token.upos === "VERB" || token.upos === "PUNCT")
  )
    return null;
  const closes = tokens.slice(after.to).every(({ upos }) => upos === "PUNCT");
  if (!closes && tokens.some((token, k) => k < i && token.head === i && token.deprel === "nsubj")) return null;
  if (!endsFrame(tokens, after.to - 1)) return null;
  return { from: inverted, to: frameEnd(tokens, after.to - 1), speaker: after };
}

/** Somebody whom no mention names: the words of the phrase without its article ("a senior official"). */
function stranger(tokens: Sentence["tokens"], from: number, to: number): Mention | undefined {
  const start = tokens[from]?.upos === "DET" ? from + 1 : from;
  const head = to - 1;
  if (head < start || head - start > 6 || !["NOUN", "PROPN"].includes(tokens[head]!.upos)) return undefined;
  const name = tokens
    .slice(start, to)
    .map(({ text }) => text)
    .join(" ");
  return {
    sentence: -1,
    from: start,
    to,
    head,
    start: tokens[start]!.start,
    end: tokens[head]!.end,
    kind: "person",
    ids: ["?"],
    name,
    possessive: false,
    modifier: false,
  };
}

function isSpeechVerb(lemma: string, lexicon: Lexicon): boolean {
  return (lexicon.triggers.get(lemma) ?? []).some(
    ({ speech, frame, act }) => frame === "verb" && (speech || act === "informed"),
  );
}

function nounPhraseStart(tokens: Sentence["tokens"], from: number): number {
  let at = from;
  while (
    at > 0 &&
    (["DET", "ADJ", "PROPN", "NOUN", "PART"].includes(tokens[at - 1]!.upos) ||
      tokens[at - 1]!.lower === "of" ||
      tokens[at - 1]!.xpos === "PRP$")
  )
    at -= 1;
  return at;
}

/** Index of the comma or closing mark right before token `at`; null where there is none. */
function boundaryBefore(tokens: Sentence["tokens"], at: number): number | null {
  const mark = tokens[at - 1]?.text ?? "";
  if (/^[”"»]$/.test(mark)) return at;
  return /^[,?!—–]$/.test(mark) ? at - 1 : null;
}

/** The verb closes the frame: what follows is the end, a mark, or an adverbial ("on Tuesday", "in a statement"). */
function endsFrame(tokens: Sentence["tokens"], verb: number): boolean {
  const next = tokens[verb + 1];
  if (!next) return true;
  if (next.upos === "PUNCT" && next.text !== "(") return next.text !== ":" && !/^["“«]$/.test(next.text);
  return (
    ["in", "on", "after", "at", "during", "late", "earlier", "today", "yesterday", "later", "to", "following"].includes(
      next.lower,
    ) && !tokens.slice(verb + 1).some((token) => token.upos === "VERB")
  );
}

function closesQuotation(tokens: Sentence["tokens"], at: number): boolean {
  return [tokens[at], tokens[at - 1]].some((token) => token !== undefined && /^[”"»]$/.test(token.text));
}

/** No further verb between the verb and the end of the sentence. */
function isTail(tokens: Sentence["tokens"], verb: number): boolean {
  return (
    tokens.length - verb <= 14 &&
    !tokens.slice(verb + 1).some((token) => token.upos === "VERB" || /^["“«:]$/.test(token.text))
  );
}

function frameEnd(tokens: Sentence["tokens"], last: number): number {
  let to = last + 1;
  while (to < tokens.length && tokens[to]!.upos !== "PUNCT") to += 1;
  return to - last > 12 ? last + 1 : to;
}

/** The speaker found in any sentence of a quotation holds for all of them, and for a paragraph of nothing but quotation after it. */
export function speakersOfQuotations(
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
  speakerOf: (sentence: number) => Mention | undefined,
): Map<Quotation, Mention> {
  const speakers = new Map<Quotation, Mention>();
  let last: Mention | undefined;
  for (const quotation of quotations) {
    const own = sentences.flatMap((sentence, i) =>
      sentence.start <= quotation.end && sentence.end >= quotation.start - 2 ? [i] : [],
    );
    const speaker = own.map(speakerOf).find((mention) => mention !== undefined) ?? (quotation.alone ? last : undefined);
    if (speaker) speakers.set(quotation, speaker);
    last = speaker ?? last;
  }
  return speakers;
}
