/** How large a source may be, and the refusal of one that is larger. */
import { ReadoutError } from "./problem.js";

/** A readout is a few kilobytes; a day's transcript of a summit stays under one megabyte. */
export const LARGEST_SOURCE_BYTES = 10_000_000;

/** The refusal `source-too-large`; `size` in bytes, null where reading stopped before the end. */
export function tooLarge(source: string, size: number | null): ReadoutError {
  const has = size === null ? "is larger than" : `has ${megabytes(size)} MB, more than`;
  const message = `${source}: ${has} the ${megabytes(LARGEST_SOURCE_BYTES)} MB that are read. Give only the text of the readout.`;
  return new ReadoutError("source-too-large", message);
}

function megabytes(bytes: number): string {
  return String(Math.round(bytes / 100_000) / 10);
}
