/** Made-up rows in the form of each known feed -> what the catalogue's entries take them for. No row is a provider's. */
import { writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CATALOG, openStore, readInto, temporaryFile } from "../../../test/made-up-incidents.js";
import type { IncidentStore } from "./incident-store.js";

let store: IncidentStore;
beforeEach(async () => {
  store = await openStore();
});
afterEach(() => store.close());

const feed = (id: string) => CATALOG.feeds.find((one) => one.id === id)!;
const all = () => store.incidents(-1_000_000_000, 4_000_000_000, 1_000);
const csv = (rows: readonly object[]) =>
  `${Object.keys(rows[0]!).join(",")}\n${rows
    .map((row) =>
      Object.values(row)
        .map((value) => `"${value}"`)
        .join(","),
    )
    .join("\n")}\n`;

const ACLED = {
  event_id_cnty: "XXX1",
  event_date: "19 March 2025",
  time_precision: "1",
  sub_event_type: "Air/drone strike",
  actor1: "Military Forces of Russia (2000-) Air Force",
  actor2: "Civilians (Ukraine)",
  country: "Ukraine",
  admin1: "Kharkiv",
  location: "Nowhere",
  latitude: "49.9",
  longitude: "36.2",
  geo_precision: "2",
  source: "An Outlet",
};

test("ACLED, as CSV and as the API's JSON", async () => {
  const rows = [
    ACLED,
    {
      ...ACLED,
      event_id_cnty: "XXX2",
      event_date: "2025-03-20",
      time_precision: "2",
      sub_event_type: "Armed clash",
      actor2: "Military Forces of Ukraine (2019-)",
      source: "Ministry of Defence of Russia",
    },
  ];
  await readInto(store, temporaryFile("acled.csv", csv(rows)), feed("acled"));
  const expected = await all();
  expect(expected).toMatchObject([
    {
      id: "XXX2",
      kind: { conduct: "armed-clash", target: null, precision: "week" },
      who: { contested: true, claimedBy: "RUS" },
    },
    {
      id: "XXX1",
      kind: { conduct: "strike", target: null, precision: "day" },
      who: { actor: "RUS", contested: false, claimedBy: null },
      place: { country: "UKR", region: "UA-63", precision: "near" },
    },
  ]);
  await store.database.run("DELETE FROM incidents; DELETE FROM imports");
  await readInto(
    store,
    temporaryFile("acled.json", JSON.stringify({ status: 200, success: true, data: rows })),
    feed("acled"),
  );
  expect(await all()).toEqual(expected);
});

test.each(["ucdp-ged", "ucdp-candidate"])("%s", async (id) => {
  const row = {
    id: "7",
    relid: "XXX-7",
    type_of_violence: "1",
    side_a: "Government of Ukraine",
    side_b: "Government of Russia (Soviet Union)",
    source_office: "An Outlet",
    where_prec: "4",
    where_description: "somewhere",
    adm_1: "Kharkiv oblast",
    latitude: "49.9",
    longitude: "36.2",
    country: "Ukraine",
    date_start: "2025-03-18 00:00:00.000",
    date_end: "2025-03-20 00:00:00.000",
  };
  const rows = [
    row,
    {
      ...row,
      id: "8",
      type_of_violence: "3",
      side_b: "Civilians",
      side_a: "Government of Russia (Soviet Union)",
      where_prec: "1",
      date_end: row.date_start,
    },
  ];
  await readInto(store, temporaryFile("ged.csv", csv(rows)), feed(id));
  const [first, second] = (await all()).sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(first).toMatchObject({
    kind: { conduct: "attack", precision: "range" },
    who: { contested: true },
    place: { region: "UA-63", precision: "region" },
    latitude: null,
  });
  expect((first!.latest - first!.earliest) / 86_400).toBe(3);
  expect(second).toMatchObject({
    kind: { conduct: "violence-against-civilians", target: "civilian" },
    who: { actor: "RUS", contested: false },
    latitude: 49.9,
  });
});

test("VIINA", async () => {
  const row = {
    viina_version: "2.0",
    event_id: "5",
    date: "20250319",
    report_id: "1",
    GEO_PRECISION: "ADM3",
    ADM1_NAME: "Khmel'nyts'kyy",
    latitude: "49.4",
    longitude: "27.0",
    source: "an outlet",
    address: "Nowhere",
    url: "https://example.org/5",
  };
  await readInto(store, temporaryFile("viina.csv", csv([row])), feed("viina"));
  expect(await all()).toMatchObject([
    {
      id: "5",
      kind: { conduct: null, target: null },
      who: { actor: null },
      place: { country: "UKR", region: "UA-68", precision: "near" },
      url: "https://example.org/5",
    },
  ]);
});

test("VIINA with its labels: what was done, who began it, and what is not of the war", async () => {
  const info = (event: string, key: string) => ({
    viina_version: "2.0",
    event_id: event,
    event_id_1pd: key,
    date: "20250319",
    report_id: event,
    GEO_PRECISION: "ADM3",
    ADM1_NAME: "Donets'k",
    latitude: "48.9",
    longitude: "37.8",
    source: "an outlet",
  });
  const none = { t_mil_b: 1, a_rus_init_b: 0, a_ukr_init_b: 0, t_uav_b: 0, t_artillery_b: 0, t_hospital_b: 0 };
  const label = (key: string, more: Partial<typeof none> | { t_mil_b: string }) => ({
    event_id_1pd: key,
    date: "20250319",
    n_reports: 2,
    event_ids: "1|2",
    ...none,
    ...more,
  });
  const labels = temporaryFile(
    "event_1pd.csv",
    csv([
      label("a", { a_rus_init_b: 1, t_uav_b: 1, t_artillery_b: 1 }),
      label("b", { a_rus_init_b: 1, a_ukr_init_b: 1, t_artillery_b: 1, t_hospital_b: 1 }),
      label("c", { t_mil_b: 0, t_uav_b: 1 }),
      label("d", { t_mil_b: "" }),
      // Of two labels of one event the first counts.
      label("d", { t_mil_b: 0 }),
    ]),
  );
  const events = [
    info("1", "a"),
    info("2", "a"),
    info("3", "b"),
    info("4", "c"),
    info("5", "d"),
    info("6", "unlabelled"),
  ];
  const file = temporaryFile("event_info.csv", csv([...events, { ...info("7", "a"), date: "soon" }]));
  const read = await readInto(store, file, feed("viina"), undefined, [labels]);
  expect(read).toMatchObject({ aside: 1, skipped: 1 });
  expect(read.rows).toMatchObject([{ because: expect.stringMatching(/no date/), row: { t_uav_b: "1" } }]);
  const found = (await all()).sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(found.map(({ id, kind, who }) => [id, kind.conduct, kind.target, who.actor, who.contested])).toEqual([
    ["1", "drone-strike", null, "RUS", false],
    ["2", "drone-strike", null, "RUS", false],
    ["3", "shelling", "hospital", "RUS", true],
    ["5", null, null, null, false],
    ["6", null, null, null, false],
  ]);
});

test("labels that come later, or grow, are joined to rows that were read before", async () => {
  const info = { viina_version: "2", event_id: "1", event_id_1pd: "a", date: "20250319", report_id: "1" };
  const file = temporaryFile("event_info.csv", csv([{ ...info, GEO_PRECISION: "ADM3" }]));
  const label = { event_id_1pd: "b", n_reports: 1, event_ids: "1", t_mil_b: 1, t_uav_b: 1 };
  const labels = temporaryFile("event_1pd.csv", csv([label]));
  const conducts = async () => (await all()).map(({ kind }) => kind.conduct);
  await readInto(store, file, feed("viina"));
  await readInto(store, file, feed("viina"), undefined, [labels]);
  expect(await conducts()).toEqual([null]);
  writeFileSync(labels, csv([label, { ...label, event_id_1pd: "a" }]));
  await readInto(store, file, feed("viina"), undefined, [labels]);
  expect(await conducts()).toEqual(["drone-strike"]);
});

test("a file of labels larger than the memory limit is joined all the same", async () => {
  await store.close();
  const { openIncidents } = await import("./incident-store.js");
  store = await openIncidents({ memoryMegabytes: 64, threads: 1 });
  const many = 300_000;
  const info = Array.from({ length: many }, (_, at) => `x,${at},k${at % 250_000},20250319,${at},ADM3`);
  const file = temporaryFile(
    "event_info.csv",
    `viina_version,event_id,event_id_1pd,date,report_id,GEO_PRECISION\n${info.join("\n")}\n`,
  );
  const filler = "1".repeat(300);
  const label = Array.from({ length: 250_000 }, (_, at) => `k${at},2,${filler},${at % 5 === 0 ? 0 : 1},${at % 2}`);
  const labels = temporaryFile(
    "event_1pd.csv",
    `event_id_1pd,n_reports,event_ids,t_mil_b,t_uav_b\n${label.join("\n")}\n`,
  );
  const read = await readInto(store, file, feed("viina"), undefined, [labels]);
  expect(read).toMatchObject({ aside: 60_000, skipped: 0, duplicates: 0 });
  const [counts] = await store.database.all(
    "SELECT count(*) AS n, count(*) FILTER (k.key LIKE 'drone-strike|%') AS drones FROM incidents i JOIN kinds k ON k.id = i.kind",
  );
  expect(counts).toEqual({ n: 240_000, drones: 120_000 });
});

test("air-raid alerts: intervals, whose ends are kept and that are signs alone", async () => {
  const row = {
    region: "Kharkivska oblast",
    started_at: "2025-03-19T10:00:00Z",
    finished_at: "2025-03-19T11:00:00Z",
    n_subalerts: "1",
  };
  await readInto(
    store,
    temporaryFile("alerts.csv", csv([row, { ...row, region: "Kyiv City", finished_at: "" }])),
    feed("air-raid-alerts"),
  );
  const found = await all();
  expect(found.map(({ place, until, kind }) => [place.region, until, kind.sign])).toEqual([
    ["UA-63", found[0]!.earliest + 3_600, true],
    ["UA-30", null, true],
  ]);
  expect(await store.longIntervals("air-raid-alerts", 7_200)).toHaveLength(1);
});

test("casualties by report: a missing figure stays missing, a second report of a day is told", async () => {
  const rows = [
    { report_date: "2025-03-19", report_source: "x", report_period: 24, killed_cum: 9, killed: 4, killed_truce_new: 3 },
    { report_date: "2025-03-20", report_source: "x", report_period: 48, killed_cum: 9 },
    { report_date: "2025-03-20", report_source: "x", report_period: 24, killed_cum: 9 },
    { report_date: "soon", report_source: "x", report_period: 24, killed_cum: 9 },
  ];
  const { rows: skipped } = await readInto(
    store,
    temporaryFile("gaza.json", JSON.stringify(rows)),
    feed("gaza-casualties"),
  );
  expect(skipped.map(({ because }) => because)).toEqual([
    expect.stringMatching(/second report/),
    expect.stringMatching(/no date/),
  ]);
  const reports = await store.reports("gaza-casualties");
  expect(reports.get("killed_truce_new")).toMatchObject([
    { value: 3, exposureHours: 24 },
    { value: null, exposureHours: 48 },
  ]);
});
