/** What an engine that cannot count offsets says of a text: acts with the words they stand on, nothing that code can find itself. */
import { z } from "zod";
import { ActType, Veridicality } from "./act.js";

const Name = z.string().min(1).max(120);
const Words = z.string().min(1).max(400);

/** One act as proposed. Strict: what is not asked for is refused. */
export const ProposedAct = z
  .object({
    act: ActType,
    veridicality: Veridicality,
    /** Exact words of the text, one clause. */
    quote: Words,
    /** Words within the quote that make it this act. */
    trigger: Words,
    /** Who acts, and towards whom, by the words of the text. */
    actors: z.array(Name).max(12),
    recipients: z.array(Name).max(12),
    /** Who says so, outermost first, by the words of the text; empty where the text itself does. */
    attribution: z.array(Name).max(6),
    /** Exact words of the condition; null without one. */
    condition: Words.nullable(),
    /** One sentence: why it is this act and no other. */
    why: z.string().max(300),
  })
  .strict();
export type ProposedAct = z.infer<typeof ProposedAct>;

export const Proposals = z.object({ acts: z.array(ProposedAct).max(200) }).strict();
export type Proposals = z.infer<typeof Proposals>;
