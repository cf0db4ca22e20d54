/** A PDF's bytes -> whether its compressed streams unfold to more than a limit, found out without keeping what they hold. */
import { constants, inflateSync } from "node:zlib";

const MOST_STREAMS = 20_000;
/** A stream in a stream in a stream: nothing honest is folded more often. */
const DEEPEST = 3;

/** True where they do, or where there are more than 20,000 streams. Streams that are no Flate data count as they stand. */
export function unfoldsBeyond(bytes: Uint8Array, limit: number): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = limit;
  let streams = 0;
  for (let at = buffer.indexOf("stream"); at >= 0; at = buffer.indexOf("stream", at + 6)) {
    if (buffer.subarray(at - 3, at).toString("latin1") === "end") continue;
    streams++;
    if (streams > MOST_STREAMS) return true;
    const start = at + 6 + (buffer[at + 6] === 13 ? 1 : 0) + 1;
    const size = unfold(buffer.subarray(start), left, DEEPEST);
    left -= size;
    if (left <= 0) return true;
  }
  return false;
}

function unfold(data: Buffer, limit: number, depth: number): number {
  if (depth === 0 || (data[0]! & 0x0f) !== 8 || ((data[0]! << 8) | data[1]!) % 31 !== 0) return 0;
  try {
    const unfolded = inflateSync(data, { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH });
    return unfolded.length + unfold(unfolded, limit - unfolded.length, depth - 1);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? limit : 0;
  }
}
