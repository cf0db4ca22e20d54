/** A token -> the phrase that starts there and names a source: "according to X", "in the words of X", "citing X". */
import type { Token } from "../text/syntax/sentence.js";
import type { Mention } from "./mention.js";
import { canSpeak, phraseEnd, speakerIn } from "./read-speaker.js";
import type { SpeechFrame } from "./speech-frame.js";

const LONGEST_SOURCE = 16;

/** The frame that a source phrase at token `i` makes, up to the next mark; null where none starts. */
export function sourceFrame(tokens: readonly Token[], i: number, mentions: readonly Mention[]): SpeechFrame | null {
  const cited = citation(tokens, i);
  const words = cited > 0 ? cited : sourcePhrase(tokens, i);
  if (words === 0) return null;
  let to = i + words;
  while (to < tokens.length && !/^[,.;:?!”"]$/.test(tokens[to]!.text)) to += 1;
  if (to - i > LONGEST_SOURCE) to = i + LONGEST_SOURCE;
  const first = mentions.find((mention) => mention.from >= i + words && mention.from < to);
  if (first?.kind === "pronoun" && /^(?:my|our)$/.test(tokens[first.from]!.lower)) return null;
  const end = Math.min(phraseEnd(tokens, i + words), to);
  const read = end > i + words ? speakerIn(tokens, i + words, end, mentions) : undefined;
  const speaker = words === 1 && cited === 0 ? (first ?? read) : (read ?? first);
  if (cited > 0 && !(speaker && (speaker.ids[0] !== "?" || canSpeak(tokens[speaker.head]!)))) return null;
  const from = tokens[i - 1]?.text === "," ? i - 1 : i;
  const last = tokens[to]?.text === "," ? to + 1 : to;
  return { from, to: last, speaker, ...(cited > 0 ? { beneath: true } : {}) };
}

/** "…, citing two officials", "Quoting a ministry source, …": number of words; 0 where there is none. */
function citation(tokens: readonly Token[], i: number): number {
  if (!["citing", "quoting"].includes(tokens[i]!.lower)) return 0;
  return i === 0 || tokens[i - 1]!.text === "," ? 1 : 0;
}

/** Number of words of "according to", "in the words of" or "as" (… put it) at token `i`; 0 where there is none. */
function sourcePhrase(tokens: readonly Token[], i: number): number {
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
