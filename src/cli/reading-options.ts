/** The options that every command shares -> what the pipeline takes. */
import { participantIds, type ReadingOptions } from "../pipeline.js";
import { parseList, parsePublished } from "./parse-arguments.js";

/** Throws ReadoutError of exit code 2 for a bad date or an unknown party. */
export function readingOptions(values: {
  published?: string | undefined;
  participants?: string | undefined;
}): ReadingOptions {
  const participants = participantIds(parseList(values.participants));
  return { published: parsePublished(values.published), ...(participants.length > 0 ? { participants } : {}) };
}
