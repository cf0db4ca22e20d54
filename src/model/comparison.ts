/** What several texts on one contact say: aligned items, their relation, the fields that differ, what is unsaid. */
import { z } from "zod";
import { ActType, Veridicality } from "./act.js";
import { Genre, PartialDate } from "./document.js";
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
  spans: z.array(SpanOfItem),
});
export type ItemSource = z.infer<typeof ItemSource>;

export const Item = z.object({
  id: z.string(),
  label: z.string(),
  issues: z.array(z.string()),
  relation: Relation,
  differences: z.array(Difference),
  /** One entry a source, null where the source has nothing on it. */
  sources: z.record(z.string(), ItemSource.nullable()),
});
export type Item = z.infer<typeof Item>;

/** An issue that the sources in `by` leave out, and why that is news. */
export const Unsaid = z.object({ issue: z.string(), by: z.array(z.string()), because: z.string() });
export type Unsaid = z.infer<typeof Unsaid>;

export const ComparisonSource = z.object({
  id: z.string(),
  parties: z.array(z.string()),
  genre: Genre,
  title: z.string().nullable(),
  published: PartialDate.nullable(),
  language: z.string(),
  translated: z.boolean(),
  complete: z.boolean(),
});
export type ComparisonSource = z.infer<typeof ComparisonSource>;

export const Comparison = z.object({
  sources: z.array(ComparisonSource),
  items: z.array(Item),
  unsaid: z.array(Unsaid),
});
export type Comparison = z.infer<typeof Comparison>;
