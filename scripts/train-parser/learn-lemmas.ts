/** Gold lemmas -> the table of forms whose lemma the rules and wink would miss. */
import { lemmatize } from "../../src/text/syntax/lemma.js";
import type { GoldSentence } from "./conllu.js";

const NONE = new Map<string, string>();

/** Exceptions by "form|UPOS": the commonest gold lemma wherever the rules say something else. */
export function learnLemmas(gold: readonly GoldSentence[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  const missed = new Set<string>();
  for (const sentence of gold) {
    sentence.forms.forEach((form, i) => {
      const lower = form.toLowerCase();
      const [xpos = "", upos = ""] = sentence.tags[i]!.split("|");
      const lemma = sentence.lemmas[i]!.toLowerCase();
      if (upos === "X" || upos === "PUNCT" || upos === "SYM" || upos === "NUM" || lemma === "_") return;
      const key = `${lower}|${upos}`;
      const seen = counts.get(key) ?? new Map<string, number>();
      counts.set(key, seen.set(lemma, (seen.get(lemma) ?? 0) + 1));
      const ruled = lemmatize(NONE, lower, upos, xpos, { upos: sentence.wink[i]!, lemma: sentence.winkLemmas[i]! });
      if (ruled !== lemma) missed.add(key);
    });
  }
  const table = new Map<string, string>();
  for (const key of [...missed].sort()) table.set(key, commonest(counts.get(key)!));
  return table;
}

function commonest(counts: Map<string, number>): string {
  return [...counts].sort((a, b) => b[1] - a[1])[0]![0];
}
