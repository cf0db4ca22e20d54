/**
 * `tsx bench/speed/archive-process.ts`: archives of 1,000 and of 100,000 versions, listed whole, and one address in them
 * listed and diffed -> what each took, as JSON on standard output.
 */
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TEXTS } from "../../test/publishers/page-cases.js";
import { builtArchive } from "./built-code.js";

const VERSIONS_AN_ADDRESS = 50;
const SIZES = [1_000, 100_000];
const ASKED = 20;

export interface ArchiveFigures {
  versions: number;
  /** Versions listed a second, of all of them. */
  listed: number;
  /** Milliseconds to list the changes of one address, words and acts. */
  changesOfOne: number;
  /** Milliseconds to find one edit among all by its day. */
  edits: number;
}

const { openArchive, fileOf, listChanges, readDocument } = await builtArchive();
const figures: ArchiveFigures[] = [];
for (const size of SIZES) figures.push(await measure(size));
process.stdout.write(JSON.stringify(figures));

async function measure(size: number): Promise<ArchiveFigures> {
  const folder = mkdtempSync(join(tmpdir(), "readout-bench-"));
  try {
    const addresses = await fill(folder, size / VERSIONS_AN_ADDRESS);
    const archive = await openArchive(folder);
    let versions = 0;
    const listing = await seconds(async () => {
      for await (const { value } of archive.histories()) versions += value.versions.length;
    });
    if (versions !== size) throw new Error(`${versions} versions are listed, ${size} were kept`);
    const asked = addresses.filter((_, at) => at % Math.ceil(addresses.length / ASKED) === 0);
    await changesOf([addresses[0]!]);
    const one = await seconds(() => changesOf(asked));
    const edits = await seconds(() => changesOf(undefined, new Date("2025-12-01")));
    return { versions, listed: versions / listing, changesOfOne: (one / asked.length) * 1000, edits: edits * 1000 };

    async function changesOf(some: string[] | undefined, since?: Date): Promise<void> {
      let found = 0;
      for await (const change of listChanges(archive, { addresses: some, since })) found += "hunks" in change ? 1 : 0;
      if (found !== (some?.length ?? 0)) throw new Error(`${found} changes of ${some?.length} addresses`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Each address: a text, looked at again and again, and edited at the end. */
async function fill(folder: string, count: number): Promise<string[]> {
  const archive = await openArchive(folder, { durable: false });
  const addresses = Array.from({ length: count }, (_, at) => `https://office.example/news/${at}`);
  for (const [at, address] of addresses.entries()) {
    const text = TEXTS[at % TEXTS.length]!;
    const words = `${text.title}\n\n${text.paragraphs.join("\n\n")}\n\nNumber ${at}.\n`;
    const { version } = await keep(address, words, 0);
    const lines = Array.from({ length: VERSIONS_AN_ADDRESS - 2 }, (_, look) =>
      JSON.stringify({ ...version, fetchedAt: instant(look + 1) }),
    );
    appendFileSync(fileOf(join(folder, "versions"), address), `${lines.join("\n")}\n`);
    await keep(
      address,
      words
        .replace("agreed", "discussed")
        .replace("days", "weeks")
        .replace(/\bto\b/, "also to"),
      VERSIONS_AN_ADDRESS,
    );
  }
  return addresses;

  async function keep(address: string, words: string, look: number) {
    const bytes = Buffer.from(words);
    const { value } = await readDocument(bytes, {
      id: "page",
      source: address,
      actors: { states: [], organisations: [], offices: [] },
    });
    const fetched = {
      address,
      answeredBy: address,
      fetchedAt: instant(look),
      status: 200,
      headers: {},
      publisherId: null,
    };
    return archive.keep(fetched, bytes, value);
  }
}

function instant(look: number): string {
  return new Date(Date.UTC(2025, 4, 6, look)).toISOString().replace(".000Z", "Z");
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
