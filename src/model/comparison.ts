/** What several texts on one contact say: aligned items, their relation, the fields that differ, what is unsaid. */
import { z } from "zod";
import { ActType, Veridicality } from "./act.js";
import { Genre, PartialDate } from "./document.js";
import { Usage } from "./engine.js";
import { Quote } from "./span.js";

/** `both`, `contradicts`, `scope-differs`, `strength-differs`, `only:ID` or `some:a,b` (contract). */
export const Relation = z.string().regex(/^(both|contradicts|scope-differs|strength-differs|only:.+|some:.+)$/);

/** One field in which an item's sources differ. `in` is the source whose value is `kind` than that of `than`. */
export const Difference = z
  .object({ field: z.string(), kind: z.string(), in: z.string(), than: z.string(), because: z.string() })
  .catchall(z.string());
export type Difference = z.infer<typeof Difference>;

export const SpanOfItem = Quote.extend({ act: ActType });
export type SpanOfItem = z.infer<typeof SpanOfItem>;

export const ItemSource = z.object({
  act: ActType,
  veridicality: Veridicality,
  actors: z.array(z.string()),
  attribution: z.array(z.string()),
  strength: z.number(),
  /** Of the act that stands for the clause: what found it (`Act.rule`). */
  rule: z.string(),
  spans: z.array(SpanOfItem),
});
export type ItemSource = z.infer<typeof ItemSource>;

/** A term of an item that the report gives in its own voice, while a voice that it quotes does not. */
export const UnattributedTerm = z.object({ field: z.string(), words: z.string() });
export type UnattributedTerm = z.infer<typeof UnattributedTerm>;

export const Item = z.object({
  id: z.string(),
  label: z.string(),
  issues: z.array(z.string()),
  relation: Relation,
  differences: z.array(Difference),
  /** One entry a source, null where the source has nothing on it. */
  sources: z.record(z.string(), ItemSource.nullable()),
  /**
   * By attribution only: how the sides of the contact stand to each other as the report has it. `both`, `contradicts`,
   * `scope-differs`, `strength-differs`, `only:ID`, `some:a,b`, `refused:ID`, `unattributed` (the report's own voice
   * alone) or `others` (voices that took no part).
   */
  standing: z.string().optional(),
  unattributed: z.array(UnattributedTerm).optional(),
});
export type Item = z.infer<typeof Item>;

/** An issue that the sources in `by` leave out, and why that is news. */
export const Unsaid = z.object({
  issue: z.string(),
  by: z.array(z.string()),
  because: z.string(),
  /** By attribution only: whether the report says it outright, or says it of what this goes with. */
  basis: z.enum(["stated", "implied"]).optional(),
  /** By attribution only: the report's words. */
  words: Quote.optional(),
});
export type Unsaid = z.infer<typeof Unsaid>;

/**
 * Whose voice it is in a report: the reporter's own, a side of the contact, another party to the conflict, another state or
 * body, or a person who speaks for none.
 */
export const VoiceKind = z.enum(["reporter", "side", "concerned", "other", "person"]);
export type VoiceKind = z.infer<typeof VoiceKind>;

export const ComparisonSource = z.object({
  id: z.string(),
  parties: z.array(z.string()),
  genre: Genre,
  /** As the text names it; null where it does not. */
  publisher: z.string().nullable(),
  title: z.string().nullable(),
  published: PartialDate.nullable(),
  language: z.string(),
  translated: z.boolean(),
  complete: z.boolean(),
  /** By attribution only: each voice is a source. */
  voice: z.object({ kind: VoiceKind, name: z.string() }).optional(),
});
export type ComparisonSource = z.infer<typeof ComparisonSource>;

export const Comparison = z.object({
  sources: z.array(ComparisonSource),
  items: z.array(Item),
  unsaid: z.array(Unsaid),
  /** The engine that read the texts, where it is not the embedded rules, and what it cost. */
  engine: z.object({ id: z.string(), model: z.string().nullable(), usage: Usage.nullable() }).optional(),
});
export type Comparison = z.infer<typeof Comparison>;
