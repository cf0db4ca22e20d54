/** What cannot go on, with the exit code that the command ends with. Apart from the schemas, so that help loads none. */

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
