/** Quotes -> the proper names of more than one word in them: bodies, places, instruments ("Black Sea Initiative"). */

const NAME =
  /(?<![.!?]\s)(?<!^)(?<!\p{L})\p{Lu}[\p{L}\p{N}-]+(?:[\s-](?:(?:of|for)\s(?:the\s)?)?\p{Lu}[\p{L}\p{N}-]+)+/gu;
const SMALL = new Set(["of", "for", "the"]);
/** Letters in which forms of one name agree ("Russia", "Russian"). */
const ROOT = 5;

/** What bodies, instruments and venues are called: the last word of their names. States and persons are actors. */
const KINDS = new Set(
  (
    "initiative agreement agreements accord accords treaty pact protocol memorandum declaration statement charter convention act " +
    "plan framework roadmap format process dialogue talks group quartet troika council commission committee conference summit forum " +
    "mission fund bank organisation organization agency alliance corridor route centre center mechanism resolution programme program"
  ).split(" "),
);

/** Names of bodies, instruments and venues in order of place; a word that opens the quote does not open a name. */
export function namesOf(quotes: string[]): string[] {
  const names = quotes.flatMap((quote) => [...quote.matchAll(NAME)].map(([name]) => name));
  return [...new Set(names)].filter((name) => name.split(/[\s-]+/).some((word) => KINDS.has(word.toLowerCase())));
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
