/** An address's versions <-> lines of a file of its own that is only ever appended to. */
import { mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Outcome, Problem } from "../model/problem.js";
import { type Seen, Version } from "../model/version.js";
import { absent, sha256Of } from "./object-store.js";

export interface History {
  /** Oldest first. */
  versions: Version[];
  /** When the address was last looked at, whatever came of it; null for an address that never was. */
  lastSeenAt: string | null;
}

/** The name of an address's file: outside names never reach the file system. */
export function fileOf(folder: string, address: string): string {
  const key = sha256Of(address);
  return join(folder, key.slice(0, 2), `${key}.ndjson`);
}

/** One write a line; a line that a crash left unfinished is closed first, so that it spoils no other. */
export async function appendLine(path: string, record: Version | Seen, durable: boolean): Promise<void> {
  await mkdir(join(path, ".."), { recursive: true });
  const file = await open(path, "a+");
  try {
    const { size } = await file.stat();
    const last = Buffer.alloc(1);
    if (size > 0) await file.read(last, 0, 1, size - 1);
    const line = `${size > 0 && last[0] !== 10 ? "\n" : ""}${JSON.stringify(record)}\n`;
    await file.appendFile(line);
    if (durable) await file.sync();
  } finally {
    await file.close();
  }
}

/** No versions where there is no file. A line that is no record is passed over and told. */
export async function readHistory(path: string): Promise<Outcome<History>> {
  const text = await readFile(path, "utf8").catch(absent);
  const problems: Problem[] = [];
  const value: History = { versions: [], lastSeenAt: null };
  for (const [at, line] of (text ?? "").split("\n").entries()) {
    if (line === "") continue;
    const record = parse(line);
    if (record === null) problems.push(damaged(path, at + 1));
    else if ("seenAt" in record) value.lastSeenAt = record.seenAt;
    else {
      value.versions.push(record);
      value.lastSeenAt = record.fetchedAt;
    }
  }
  return { value, problems };
}

/** What we wrote ourselves is not checked field by field; a broken line is no JSON, or lacks what every record has. */
function parse(line: string): Version | Seen | null {
  try {
    const record = JSON.parse(line) as Partial<Version & Seen> | null;
    if (typeof record?.seenAt === "string") return { seenAt: record.seenAt };
    return typeof record?.sha256 === "string" && typeof record.fetchedAt === "string"
      ? (record as Version)
      : Version.parse(record);
  } catch {
    return null;
  }
}

function damaged(path: string, line: number): Problem {
  const message = `${path}: line ${line} is no version and is passed over. Compare the file with a copy of the archive.`;
  return { level: "error", stage: "archive", code: "archive-damaged", message };
}
