/** The archive's versions -> a WARC 1.1 file, a gzipped record a version, which other web archives take in. */
import { WARCRecord, WARCSerializer } from "warcio";
import type { Problem } from "../model/problem.js";
import type { Version } from "../model/version.js";
import type { Archive } from "./archive.js";

/** What no longer holds of bytes that were decompressed and are written whole. */
const CHANGED = new Set(["content-encoding", "transfer-encoding", "content-length"]);

/** Pieces of the file, in order, and problems as they are met; versions whose bytes are missing are told and left out. */
export async function* exportWarc(
  archive: Archive,
  software: string,
  addresses?: readonly string[],
): AsyncGenerator<Uint8Array | Problem> {
  const about = {
    software,
    format: "WARC File Format 1.1",
    conformsTo: "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
  };
  yield await packed(WARCRecord.createWARCInfo({ filename: "readout.warc.gz", warcVersion: "WARC/1.1" }, about));
  const histories = addresses ? all(archive, addresses) : archive.histories();
  for await (const { value, problems } of histories) {
    yield* problems;
    for (const version of value.versions) yield await recordOf(archive, version);
  }
}

async function* all(archive: Archive, addresses: readonly string[]) {
  for (const address of addresses) yield await archive.history(address);
}

async function recordOf(archive: Archive, version: Version): Promise<Uint8Array | Problem> {
  const { answeredBy: url, fetchedAt: date, status, headers, sha256, size, address } = version;
  const bytes = await archive.bytes(sha256);
  if (bytes === null) {
    const message = `${address}: the archive lists a version of ${date} and does not hold its bytes ${sha256}. Restore them from a copy.`;
    return { level: "error", stage: "archive", code: "archive-damaged", message };
  }
  const kept = Object.entries(headers).map(
    ([name, value]) => [CHANGED.has(name) ? `x-archive-orig-${name}` : name, value] as [string, string],
  );
  const record = WARCRecord.create(
    {
      url,
      date,
      type: "response",
      warcVersion: "WARC/1.1",
      statusline: `HTTP/1.1 ${status} ${status === 200 ? "OK" : "-"}`,
      httpHeaders: [...kept, ["content-length", String(size)]],
      warcHeaders: { "Readout-Address": address, "Readout-SHA256": sha256 },
    },
    [bytes],
  );
  return packed(record);
}

function packed(record: WARCRecord): Promise<Uint8Array> {
  return WARCSerializer.serialize(record, { gzip: true });
}
