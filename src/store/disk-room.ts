/** A folder -> whether its disk is as good as full for a PostgreSQL. */
import { statfsSync } from "node:fs";

/** A segment of PostgreSQL's log; without room for the next one the server ends, and its clients only see it gone. */
const SEGMENT_BYTES = 16_777_216;

export function isDiskFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < SEGMENT_BYTES;
}
