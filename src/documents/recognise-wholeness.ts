/** A text's layout -> whether it is whole, and whether it calls itself a translation. */
import type { Layout } from "./text-layout.js";

const CUT_MARK =
  /\[\s*(?:…|\.\.\.)\s*\]|<\s*(?:…|\.\.\.)\s*>|\((?:excerpts?|abridged|more|to be continued)\)|\bread more\s*$/im;
const CUT_TITLE = /\b(?:excerpts?|abridged|in part|summary of remarks)\b/i;
const TRANSLATED =
  /\b(?:un)?official translation\b|\b(?:our|courtesy|working|machine|provisional) translation\b|\btranslat(?:ed|ion) (?:from|by)\b/i;

/** A last line shorter than this may be furniture ("Share this") and proves nothing. */
const SHORTEST_SENTENCE_WORDS = 8;

/** False where the text marks an omission, calls itself an excerpt or stops in the middle of a sentence. */
export function isComplete({ title, lines, body }: Layout): boolean {
  if (CUT_TITLE.test(title ?? "") || CUT_MARK.test(body)) return false;
  return !stopsShort((lines.at(-1) ?? "").slice(-300));
}

/** True where the first or last lines say so. */
export function isTranslated({ title, lines, fields }: Layout): boolean {
  const edges = [title ?? "", fields.has("translation") ? `translation by ${fields.get("translation")}` : ""];
  return [...edges, ...lines.slice(0, 4), ...lines.slice(-3)].some(
    (line) => line.length < 300 && TRANSLATED.test(line),
  );
}

function stopsShort(line: string): boolean {
  if (/(?:…|\.\.\.|,|;|\b(?:and|or|the|of|to|that|with|by|for|a|an))$/i.test(line)) return true;
  if (/[.!?:)\]"'”’»*_]$/.test(line) || /^(?:[-*•]|\d+[.)])\s/.test(line)) return false;
  return line.split(/\s+/).length >= SHORTEST_SENTENCE_WORDS && /\s\p{Ll}+$/u.test(line);
}
