/** The compiled issues + a clause's tokens -> ids of the issues the clause is about, the most specific first. */
import { matchPatterns, type PatternIndex, type PatternMatch, type PatternToken } from "../text/pattern.js";

/**
 * Issues of `tokens[from, to)`, which should be one clause: an issue's `unless` looks at the whole stretch.
 * A wider issue goes where every word that made it also made a narrower one ("maritime ceasefire" is no "ceasefire"
 * besides). Order: more issues above it first, then more words, then place.
 */
export function tagIssues(
  index: PatternIndex,
  tokens: readonly PatternToken[],
  from = 0,
  to = tokens.length,
): string[] {
  const matches = matchPatterns(index, tokens, from, to);
  if (matches.length === 0) return [];
  const above = new Map(matches.map(({ id }) => [id, widerThan(index, id)]));
  const kept = matches.filter((match) => !isCovered(match, matches, above));
  const depth = ({ id }: PatternMatch) => above.get(id)!.size;
  kept.sort((a, b) => depth(b) - depth(a) || b.to - b.from - (a.to - a.from) || a.from - b.from);
  return [...new Set(kept.map(({ id }) => id))];
}

function isCovered(wide: PatternMatch, matches: readonly PatternMatch[], above: Map<string, Set<string>>): boolean {
  return matches.some(
    (narrow) => narrow.from <= wide.from && wide.to <= narrow.to && above.get(narrow.id)!.has(wide.id),
  );
}

/** Ids of all wider issues, at any remove; a circle in the catalogue ends the walk. */
function widerThan(index: PatternIndex, id: string, found = new Set<string>()): Set<string> {
  for (const wider of index.broader.get(id) ?? []) {
    if (found.has(wider)) continue;
    found.add(wider);
    widerThan(index, wider, found);
  }
  return found;
}
