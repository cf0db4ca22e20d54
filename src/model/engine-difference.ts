/** Two engines on the same texts -> where they read alike, where they differ and why each thinks so. */
import { z } from "zod";
import { ActType, Veridicality } from "./act.js";
import { Usage } from "./engine.js";
import { Quote } from "./span.js";

/** One engine's act at one place, with its reason. */
export const EngineAct = Quote.extend({
  act: ActType,
  veridicality: Veridicality,
  actors: z.array(z.string()),
  attribution: z.array(z.string()),
  /** The rule and the words that met it, or the model's own sentence. */
  why: z.string(),
});
export type EngineAct = z.infer<typeof EngineAct>;

export const EngineDifference = z.object({
  document: z.string(),
  /** Which fields differ: `act`, `veridicality`, `actors`; `only` where one engine alone has an act there. */
  fields: z.array(z.string()),
  /** By the engine's id, null where it has none. */
  engines: z.record(z.string(), EngineAct.nullable()),
});
export type EngineDifference = z.infer<typeof EngineDifference>;

export const EngineComparison = z.object({
  engines: z.array(z.object({ id: z.string(), model: z.string().nullable(), acts: z.int(), usage: Usage.nullable() })),
  /** Places where both have an act, and those of them in which nothing differs. */
  shared: z.int(),
  alike: z.int(),
  differences: z.array(EngineDifference),
});
export type EngineComparison = z.infer<typeof EngineComparison>;
