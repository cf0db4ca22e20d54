/** A plural noun -> its singular, by ending. */

/** Nouns that end in -s in the singular too, or have none. */
const UNCHANGED = new Set(
  "series species means news headquarters crossroads premises whereabouts thanks auspices proceedings savings earnings surroundings barracks corps aegis chassis".split(
    " ",
  ),
);
const IRREGULAR = new Map(
  "children:child people:people men:man women:woman feet:foot teeth:tooth mice:mouse crises:crisis analyses:analysis hypotheses:hypothesis theses:thesis bases:base axes:axis criteria:criterion phenomena:phenomenon memoranda:memorandum referenda:referendum data:data media:media lives:life wives:wife knives:knife leaves:leaf thieves:thief halves:half shelves:shelf wolves:wolf selves:self loaves:loaf movies:movie ties:tie lies:lie pies:pie dies:die buses:bus gases:gas viruses:virus statuses:status bonuses:bonus campuses:campus censuses:census consensuses:consensus surpluses:surplus caucuses:caucus choruses:chorus alumni:alumnus appendices:appendix indices:index matrices:matrix shoes:shoe toes:toe foes:foe canoes:canoe caches:cache headaches:headache aches:ache quizzes:quiz"
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]),
);

/** Singular of an irregular plural that is certain whatever a treebank says. */
export function irregularSingular(lower: string): string | undefined {
  return UNCHANGED.has(lower) ? lower : IRREGULAR.get(lower);
}

/** Singular of a lower-case plural; the form itself where no rule fits. The last part of a hyphenated word decides. */
export function nounSingular(lower: string): string {
  const hyphen = lower.lastIndexOf("-");
  if (hyphen > 0) return lower.slice(0, hyphen + 1) + nounSingular(lower.slice(hyphen + 1));
  const irregular = irregularSingular(lower);
  if (irregular !== undefined) return irregular;
  if (lower.endsWith("men") && lower.length > 4) return `${lower.slice(0, -2)}an`;
  if (!lower.endsWith("s") || /(?:ss|us|is|ics|\ds)$/.test(lower) || lower.length < 3) return lower;
  if (lower.endsWith("ies")) return `${lower.slice(0, -3)}y`;
  if (/(?:ss|x|zz|[^aeiou]ch|[aeiou][aeiou]ch|[aeiou]tch|rch|sh)es$/.test(lower)) return lower.slice(0, -2);
  if (/[^aeiou]oes$/.test(lower)) return lower.slice(0, -2);
  return lower.endsWith("'s") ? lower.slice(0, -2) : lower.slice(0, -1);
}
