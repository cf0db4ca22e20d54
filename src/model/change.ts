/** What changed between two versions of one published text: words, and what that does to the acts. */
import { z } from "zod";
import { ActType, Veridicality } from "./act.js";
import { Quote } from "./span.js";

/** Words taken out, put in, or put in the place of others. An end that holds nothing is an empty quote at its place. */
export const Hunk = z.object({ before: Quote, after: Quote });
export type Hunk = z.infer<typeof Hunk>;

const ActAt = Quote.extend({ act: ActType, veridicality: Veridicality, strength: z.number() });

/** `changed`: of like force, but of another scope or by somebody else; `fields` names in what. */
export const ActChange = z.object({
  kind: z.enum(["appeared", "vanished", "weakened", "hardened", "changed"]),
  issues: z.array(z.string()),
  before: ActAt.nullable(),
  after: ActAt.nullable(),
  fields: z.array(z.string()),
});
export type ActChange = z.infer<typeof ActChange>;

/** One silent edit. `gone` where the address holds the text no more: then there is nothing after it. */
export const Change = z.object({
  address: z.string(),
  publisherId: z.string().nullable(),
  title: z.string().nullable(),
  before: z.object({ fetchedAt: z.string(), sha256: z.string(), textSha256: z.string() }),
  after: z.object({ fetchedAt: z.string(), sha256: z.string(), textSha256: z.string().nullable() }),
  gone: z.boolean(),
  hunks: z.array(Hunk),
  acts: z.array(ActChange),
});
export type Change = z.infer<typeof Change>;
