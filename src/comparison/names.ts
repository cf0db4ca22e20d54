/** Quotes -> the proper names of more than one word in them: bodies, places, instruments ("Black Sea Initiative"). */

const NAME = /(?<![.!?]\s)(?<!^)\b\p{Lu}[\p{L}\p{N}’'-]+(?:[\s-](?:of\s|and\s|for\s|the\s)?\p{Lu}[\p{L}\p{N}’'-]+)+/gu;
const TITLE = /^(?:President|Prime|Minister|Secretary|Vice|Chancellor|King|Crown|Prince|Foreign|Mr|Mrs|Ms|Dr)\b/;

/** Names in order of place, titles with persons left out; sentence-initial words do not open a name. */
export function namesOf(quotes: string[]): string[] {
  return [...new Set(quotes.flatMap((quote) => [...quote.matchAll(NAME)].map(([name]) => name)))].filter((name) => !TITLE.test(name));
}
