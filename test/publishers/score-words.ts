/** Words that should have come out and words that did -> precision and recall, each word as often as it stands there. */

export interface WordScore {
  precision: number;
  recall: number;
  /** For whoever mends it. */
  extra: string[];
  missing: string[];
}

export function scoreWords(found: string, expected: string): WordScore {
  const [a, b] = [wordsOf(found), wordsOf(expected)];
  const [left, wanted] = [new Map<string, number>(), new Map<string, number>()];
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  for (const word of b) wanted.set(word, (wanted.get(word) ?? 0) + 1);
  const extra = surplus(a, wanted);
  const missing = surplus(b, left);
  return {
    precision: 1 - extra.length / Math.max(1, a.length),
    recall: 1 - missing.length / Math.max(1, b.length),
    extra,
    missing,
  };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function surplus(words: readonly string[], other: ReadonlyMap<string, number>): string[] {
  const left = new Map(other);
  return words.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}
