/** What went wrong, as a value: bad content never throws, it is told beside the result. */
import type { Span } from "./span.js";

export { type ExitCode, ReadoutError } from "./readout-error.js";

/** A problem met in content. `message` says what and what next; `document` is the source's id. */
export interface Problem {
  level: "info" | "warning" | "error";
  stage: string;
  code: string;
  message: string;
  document?: string | undefined;
  span?: Span | undefined;
}

/** A stage's answer and what it met on the way. */
export interface Outcome<T> {
  value: T;
  problems: Problem[];
}
