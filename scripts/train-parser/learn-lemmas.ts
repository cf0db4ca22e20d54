/** Gold lemmas -> the verbs of English and the forms whose lemma the rules would miss. */
import { createLemmatizer, type LemmaTable } from "../../src/text/syntax/lemma.js";
import type { GoldSentence } from "./conllu.js";

/** Parts of speech whose words have lemmas worth learning. */
const LEARNED = new Set(["VERB", "AUX", "NOUN", "ADJ", "ADV", "PRON", "DET", "PART", "ADP", "SCONJ", "CCONJ"]);

interface Use {
  lower: string;
  upos: string;
  xpos: string;
  lemma: string;
  wink: { upos: string; lemma: string };
}

/** Learns from all words, misspelt ones left out as far as they show. */
export function learnLemmas(gold: readonly GoldSentence[]): LemmaTable {
  const uses = gold.flatMap(usesOf);
  const verbs = [...new Set(uses.filter(isVerbUse).map(({ lemma }) => lemma))].sort();
  const lemmatize = createLemmatizer({ exceptions: new Map(), verbs });
  const counts = new Map<string, Map<string, number>>();
  const missed = new Set<string>();
  for (const { lower, upos, xpos, lemma, wink } of uses) {
    const key = `${lower}|${upos}`;
    const seen = counts.get(key) ?? new Map<string, number>();
    counts.set(key, seen.set(lemma, (seen.get(lemma) ?? 0) + 1));
    const unaided = { upos: "X", lemma: lower };
    const irregular = upos === "VERB" && lemmatize(lower, upos, xpos, unaided) !== lemma;
    if (irregular || lemmatize(lower, upos, xpos, wink) !== lemma) missed.add(key);
  }
  const exceptions = new Map<string, string>();
  for (const key of [...missed].sort()) {
    const [lemma, count] = [...counts.get(key)!].sort((a, b) => b[1] - a[1])[0]!;
    if (count > 1 || isInflection(key.split("|")[0]!, lemma)) exceptions.set(key, lemma);
  }
  return { exceptions, verbs };
}

function usesOf(sentence: GoldSentence): Use[] {
  return sentence.forms.flatMap((form, i) => {
    const [xpos = "", upos = ""] = sentence.tags[i]!.split("|");
    const lemma = sentence.lemmas[i]!.toLowerCase();
    if (!LEARNED.has(upos) || xpos === "GW" || xpos === "AFX" || !/^[a-z'.-]+$/.test(lemma)) return [];
    return [
      {
        lower: form.toLowerCase(),
        upos,
        xpos,
        lemma,
        wink: { upos: sentence.wink[i]!, lemma: sentence.winkLemmas[i]! },
      },
    ];
  });
}

/** A verb is known by a form spelt right: its dictionary form, or more than one use would be too strict for rare verbs. */
function isVerbUse({ upos, lower, lemma }: Use): boolean {
  return upos === "VERB" && /^[a-z]{2,}$/.test(lemma) && lower.slice(0, 2) === lemma.slice(0, 2);
}

/** Seen once, a pair counts only where the form looks like an inflection of the lemma, not like a slip of the pen. */
function isInflection(lower: string, lemma: string): boolean {
  return (
    lower !== lemma &&
    lower[0] === lemma[0] &&
    lower.at(-1) !== lemma.at(-1) &&
    Math.abs(lower.length - lemma.length) < 4
  );
}
