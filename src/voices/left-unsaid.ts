/** What a report says was left out -> unsaid issues, with who left them out and the words that say so. */
import type { Act } from "../model/act.js";
import type { Issue } from "../model/catalog.js";
import type { Unsaid } from "../model/comparison.js";
import { issuesInText } from "../text/issues-in-text.js";
import type { Voice, VoicesCatalog } from "./split-voices.js";
import { narrowest, type StatedOmission } from "./stated-omissions.js";

/** How many words of the text may stand between the omission and what goes with it. */
const NEAR = 400;

/** One entry an issue, in order of the text; `acts` are the report's, of which those that go with an omission imply more. */
export function leftUnsaid(
  omissions: readonly StatedOmission[],
  acts: readonly Act[],
  voices: readonly Voice[],
  catalog: VoicesCatalog,
): Unsaid[] {
  const by = voices.filter(({ kind }) => kind === "side").map(({ document }) => document.id);
  const stated = omissions.flatMap(({ words, issues }) =>
    issues.map(
      (issue): Unsaid => ({
        issue,
        by,
        because: `The report says so: “${words.quote}”.`,
        basis: "stated",
        words,
      }),
    ),
  );
  const implied = omissions.flatMap((omission) => impliedBy(omission, acts, by, catalog));
  const seen = new Set<string>();
  return [...stated, ...implied].filter(({ issue }) => !seen.has(issue) && seen.add(issue));
}

/**
 * A report that goes on from a matter that was left out to what one side had hinted of it before implies the same of the
 * rest of the hint: "… no mention of the islands. Earlier Ankara had hinted at a lease of the islands and a gas pipeline."
 */
function impliedBy(
  { words, issues }: StatedOmission,
  acts: readonly Act[],
  by: string[],
  { issues: all }: VoicesCatalog,
): Unsaid[] {
  const next = acts.filter(
    ({ start, act }) => start >= words.end && start <= words.end + NEAR && (act === "expressed" || act === "proposed"),
  );
  const hint = next.find((act) => act.issues.some((id) => issues.includes(id)));
  if (!hint) return [];
  const rest = issuesInText(goesOn(hint.quote, issues, all), all);
  return narrowest(hint.issues, all)
    .filter(
      (issue) =>
        rest.has(issue) && !issues.includes(issue) && !WIDE.has(all.find(({ id }) => id === issue)?.family ?? ""),
    )
    .map((issue) => ({
      issue,
      by,
      because: `Implied: the report names it with what it says was left out: “${hint.quote}”.`,
      basis: "implied",
      words: { start: hint.start, end: hint.end, quote: hint.quote },
    }));
}

/** What stands after the words that name one of the issues. */
function goesOn(quote: string, issues: readonly string[], all: readonly Issue[]): string {
  const named = all.filter(({ id }) => issues.includes(id));
  const ends = [...quote.matchAll(/\s|$/g)].map(({ index }) => index);
  const end = ends.find((at) => issuesInText(quote.slice(0, at), named).size > 0);
  return end === undefined ? "" : quote.slice(end);
}

/** Families of issues that nearly every text touches. */
const WIDE = new Set(["contact", "diplomacy", "region"]);
