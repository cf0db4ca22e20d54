/** Quotes -> the proper names of more than one word in them: bodies, places, instruments ("Black Sea Initiative"). */

const NAME =
  /(?<![.!?]\s)(?<!^)(?<!\p{L})\p{Lu}[\p{L}\p{N}-]+(?:[\s-](?:(?:of|for)\s(?:the\s)?)?\p{Lu}[\p{L}\p{N}-]+)+/gu;
const TITLE =
  /^(?:President|Prime|Minister|Secretary|Vice|Deputy|Chancellor|King|Crown|Prince|Sheikh|Foreign|Mr|Mrs|Ms|Dr)\b/;
const SMALL = new Set(["of", "for", "the"]);
/** Letters in which forms of one name agree ("Russia", "Russian"). */
const ROOT = 5;

/** Names in order of place, persons with their titles left out; a word that opens the quote does not open a name. */
export function namesOf(quotes: string[]): string[] {
  return [...new Set(quotes.flatMap((quote) => [...quote.matchAll(NAME)].map(([name]) => name)))].filter(
    (name) => !TITLE.test(name),
  );
}

/** Last words that only say what kind of body a party is; its other words name it. */
const GENERIC = new Set([
  "federation",
  "republic",
  "kingdom",
  "states",
  "emirates",
  "government",
  "ministry",
  "administration",
]);

/** True where the text has the name's last telling word (it is the one that names) or its initials. */
export function knowsName(text: string, name: string): boolean {
  const words = name.split(/[\s-]+/).filter((word) => !SMALL.has(word));
  const last = words.findLast((word) => !GENERIC.has(word.toLowerCase())) ?? words[0]!;
  const root = last.slice(0, Math.max(ROOT, last.length - 3)).toLowerCase();
  return text.toLowerCase().includes(root) || text.includes(words.map((word) => word[0]).join(""));
}
