/** What one page about a dossier shows, in the order of the two questions: was it agreed, and will it hold? */
import { z } from "zod";
import { ActType, Veridicality } from "./act.js";
import { Genre, PartialDate } from "./document.js";
import { Quote } from "./span.js";

/** A source as readers meet it. `url` is the original, `digest` a text that retells it in other words. */
export const SourceView = z.object({
  id: z.string(),
  /** "White House"; the id where nobody is named. */
  name: z.string(),
  /** Display names of those for whom it speaks; empty for reports. */
  parties: z.array(z.string()),
  title: z.string().nullable(),
  genre: Genre,
  published: PartialDate.nullable(),
  language: z.string(),
  translated: z.boolean(),
  complete: z.boolean(),
  digest: z.boolean(),
  url: z.string().nullable(),
  /** When the archive took it, as a UTC instant; null for a text that was brought by hand. */
  retrievedAt: z.string().nullable(),
  sha256: z.string(),
  words: z.int(),
});
export type SourceView = z.infer<typeof SourceView>;

/** Exact words with a little of what stands around them (W3C TextQuoteSelector), for a link to the very place. */
export const QuoteView = Quote.extend({ prefix: z.string(), suffix: z.string() });
export type QuoteView = z.infer<typeof QuoteView>;

/** How one source puts a point. */
export const SideView = z.object({
  source: z.string(),
  act: ActType,
  veridicality: Veridicality,
  /** Display names; "?" where nobody is named. */
  actors: z.array(z.string()),
  /** Whom the source itself quotes, outermost first. */
  voices: z.array(z.string()),
  strength: z.number().min(0).max(1),
  quotes: z.array(QuoteView),
});
export type SideView = z.infer<typeof SideView>;

export const LineKind = z.enum(["both", "differs", "contradicts", "only", "some"]);
export type LineKind = z.infer<typeof LineKind>;

/** One point of the comparison. `number` is its place on every page of the dossier. */
export const LineView = z.object({
  id: z.string(),
  number: z.int(),
  /** What it is about: "Prisoner exchange". */
  subject: z.string(),
  /** The words that tell it from others on the same subject; null where the subject says it all. */
  detail: z.string().nullable(),
  kind: LineKind,
  /** The relation as the comparison has it: `scope-differs`, `only:us`. */
  relation: z.string(),
  differences: z.array(z.string()),
  sides: z.array(SideView),
});
export type LineView = z.infer<typeof LineView>;

export const UnsaidView = z.object({ subject: z.string(), by: z.array(z.string()), because: z.string() });
export type UnsaidView = z.infer<typeof UnsaidView>;

/** What somebody who was not on the line says; `lines` are the points of the comparison on the same matter. */
export const StatementView = SideView.extend({ subject: z.string(), lines: z.array(z.int()) });
export type StatementView = z.infer<typeof StatementView>;

/** `party`: a text of its own that speaks for it. The rest are voices in a report, as `compare --by attribution` has them. */
export const OtherKind = z.enum(["party", "concerned", "other", "person"]);
export type OtherKind = z.infer<typeof OtherKind>;

export const OtherView = z.object({
  name: z.string(),
  kind: OtherKind,
  /** Id of the text in which it speaks. */
  source: z.string(),
  statements: z.array(StatementView),
});
export type OtherView = z.infer<typeof OtherView>;

/** Parts of the page, in order. Editors write under these names. */
export const SECTIONS = ["agreed", "differ", "conditions", "unsaid", "others", "holding", "lasting", "limits"] as const;
export const SectionId = z.enum(SECTIONS);
export type SectionId = z.infer<typeof SectionId>;

/** `url` names a picture that the dossier keeps ("a1b2c3d4e5f6.jpg"): pages ask no other host for anything. */
export const Picture = z.object({
  url: z.string().max(200),
  alt: z.string().max(1000),
  caption: z.string().max(1000),
  credit: z.string().max(300),
});
export type Picture = z.infer<typeof Picture>;

/**
 * Where a document's original is to be read, as an editor knows it; `digest` where ours retells it in other words;
 * `other` whether it is by somebody who was not on the line, null where the texts themselves are to tell.
 */
export const Origin = z.object({
  url: z.url({ protocol: /^https?$/ }).nullable(),
  digest: z.boolean(),
  other: z.boolean().nullable().default(null),
});
export type Origin = z.infer<typeof Origin>;

/** What an editor says of the page, beside what the record says. Every part may be missing: the page is then a draft. */
export const Edition = z.object({
  headline: z.string().max(300).nullable(),
  standfirst: z.string().max(1000).nullable(),
  byline: z.string().max(200).nullable(),
  agencies: z.array(z.string().max(100)).max(10),
  picture: Picture.nullable(),
  /** Markdown a section; cites records as `[@7]` by number or `[@act:ID]` by id. */
  words: z.partialRecord(SectionId, z.string().max(40_000)),
  publishedAt: z.string().nullable(),
  updatedAt: z.string().nullable(),
  /** IANA zone in which the times are told. */
  zone: z.string(),
  /** 0 for what was never published. */
  revision: z.int().min(0),
  /** By document id. */
  origins: z.record(z.string(), Origin).default({}),
  /** True for a page that its editors took back: its address stays, its words do not. */
  takenBack: z.boolean().default(false),
});
export type Edition = z.infer<typeof Edition>;

/** A reason why the page cannot say more, as a code with its values: told in the reader's language. */
export const Limit = z.object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) });
export type Limit = z.infer<typeof Limit>;

export const Explainer = z.object({
  dossier: z.string(),
  headline: z.string(),
  standfirst: z.string(),
  /** False where headline and standfirst are the program's draft. */
  edited: z.boolean(),
  edition: Edition,
  parties: z.array(z.string()),
  sources: z.array(SourceView),
  lines: z.array(LineView),
  /** What others said, and the texts in which they say it: these are not compared. */
  others: z.array(OtherView),
  otherSources: z.array(SourceView),
  /** Numbers of lines a section. */
  agreedByAll: z.array(z.int()),
  agreedBySome: z.array(z.int()),
  undertaken: z.array(z.int()),
  differ: z.array(z.int()),
  conditions: z.array(z.int()),
  unsaid: z.array(UnsaidView),
  limits: z.array(Limit),
  /** The editor's words a section, as HTML that is safe to put into a page. */
  notes: z.partialRecord(SectionId, z.string()),
  /** Ids that the editor's words cite and no line has: they block publishing. */
  lostCitations: z.array(z.string()),
  words: z.int(),
});
export type Explainer = z.infer<typeof Explainer>;
