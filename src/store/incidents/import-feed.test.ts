/** Made-up files with what real feeds get wrong -> good rows are kept, bad ones given back with the reason, nothing guessed. */
import { appendFileSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import {
  CATALOG,
  csvOf,
  EVENTS,
  type MadeUpRow,
  openStore,
  readInto,
  temporaryFile,
} from "../../../test/made-up-incidents.js";
import { Feed } from "../../model/feed.js";
import type { IncidentStore } from "./incident-store.js";

let store: IncidentStore;
beforeEach(async () => {
  store = await openStore();
});
afterEach(() => store.close());

const GOOD: MadeUpRow = {
  id: "a",
  date: "2025-03-19",
  country: "Ukraine",
  region: "Kharkiv Oblast",
  conduct: "drones",
  target: "refinery",
  actor: "Russia",
};
const all = () => store.incidents(-3_000_000_000, 5_000_000_000, 100_000);

async function read(...rows: MadeUpRow[]) {
  return readInto(store, temporaryFile("rows.csv", csvOf(rows)));
}

test("a row becomes an incident with what its words stand for", async () => {
  await read({ ...GOOD, lat: "49.9", lon: "36.2", title: 'a "quoted"\nline, with commas' });
  expect(await all()).toMatchObject([
    {
      feed: "made-up",
      id: "a",
      title: 'a "quoted"\nline, with commas',
      kind: { conduct: "drone-strike", target: "refinery", precision: "day", sign: false },
      who: { actor: "RUS", contested: false, claimedBy: null },
      place: { country: "UKR", region: "UA-63", precision: "place" },
      earliest: Date.parse("2025-03-19T00:00Z") / 1000,
      latest: Date.parse("2025-03-20T00:00Z") / 1000,
    },
  ]);
});

test.each<[string, MadeUpRow, string, string]>([
  ["an instant", { date: "2025-03-19T10:11:12Z" }, "2025-03-19T10:11:12Z", "2025-03-19T10:11:12Z"],
  ["a day", { date: "2025-03-19" }, "2025-03-19T00:00:00Z", "2025-03-20T00:00:00Z"],
  ["a day in points", { date: "19.03.2025" }, "2025-03-19T00:00:00Z", "2025-03-20T00:00:00Z"],
  ["a day in words", { date: "19 March 2025" }, "2025-03-19T00:00:00Z", "2025-03-20T00:00:00Z"],
  ["a week", { precision: "week" }, "2025-03-16T00:00:00Z", "2025-03-23T00:00:00Z"],
  ["a month", { precision: "month" }, "2025-03-01T00:00:00Z", "2025-04-01T00:00:00Z"],
  ["a range", { precision: "range", until: "2025-03-21" }, "2025-03-19T00:00:00Z", "2025-03-22T00:00:00Z"],
])("%s is as sure as it is written", async (_, row, earliest, latest) => {
  await read({ ...GOOD, ...row });
  const [incident] = await all();
  expect(
    [incident!.earliest, incident!.latest].map((at) => new Date(at * 1000).toISOString().replace(".000", "")),
  ).toEqual([earliest, latest]);
});

test("dates in several forms in one file are each read in their own", async () => {
  const dates = ["2025-03-19", "20.03.2025", "21 March 2025", "2025-03-22T10:00:00Z", "03/23/2025"];
  const { skipped } = await read(...dates.map((date, at) => ({ ...GOOD, id: `r${at}`, date })));
  expect(skipped).toBe(1);
  expect((await all()).map(({ id, earliest }) => [id, new Date(earliest * 1000).toISOString().slice(0, 10)])).toEqual([
    ["r0", "2025-03-19"],
    ["r1", "2025-03-20"],
    ["r2", "2025-03-21"],
    ["r3", "2025-03-22"],
  ]);
});

test.each<[string, MadeUpRow, RegExp]>([
  ["no id", { id: "" }, /no id/],
  ["a date in another form", { date: "03/19/2025" }, /no date/],
  ["a day that is none", { date: "2025-02-30" }, /no date/],
  ["a date long ago", { date: "0025-03-19" }, /before 1900/],
  ["a last day before the first", { precision: "range", until: "2025-03-10" }, /last day is before/],
  ["dates far apart", { precision: "range", until: "2027-03-10" }, /more than a year apart/],
  ["latitude out of range", { lat: "149.9", lon: "36.2" }, /swapped/],
  ["coordinates out of range", { lat: "49.9", lon: "336.2" }, /out of range/],
  ["swapped coordinates", { lat: "36.2", lon: "49.9" }, /look swapped: the point lies far outside/],
  ["coordinates in words", { lat: "north", lon: "east" }, /no numbers/],
])("%s is a counted skip with its reason", async (_, row, because) => {
  const { skipped, rows } = await read({ ...GOOD, ...row }, { ...GOOD, id: "b" });
  expect(skipped).toBe(1);
  expect(rows).toMatchObject([{ because: expect.stringMatching(because), row: { country: "Ukraine" } }]);
  expect((await all()).map(({ id }) => id)).toEqual(["b"]);
});

test("an unknown region or actor leaves it open and is told", async () => {
  const { unknownWords, skipped } = await read({ ...GOOD, region: "Atlantis", actor: "Unidentified Armed Group" });
  expect(skipped).toBe(0);
  expect(unknownWords).toContainEqual(expect.objectContaining({ field: "region", word: "Atlantis" }));
  expect(await all()).toMatchObject([
    { place: { country: "UKR", region: null, precision: "country" }, who: { actor: null } },
  ]);
});

test("of rows with one id the last is kept, and reading a file twice changes nothing", async () => {
  const file = temporaryFile("rows.csv", csvOf([GOOD, { ...GOOD, title: "corrected" }, { ...GOOD, id: "b" }]));
  expect(await readInto(store, file)).toMatchObject({ duplicates: 1 });
  expect(await readInto(store, file)).toMatchObject({ duplicates: 0 });
  expect((await all()).map(({ id, title }) => [id, title])).toEqual([
    ["a", "corrected"],
    ["b", null],
  ]);
});

/** Larger than what one thread reads at once, so that rows come in no order. */
function largeFile(ids: (at: number) => string): string {
  const filler = "x".repeat(300);
  const rows = Array.from({ length: 60_000 }, (_, at) => ({ ...GOOD, id: ids(at), title: `${at} ${filler}` }));
  return temporaryFile("large.csv", csvOf(rows));
}

test("the last of rows with one id is the last in the file, whichever thread read it", async () => {
  const file = largeFile((at) => `r${at % 30_000}`);
  expect(await readInto(store, file)).toMatchObject({ duplicates: 30_000, skipped: 0 });
  const [found] = await store.database.all(
    "SELECT count(*) AS n, min(CAST(split_part(title, ' ', 1) AS INTEGER)) AS first FROM incidents",
  );
  expect(found).toEqual({ n: 30_000, first: 30_000 });
});

test("an import that is broken off goes on where it was, and leaves nothing twice", async () => {
  await store.close();
  const { openIncidents } = await import("./incident-store.js");
  store = await openIncidents({ memoryMegabytes: 64, threads: 2 });
  const file = largeFile((at) => `r${at % 50_000}`);
  const ends: number[] = [];
  const broken = (pieces: number) => async (done: { end: number }) => {
    ends.push(done.end);
    if (ends.length === pieces) throw new Error("power cut");
  };
  await expect(readInto(store, file, EVENTS, broken(1))).rejects.toThrow("power cut");
  expect(ends[0]).toBeLessThan(readFileSync(file).length);
  await expect(readInto(store, file, EVENTS, broken(2))).rejects.toThrow("power cut");
  expect(ends[1]).toBe(readFileSync(file).length);
  expect(await readInto(store, file)).toMatchObject({ duplicates: 10_000, skipped: 0 });
  const [found] = await store.database.all(
    "SELECT count(*) AS n, min(CAST(split_part(title, ' ', 1) AS INTEGER)) AS first FROM incidents",
  );
  expect(found).toEqual({ n: 50_000, first: 10_000 });
  expect(await readInto(store, file)).toMatchObject({ duplicates: 0 });
});

test("two sides of which either may have acted are contested; a party's own report is a claim", async () => {
  await read({ ...GOOD, other: "Ukraine", said_by: "Ukraine" });
  expect(await all()).toMatchObject([{ who: { contested: true, claimedBy: null } }]);
});

describe("a file that is cut in the middle", () => {
  it("gives what is whole, and the broken line as a skip", async () => {
    const file = temporaryFile(
      "rows.csv",
      csvOf(Array.from({ length: 50 }, (_, at) => ({ ...GOOD, id: `r${at}`, title: "words, more words" }))),
    );
    truncateSync(file, readFileSync(file).length - 12);
    const { rows, skipped } = await readInto(store, file);
    expect(await all()).toHaveLength(49);
    expect(skipped).toBe(1);
    expect(rows[0]!.because).toMatch(/no record/);
  });

  it("of JSON is one clear error", async () => {
    await expect(readInto(store, temporaryFile("rows.json", '[{"id": "a", "date": "2025-'))).rejects.toThrow(
      /may be cut/,
    );
  });

  it("of Parquet is one clear error", async () => {
    const file = temporaryFile("rows.csv", csvOf([GOOD])).replace("rows.csv", "rows.parquet");
    await store.database.run(`COPY (SELECT 'a' AS id, '2025-03-19' AS date) TO '${file}' (FORMAT parquet)`);
    truncateSync(file, readFileSync(file).length - 30);
    await expect(store.columnsOf(file)).rejects.toMatchObject({ code: "feed-unreadable" });
  });
});

test("a file that grows is read on from where the last reading ended", async () => {
  const file = temporaryFile("rows.csv", csvOf([GOOD]));
  await readInto(store, file);
  appendFileSync(
    file,
    csvOf([{ ...GOOD, id: "b" }])
      .split("\n")
      .slice(1)
      .join("\n"),
  );
  const { rows } = await readInto(store, file);
  expect(rows).toEqual([]);
  expect((await all()).map(({ id }) => id)).toEqual(["a", "b"]);
});

test("a file larger than the memory limit is read in pieces", async () => {
  await store.close();
  const file = temporaryFile("large.csv", csvOf([]));
  const filler = "x".repeat(300);
  for (let at = 0; at < 30; at++) {
    appendFileSync(
      file,
      csvOf(Array.from({ length: 10_000 }, (_, row) => ({ ...GOOD, id: `r${at}-${row}`, title: filler })))
        .split("\n")
        .slice(1)
        .join("\n"),
    );
  }
  const { openIncidents } = await import("./incident-store.js");
  store = await openIncidents({ memoryMegabytes: 64, threads: 1 });
  expect(readFileSync(file).length).toBeGreaterThan(100_000_000);
  expect(await readInto(store, file)).toMatchObject({ skipped: 0, duplicates: 0 });
  expect(await store.feeds()).toMatchObject([{ rows: 300_000 }]);
});

test("Parquet, JSON, lines of JSON and GeoJSON give the same as CSV", async () => {
  const row = {
    id: "a",
    date: "2025-03-19",
    lat: "49.9",
    lon: "36.2",
    country: "Ukraine",
    conduct: "drones",
    target: "refinery",
    actor: "Russia",
  };
  const csv = temporaryFile("rows.csv", csvOf([row]));
  const parquet = csv.replace(".csv", ".parquet");
  await store.database.run(
    `COPY (SELECT * FROM read_csv('${csv}', all_varchar = true)) TO '${parquet}' (FORMAT parquet)`,
  );
  await readInto(store, csv);
  const expected = await all();
  for (const file of [
    parquet,
    temporaryFile("rows.json", JSON.stringify([row])),
    temporaryFile("rows.json", JSON.stringify({ status: 200, data: [row] })),
    temporaryFile("rows.ndjson", `${JSON.stringify(row)}\n`),
  ]) {
    await store.database.run("DELETE FROM incidents; DELETE FROM imports");
    await readInto(store, file);
    expect(await all()).toEqual(expected);
  }
  const feature = {
    type: "Feature",
    id: "a",
    geometry: { type: "Point", coordinates: [36.2, 49.9] },
    properties: {
      date: "2025-03-19",
      conduct: "drone-strike",
      target: "refinery",
      actor: "Russia",
      country: "Ukraine",
    },
  };
  await readInto(
    store,
    temporaryFile("rows.geojson", JSON.stringify({ type: "FeatureCollection", features: [feature] })),
    CATALOG.feeds.find(({ id }) => id === "geojson")!,
  );
  expect((await all()).find(({ feed }) => feed === "geojson")).toMatchObject({
    id: "a",
    longitude: 36.2,
    latitude: 49.9,
    kind: { target: "refinery" },
  });
});

test("a mapping that holds SQL is a mapping with odd names, and nothing else", async () => {
  const evil = `x"); DROP TABLE incidents; --`;
  const flag = `'y" = '1'; DROP TABLE incidents; --`;
  const key = `k" OR true; --`;
  const feed = Feed.parse({
    ...EVENTS,
    id: "made-up",
    labels: { key: [key] },
    map: {
      ...EVENTS.map,
      title: evil,
      actor: { constant: "'; DROP TABLE incidents; --" },
      conduct: { flags: [[flag, "'; DROP TABLE incidents; --"]] },
    },
  });
  const cell = (words: string) => `"${words.replaceAll('"', '""')}"`;
  const file = temporaryFile("rows.csv", "");
  writeFileSync(file, `id,date,${cell(evil)},${cell(key)}\na,2025-03-19,words,1\nb,2025-03-20,words,2\n`);
  const labels = temporaryFile("labels.csv", `${cell(key)},${cell(flag)}\n1,1\n2,0\n`);
  await readInto(store, file, feed, undefined, [labels]);
  expect(await all()).toMatchObject([
    { title: "words", kind: { conduct: "'; DROP TABLE incidents; --" }, who: { actor: "'; DROP TABLE incidents; --" } },
    { title: "words", kind: { conduct: null } },
  ]);
});
