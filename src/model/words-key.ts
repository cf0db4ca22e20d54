/** A source's id -> the key under which a difference keeps its words; apart from the schemas, which a comparison does not load. */

/** The fields of a difference (model/comparison.ts). */
const FIELDS = new Set(["field", "kind", "in", "than", "because"]);

/** The id itself, or "words-of-in" for India's "in" and the like. */
export function wordsKeyOf(id: string): string {
  return FIELDS.has(id) ? `words-of-${id}` : id;
}
