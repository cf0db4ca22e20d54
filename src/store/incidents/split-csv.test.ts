/** Made-up CSV files -> pieces that hold every record once and none cut, whatever the size of a piece. */
import { appendFileSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { temporaryFile } from "../../../test/made-up-incidents.js";
import { type SplitOptions, splitCsv } from "./split-csv.js";

const HEADER = "id,words\n";

async function bodies(file: string, options: Partial<SplitOptions> = {}): Promise<string[]> {
  const paths = [temporaryFile("even.csv", ""), temporaryFile("odd.csv", "")] as const;
  const found: string[] = [];
  for await (const piece of splitCsv({ file, from: 0, paths, pieceBytes: 40, ...options })) {
    expect(piece.header).toBe(HEADER);
    const text = readFileSync(piece.path, "utf8");
    expect(text.startsWith(HEADER)).toBe(true);
    found.push(text.slice(HEADER.length));
  }
  return found;
}

it("gives each record once and whole", async () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "é", ",", '"', "\n", " "), maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(cell, { maxLength: 30 }),
      fc.integer({ min: 80, max: 400 }),
      async (cells, pieceBytes) => {
        const records = cells.map((words, at) => `${at},"${words.replaceAll('"', '""')}"\n`);
        const pieces = await bodies(temporaryFile("rows.csv", HEADER + records.join("")), { pieceBytes });
        expect(pieces.join("")).toBe(records.join(""));
        for (const piece of pieces) expect((piece.match(/"/g) ?? []).length % 2).toBe(0);
        if (records.join("").length > pieceBytes) expect(pieces.length).toBeGreaterThan(1);
      },
    ),
    { numRuns: 60 },
  );
});

it("cuts at a line where a quote never closes, and takes a line that is longer than a piece", async () => {
  const open = '1,"never closed\n2,b\n3,c\n';
  expect((await bodies(temporaryFile("rows.csv", HEADER + open), { pieceBytes: 21 })).join("")).toBe(open);
  const long = `1,${"x".repeat(200)}\n2,b\n`;
  expect((await bodies(temporaryFile("rows.csv", HEADER + long))).join("")).toBe(long);
});

it("goes on where it ended, and leaves a line that is still being written where asked", async () => {
  const file = temporaryFile("rows.csv", `${HEADER}1,a\n2,b`);
  const paths = [temporaryFile("even.csv", ""), temporaryFile("odd.csv", "")] as const;
  const ends: number[] = [];
  const read = async (from: number, wholeLinesOnly: boolean) => {
    for await (const { end } of splitCsv({ file, from, paths, pieceBytes: 1_000, wholeLinesOnly })) ends.push(end);
  };
  await read(0, true);
  await read(ends[0]!, true);
  expect(ends).toEqual([HEADER.length + 4]);
  appendFileSync(file, "bb\n");
  expect(await bodies(file, { from: ends[0]!, wholeLinesOnly: true })).toEqual(["2,bbb\n"]);
  expect(await bodies(temporaryFile("rows.csv", HEADER))).toEqual([""]);
});
