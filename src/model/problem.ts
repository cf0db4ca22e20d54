/** What went wrong, as a value: bad content never throws, it is told beside the result. */
import { z } from "zod";
import { Span } from "./span.js";

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

/** Exit codes of the command (contract): 1 failed, 2 wrong usage, 3 done with error-level problems. */
export type ExitCode = 1 | 2 | 3;

/** What cannot go on. The message says the problem, the value and the next step. */
export class ReadoutError extends Error {
  override readonly name = "ReadoutError";
  readonly code: string;
  readonly exitCode: ExitCode;

  constructor(code: string, message: string, exitCode: ExitCode = 1, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.exitCode = exitCode;
  }
}
