/** The YAML of made-up texts in this folder -> checked cases and the documents that the engine reads. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { parseYaml } from "../../src/catalog/read-catalog.js";
import { type Act, ActType, Veridicality } from "../../src/model/act.js";
import { type Document, Genre, PartialDate } from "../../src/model/document.js";
import type { Span } from "../../src/model/span.js";

/** "accepted|agreed": types that a careful reader would not tell apart in this place. */
const ActTypes = z
  .string()
  .transform((written) => written.split("|"))
  .pipe(z.array(ActType).min(1));
const Answer = z.object({ act: ActTypes, veridicality: Veridicality }).strict();
export type Answer = z.infer<typeof Answer>;

const Expectation = Answer.extend({
  words: z.string(),
  or: z.array(Answer).default([]),
  by: z.array(z.string()).optional(),
  notby: z.array(z.string()).optional(),
  says: z.array(z.string()).optional(),
}).strict();
export type Expectation = z.infer<typeof Expectation>;

const Common = {
  id: z.string(),
  construction: z.string(),
  text: z.string(),
  published: PartialDate.default("2025-03-20"),
  publisher: z.string().nullable().default(null),
  parties: z.array(z.string()).default([]),
  genre: Genre.default("report"),
};
const Expectations = z.array(Expectation).default([]);
export const VeridicalityCase = z
  .object({
    ...Common,
    genre: Genre.default("statement"),
    expect: Expectations,
    allow: Expectations,
    never: z.array(Answer).default([]),
  })
  .strict();
export type VeridicalityCase = z.infer<typeof VeridicalityCase>;

const SaidBy = z
  .object({ words: z.string(), chain: z.array(z.string()), or: z.array(z.array(z.string())).default([]) })
  .strict();
export const AttributionCase = z.object({ ...Common, expect: z.array(SaidBy).min(1) }).strict();
export type AttributionCase = z.infer<typeof AttributionCase>;

const DoneBy = z
  .object({ words: z.string(), actors: z.array(z.string()).min(1), maybe: z.array(z.string()).default([]) })
  .strict();
export const ReferenceCase = z.object({ ...Common, expect: z.array(DoneBy).min(1) }).strict();
export type ReferenceCase = z.infer<typeof ReferenceCase>;

/** Reads one file beside this one. Throws on what the schema refuses and on words that do not occur exactly once. */
export function readCases<T extends { id: string; text: string; expect: { words: string }[] }>(
  file: string,
  schema: z.ZodType<T>,
): T[] {
  const path = new URL(file, import.meta.url);
  const cases = z.array(schema).parse(parseYaml(readFileSync(path, "utf8"), file));
  for (const { id, text, expect } of cases) {
    const lost = expect.find(({ words }) => text.split(words).length !== 2);
    if (lost) throw new Error(`${file}: ${id}: "${lost.words}" does not occur exactly once. Correct the case.`);
  }
  return cases;
}

/** A case's text as a document that nobody in particular published. */
export function documentOf(written: z.infer<z.ZodObject<typeof Common>>): Document {
  const { id, text, published, publisher, parties, genre } = written;
  const sha256 = createHash("sha256").update(text).digest("hex");
  const about = {
    title: null,
    publisher,
    parties,
    genre,
    published,
    language: "en",
    translated: false,
    complete: true,
  };
  return { id, source: id, text, sha256, ...about };
}

/** Acts whose triggering words touch `words`. */
export function actsAt(acts: readonly Act[], text: string, words: string): Act[] {
  const start = text.indexOf(words);
  return acts.filter(({ trigger }) => touches(trigger, { start, end: start + words.length }));
}

const touches = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/** Whether `actor` is what the case's `id` means: a state stands for its offices and persons, "a|b" for either. */
export function isActor(actor: string, id: string): boolean {
  return id.split("|").some((one) => actor === one || actor.startsWith(`${one}:`));
}

/** Whether a display name holds one of the alternatives of `link` ("Kremlin|Russia"), regardless of case. */
export function isNamed(name: string, link: string): boolean {
  return link.split("|").some((part) => name.toLowerCase().includes(part.toLowerCase()));
}
