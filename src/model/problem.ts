/** What went wrong, as a value: bad content never throws, it is told beside the result. */
import { z } from "zod";
import { Span } from "./span.js";

export { type ExitCode, ReadoutError } from "./readout-error.js";

/** A problem met in content. `message` says what and what next; `document` is the source's id. */
export const Problem = z.object({
  level: z.enum(["info", "warning", "error"]),
  stage: z.string(),
  code: z.string(),
  message: z.string(),
  document: z.string().optional(),
  span: Span.optional(),
});
export type Problem = z.infer<typeof Problem>;

/** A stage's answer and what it met on the way. */
export interface Outcome<T> {
  value: T;
  problems: Problem[];
}
