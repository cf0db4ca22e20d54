/** A text's layout and what its page credits -> the news agencies and papers that the text says it is taken from. */
import { type Actors, findMentions } from "./find-mentions.js";
import type { Layout } from "./text-layout.js";

/** "KYIV, March 18 (Reuters) -": where agencies sign a report. */
const DATELINE = /^[^\n]{0,80}?\(([^()\n]{2,60})\)\s*[-–—]/u;
/** Lines at either end that only say where a report comes from. */
const CREDIT =
  /^\W*(?:(?:with|by|via|from|source|sources|agencies|additional reporting by|(?:with )?(?:reporting|files|inputs|input|material) (?:by|from))\b.{0,160}|reporting by .{0,200}|\(?[\p{Lu}][^.!?]{1,80}\)?)$/iu;
const LONGEST_CREDIT = 160;

/** Display names, in the order in which they are credited; a mention in the text ("told Reuters") is no credit. */
export function findAgencies(layout: Layout, credits: readonly string[], actors: Actors): string[] {
  const paragraphs = layout.body
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const ends = [...paragraphs.slice(0, 2), ...paragraphs.slice(-3)].filter(
    (line) => line.length <= LONGEST_CREDIT && CREDIT.test(line),
  );
  const places = [
    ...credits,
    ...((layout.fields.get("by") ?? layout.fields.get("source"))
      ? [layout.fields.get("by") ?? layout.fields.get("source")!]
      : []),
    ...paragraphs.slice(0, 4).map((line) => DATELINE.exec(line)?.[1] ?? ""),
    ...ends,
  ];
  const outlets = new Map(
    actors.organisations
      .filter(({ outlet }) => outlet)
      .flatMap((each) => [each.name, ...each.names].map((name) => [name.toLowerCase(), each.name] as const)),
  );
  const found = places.flatMap((place) =>
    findMentions(place, actors)
      .filter(({ outlet }) => outlet)
      .map(({ start, end }) => outlets.get(place.slice(start, end).toLowerCase()) ?? place.slice(start, end)),
  );
  return [...new Set(found)];
}
