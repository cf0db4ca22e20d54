/** An inflected verb -> its stem, by spelling and by the verbs that are known. */

/** A stem, and whether it is a known verb or the only one possible. */
export interface VerbStem {
  lemma: string;
  sure: boolean;
}

/** Finds the stem of a lower-case form tagged VBZ, VBG, VBD or VBN. */
export type VerbStemmer = (lower: string, xpos: string) => VerbStem;

/** One vowel and one consonant after the last: without a final e, the consonant would have doubled. */
const ONE_SYLLABLE = /^(?:[^aeiou]*|qu|[^aeiou]qu)[aeiou][^aeiouwxy]$/;
/** Verbs of our field that a treebank of the web may lack and whose spelling does not tell the stem. */
const DIPLOMATIC_VERBS =
  "fulfill convene reconvene contravene intervene centre decentre reconcile dethrone postpone mobilise demobilise demilitarise demine defuse parole ostracise repudiate reunite recede supersede besiege".split(
    " ",
  );
const LONGEST_ENDING = 4;
const SHORTEST_ENDING = 2;

/**
 * A stemmer that knows these dictionary forms. Whether a stem lost a final e is told by the known verbs that end like it.
 */
export function createVerbStemmer(verbs: readonly string[]): VerbStemmer {
  const known = new Set([...verbs, ...DIPLOMATIC_VERBS]);
  const votes = endingVotes(verbs);
  return (lower, xpos) => {
    const stems = xpos === "VBZ" ? presentStems(lower) : pastStems(lower, known, votes);
    const found = stems.find((stem) => known.has(stem));
    return { lemma: found ?? stems[0] ?? lower, sure: found !== undefined || stems.length === 1 };
  };
}

function presentStems(lower: string): string[] {
  if (!lower.endsWith("s") || lower.endsWith("ss")) return [];
  const bare = lower.slice(0, -1);
  if (lower.endsWith("ies") && lower.length > 4) return [`${lower.slice(0, -3)}y`, bare];
  if (!/(?:s|x|z|ch|sh|o)es$/.test(lower)) return [bare];
  const shorter = lower.slice(0, -2);
  return /(?:ss|x|zz|ch|sh|o|ocus)$/.test(shorter) ? [shorter, bare] : [bare, shorter];
}

/** Stems of an -ed or -ing form, the likeliest first; none for irregular forms. */
function pastStems(lower: string, known: ReadonlySet<string>, votes: Map<string, number>): string[] {
  const past = lower.endsWith("ed");
  const stem = past ? lower.slice(0, -2) : lower.slice(0, -3);
  if (!(past || lower.endsWith("ing")) || stem.length < 2 || !/[aeiouy]/.test(stem)) return [];
  if (past && stem.endsWith("i")) return stem.length > 2 ? [`${stem.slice(0, -1)}y`] : [`${stem}e`];
  if (past && stem.endsWith("e")) return [`${stem}e`];
  if (!past && /^[dlt]y$/.test(stem)) return [`${stem[0]}ie`];
  if (/([bdgklmnprtvz])\1$/.test(stem)) return doubledStems(stem, known);
  if (ONE_SYLLABLE.test(stem)) return [`${stem}e`];
  return lostE(stem, votes) ? [`${stem}e`, stem] : [stem, `${stem}e`];
}

function doubledStems(stem: string, known: ReadonlySet<string>): string[] {
  const single = stem.slice(0, -1);
  const keeps = known.has(stem) || stem.length <= 3 || /^[^aeiou]*[aeiou]+(?:ll|zz)$/.test(stem);
  return keeps ? [stem, single] : [single, stem];
}

function lostE(stem: string, votes: Map<string, number>): boolean {
  for (let length = LONGEST_ENDING; length >= SHORTEST_ENDING; length--) {
    const vote = stem.length < length ? 0 : (votes.get(stem.slice(-length)) ?? 0);
    if (vote !== 0) return vote > 0;
  }
  return false;
}

/** By ending: how many more known verbs go on with an e than stop there. */
function endingVotes(verbs: readonly string[]): Map<string, number> {
  const votes = new Map<string, number>();
  for (const verb of verbs) {
    const withE = verb.endsWith("e") && !verb.endsWith("ee");
    const stem = withE ? verb.slice(0, -1) : verb;
    if (stem.length < SHORTEST_ENDING || (!withE && ONE_SYLLABLE.test(stem))) continue;
    for (let length = SHORTEST_ENDING; length <= LONGEST_ENDING && length <= stem.length; length++) {
      const ending = stem.slice(-length);
      votes.set(ending, (votes.get(ending) ?? 0) + (withE ? 1 : -1));
    }
  }
  return votes;
}
