import { parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import { csvOf, parquetOf } from "./tables.js";

const ROWS = [
  { name: "=cmd", count: 1.5, fixed: true, none: null },
  { name: "é, “quoted”\nand more", count: null, fixed: false, none: null },
];
const COLUMNS = ["name", "count", "fixed", "none"];

test("CSV quotes what needs it and takes formulas for text", () => {
  expect(csvOf(ROWS, COLUMNS)).toBe(`name,count,fixed,none\n'=cmd,1.5,true,\n"é, “quoted”\nand more",,false,\n`);
});

test("Parquet gives back what went in", async () => {
  const bytes = parquetOf(ROWS, COLUMNS);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  expect(await parquetReadObjects({ file })).toEqual(ROWS);
});

test("a table of no rows has its columns", () => {
  expect(csvOf([], COLUMNS)).toBe("name,count,fixed,none\n");
  expect(parquetOf([], COLUMNS).length).toBeGreaterThan(0);
});
