/** A transcript or briefing -> its turns: whose words each stretch is, told by the labels ("Question:") in the text. */
import type { Span } from "../model/span.js";

/** `start` is the first character after the label; `labelStart` the first of the label. */
export interface Turn extends Span {
  labelStart: number;
  label: string;
  /** The turn is a journalist's question, not a party's words. */
  question: boolean;
}

const LABEL =
  /(?<=^|[.!?…”"*)\]\n]\s{0,8})((?:Question|Q|Reporter|Journalist|Moderator)|(?:[\p{Lu}][\p{L}.'’-]*|to|the|of|and)(?: (?:[\p{Lu}][\p{L}.'’-]*|to|the|of|and)){1,7}(?: \([^()\n]{1,60}\))?)\s?:\s+(?=\S)/gu;
const QUESTION = /^(?:Question|Q|Reporter|Journalist|Moderator)$/;
const LONGEST_TEXT = 2_000_000;

/** No turns where no label comes back: a single "Note:" is no transcript. Labels of questions count at once. */
export function findSpeakerTurns(text: string): Turn[] {
  if (text.length > LONGEST_TEXT) return [];
  const labels = [...text.matchAll(LABEL)].map((match) => ({
    at: match.index,
    name: match[1]!,
    end: match.index + match[0].length,
  }));
  const counts = new Map<string, number>();
  for (const { name } of labels) counts.set(name, (counts.get(name) ?? 0) + 1);
  if (![...counts].some(([name, count]) => count > 1 || QUESTION.test(name))) return [];
  const surnames = new Set([...counts].filter(([, count]) => count > 1).map(([name]) => name.split(" ").at(-1)));
  const turns = labels.filter(
    ({ name }) => QUESTION.test(name) || (counts.get(name) ?? 0) > 1 || surnames.has(name.split(" ").at(-1)),
  );
  return turns.map(({ at, name, end }, i) => ({
    labelStart: at,
    label: name,
    start: end,
    end: turns[i + 1]?.at ?? text.length,
    question: QUESTION.test(name),
  }));
}
