/** Made-up feeds, rows and vocabularies for the tests of incidents; no row is anybody's data. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readCatalog } from "../src/catalog/read-catalog.js";
import { Feed } from "../src/model/feed.js";
import { type IncidentStore, openIncidents, type ReadFeedOptions } from "../src/store/incidents/incident-store.js";
import type { Vocabulary } from "../src/watch/judge-term.js";
import { PartOf } from "../src/watch/part-of.js";
import { wordResolver } from "../src/watch/resolve-words.js";

export const CATALOG = readCatalog(fileURLToPath(new URL("../catalog", import.meta.url)));

export const VOCABULARY: Vocabulary = {
  targets: new PartOf(CATALOG.targets, "targets"),
  conducts: new PartOf(CATALOG.conducts, "conduct"),
  countryOf: new Map(CATALOG.regions.map(({ id, country }) => [id, country])),
  boundaries: new Map(),
};

/** A feed of events with every column that a mapping may name. */
export const EVENTS = Feed.parse({
  id: "made-up",
  title: "Made-up events",
  origin: { name: "nobody", licence: "none" },
  record: "event",
  sees: { conduct: ["attack"], parties: ["RUS", "UKR"], targets: ["energy"], area: ["UKR", "RUS"] },
  map: {
    id: ["id"],
    start: "date",
    end: "until",
    dates: ["%Y-%m-%d", "%d.%m.%Y", "%d %B %Y", "%Y-%m-%dT%H:%M:%SZ"],
    datePrecision: {
      column: "precision",
      values: { day: "day", week: "week", month: "month", range: "range", exact: "instant" },
    },
    latitude: "lat",
    longitude: "lon",
    country: { column: "country" },
    region: { column: "region" },
    conduct: { column: "conduct", values: { drones: "drone-strike", guns: "shelling", any: "attack" } },
    target: {
      column: "target",
      values: { refinery: "refinery", bridge: "bridge", works: "infrastructure", barracks: "military" },
    },
    actor: { column: "actor" },
    otherActor: { column: "other" },
    sourceParty: { column: "said_by" },
    title: "title",
  },
});

const COLUMNS = [
  "id",
  "date",
  "until",
  "precision",
  "lat",
  "lon",
  "country",
  "region",
  "conduct",
  "target",
  "actor",
  "other",
  "said_by",
  "title",
] as const;
export type MadeUpRow = Partial<Record<(typeof COLUMNS)[number], string>>;

export function csvOf(rows: readonly MadeUpRow[]): string {
  const cell = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return `${[COLUMNS.join(","), ...rows.map((row) => COLUMNS.map((name) => cell(row[name] ?? "")).join(","))].join("\n")}\n`;
}

export function temporaryFile(name: string, content: string | Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), "readout-made-up-")), name);
  writeFileSync(path, content);
  return path;
}

export interface Skipped {
  row: unknown;
  because: string;
}

/** Reads a file into a store, keeping what was skipped. */
export async function readInto(
  store: IncidentStore,
  file: string,
  feed = EVENTS,
  progress: ReadFeedOptions["progress"] = async () => {},
  labels: readonly string[] = [],
) {
  const skipped: Skipped[] = [];
  const options: ReadFeedOptions = {
    feed,
    file,
    labels,
    resolve: wordResolver(feed, CATALOG),
    boxes: new Map(CATALOG.boxes.map(({ id, box }) => [id, box])),
    skip: async (rows) => void skipped.push(...rows),
    progress,
  };
  return { ...(await store.read(options)), rows: skipped };
}

export function openStore(path?: string): Promise<IncidentStore> {
  return openIncidents({ path, memoryMegabytes: 300, threads: 2 });
}
