/** An agreement and feeds' files -> incidents in a store, matched, and the terms checked: joins store and watch. */
import { loadCatalog } from "./catalog/load-catalog.js";
import type { Agreement } from "./model/agreement.js";
import type { Catalog } from "./model/catalog.js";
import type { Feed, Mapping } from "./model/feed.js";
import type { Incident } from "./model/incident.js";
import type { Outcome, Problem } from "./model/problem.js";
import type { Finding, WatchReport } from "./model/watch-report.js";
import type { FeedWorld } from "./pipeline/feed-address.js";
import { openSources } from "./pipeline/feed-sources.js";
import { type KnownSource, knowSources } from "./pipeline/known-sources.js";
import { vocabularyOf } from "./pipeline/watch-ground.js";
import { askAll } from "./store/incidents/ask.js";
import type { IncidentEngine } from "./store/incidents/engine.js";
import type { SkippedRow } from "./store/incidents/import-feed.js";
import { type FeedRead, type IncidentStore, openIncidents } from "./store/incidents/incident-store.js";
import { mappedColumns } from "./store/incidents/mapping-sql.js";
import { CODED_FIELDS } from "./store/incidents/row-words.js";
import { checkTerms, findingsOf } from "./watch/check-terms.js";
import { checkReadings, compileSeries, compileTerms } from "./watch/compile-terms.js";
import { type FeedEvidence, hullOfReadings, type KnownTruce } from "./watch/evidence.js";
import type { Vocabulary } from "./watch/judge-term.js";
import { requireKnownIds } from "./watch/recognise-feed.js";
import { wordResolver } from "./watch/resolve-words.js";

export interface FeedFile {
  /** Id of a feed of the catalogue or of a mapping; null where the columns tell. */
  feed: string | null;
  /** A file, or an http or https address. */
  file: string;
}

export interface WatchOptions {
  agreement: Agreement;
  files: readonly FeedFile[];
  /** Feeds that the user describes. */
  mappings?: readonly Feed[];
  /** Where incidents are kept between runs; nowhere without it. */
  store?: string | undefined;
  /** INCIDENTS_URL: ClickHouse nodes in which the matching is done; in DuckDB without it. */
  incidentsUrl?: string | undefined;
  memoryMegabytes?: number | undefined;
  threads?: number | undefined;
  /** The compiled catalogue that ships, without one. */
  catalog?: Catalog | undefined;
  /** How many findings are listed. */
  limit?: number | undefined;
  /** By which addresses are asked; a file needs none. */
  world?: FeedWorld | undefined;
  /** Rows that cannot be read, as they come. */
  skip(feed: string, file: string, rows: SkippedRow[]): Promise<void>;
  progress(feed: string, done: { rows: number; end: number }): Promise<void>;
}

const MEMORY_MEGABYTES = 500;
const THREADS = 2;
const MOST_FINDINGS = 1_000;
const MOST_NEW = 100_000;
const LONG_INTERVAL_SECONDS = 43_200;

/** A store that was read, and what is asked of it. */
export interface Watch {
  report(): Promise<Outcome<WatchReport>>;
  /** Reads the files on, and judges the incidents that are new in them; those of other places are left out. */
  readOn(): Promise<Outcome<Finding[]>>;
  close(): Promise<void>;
}

/** Throws ReadoutError for an agreement or a feed that cannot be used; bad rows are problems, not errors. */
export async function watchIncidents(options: WatchOptions): Promise<Outcome<WatchReport>> {
  const watch = await openWatch(options);
  try {
    return await watch.report();
  } finally {
    await watch.close();
  }
}

/** The feeds' files, read into a store. Whoever opens it closes it. */
export async function openWatch(options: WatchOptions): Promise<Watch> {
  const catalog = options.catalog ?? loadCatalog();
  const vocabulary = vocabularyOf(catalog, options.agreement);
  // A window that cannot be is told before a large file is read.
  checkReadings(options.agreement, vocabulary);
  const { store: path, memoryMegabytes = MEMORY_MEGABYTES, threads = THREADS } = options;
  const store = await openIncidents({ path, memoryMegabytes, threads });
  let engine = store.engine;
  try {
    const feeds = [...(options.mappings ?? []), ...catalog.feeds];
    const opened = await openSources(options.files, store.database.scratch, options.world);
    const sources = await knowSources(store, opened, feeds);
    const read: ReadOne[] = [];
    for (const source of sources) read.push(await readOne(store, source, catalog, options));
    if (options.incidentsUrl !== undefined) engine = await clickhouseWith(store, options.incidentsUrl);
    const setting: Setting = { store, engine, catalog, vocabulary, options };
    return {
      report: () => report(setting, read),
      readOn: () => readOn(setting, sources),
      close: async () => {
        if (engine !== store.engine) await engine.close();
        await store.close();
      },
    };
  } catch (error) {
    if (engine !== store.engine) await engine.close();
    await store.close();
    throw error;
  }
}

interface Setting {
  store: IncidentStore;
  engine: IncidentEngine;
  catalog: Catalog;
  vocabulary: Vocabulary;
  options: WatchOptions;
}

async function clickhouseWith(store: IncidentStore, url: string): Promise<IncidentEngine> {
  const { openClickhouse } = await import("./store/incidents/clickhouse-engine.js");
  const engine = await openClickhouse(url);
  try {
    await engine.take(store.database);
    return engine;
  } catch (error) {
    await engine.close();
    throw error;
  }
}

async function report(
  { store, engine, catalog, vocabulary, options }: Setting,
  read: readonly ReadOne[],
): Promise<Outcome<WatchReport>> {
  const { agreement, limit = MOST_FINDINGS } = options;
  const feeds: FeedEvidence[] = [];
  for (const { evidence } of read) feeds.push(await withStored(store, evidence));
  const known = Math.max(...feeds.map(({ last }) => last ?? 0)) + 1;
  const readings = checkReadings(agreement, vocabulary, known);
  const dictionaries = await store.dictionaries();
  const answers = await askAll(
    engine,
    compileTerms(readings, dictionaries, vocabulary),
    compileSeries(readings, dictionaries, vocabulary),
  );
  const { start, end } = hullOfReadings(readings);
  const incidents = await store.incidents(start, end, limit);
  const { value, problems } = checkTerms({
    agreement,
    readings,
    vocabulary,
    dictionaries,
    feeds,
    answers,
    incidents: incidents.slice(0, limit),
    cut: incidents.length > limit,
    truces: truceList(catalog, agreement, known),
  });
  return { value, problems: [...read.flatMap((one) => one.problems), ...problems] };
}

async function readOn(
  { store, catalog, vocabulary, options }: Setting,
  sources: readonly KnownSource[],
): Promise<Outcome<Finding[]>> {
  const problems: Problem[] = [];
  const incidents: Incident[] = [];
  for (const source of sources) {
    const { value: isNew, problems: told } = await source.refresh();
    problems.push(...told);
    if (!isNew) continue;
    const mark = await store.mark(source.isWhole);
    problems.push(...(await readOne(store, { ...source, isGrowing: !source.isWhole }, catalog, options)).problems);
    incidents.push(...(await store.incidentsSince(mark, MOST_NEW)));
  }
  const known = Math.max(0, ...incidents.map(({ latest }) => latest)) + 1;
  const readings = checkReadings(options.agreement, vocabulary, known);
  return { value: findingsOf(incidents, readings, vocabulary), problems };
}

interface ReadOne {
  evidence: Pick<FeedEvidence, "feed" | "duplicates" | "skipped">;
  problems: Problem[];
}

async function readOne(
  store: IncidentStore,
  source: KnownSource & { isGrowing?: boolean },
  catalog: Catalog,
  options: WatchOptions,
): Promise<ReadOne> {
  const { of: feed, path, name, labels, isWhole, isGrowing } = source;
  requireKnownIds(feed, vocabularyOf(catalog, options.agreement));
  const read = await store.read({
    feed,
    file: path,
    labels: labels.map((one) => one.path),
    isWhole,
    isGrowing,
    resolve: wordResolver(feed, catalog),
    boxes: new Map(catalog.boxes.map((one) => [one.id, one.box])),
    skip: (bad) => options.skip(feed.id, name, bad),
    progress: (done) => options.progress(feed.id, done),
  });
  const { duplicates, skipped } = read;
  return {
    evidence: { feed, duplicates, skipped },
    problems: [...problemsOfSource(source), ...problemsOfRows(read, source)],
  };
}

function problemsOfSource({ of: feed, file, columns, labels }: KnownSource): Problem[] {
  const missing = missingColumns(feed, columns, labels);
  const problems: Problem[] = [];
  if (missing.length > 0) {
    const message = `it has no column ${missing.join(", ")}; what they tell is left open.`;
    problems.push(problem("warning", "columns-missing", file, message));
  }
  if (feed.labels !== undefined && labels.length === 0) {
    const message = `what was done and by whom stands in a second file, which is not given; it is left open. Give it as ${feed.id}-labels=FILE.`;
    problems.push(problem("warning", "labels-missing", file, message));
  }
  return problems;
}

const MOST_WORDS = 8;

function problemsOfRows(
  { rows, duplicates, skipped, aside, unknownWords }: FeedRead,
  { file }: KnownSource,
): Problem[] {
  const problems: Problem[] = [];
  const told = (level: Problem["level"], code: string, message: string) =>
    problems.push(problem(level, code, file, message));
  if (aside > 0) told("info", "rows-aside", `${aside} rows are labelled as about something else, and set aside.`);
  if (skipped > 0) {
    const all = rows + duplicates + skipped + aside;
    told("error", "rows-skipped", `${skipped} of ${all} rows were skipped.`);
  }
  if (duplicates > 0) told("warning", "rows-duplicate", `${duplicates} rows repeat an id; the last of each was kept.`);
  if (unknownWords.length > 0) {
    const words = unknownWords.slice(0, MOST_WORDS).map(({ word }) => `"${word}"`);
    const more = unknownWords.length > MOST_WORDS ? ` and ${unknownWords.length - MOST_WORDS} more` : "";
    const message = `no ${unknownWords[0]!.field} is known for ${words.join(", ")}${more}; these rows are kept without it.`;
    told("warning", "words-unknown", message);
  }
  return problems;
}

function problem(level: Problem["level"], code: string, file: string, message: string): Problem {
  return { level, stage: "watch", code, message: `${file}: ${message}` };
}

async function withStored(store: IncidentStore, one: ReadOne["evidence"]): Promise<FeedEvidence> {
  const { id, record } = one.feed;
  const stored = (await store.feeds()).find((feed) => feed.id === id);
  return {
    ...one,
    rows: stored?.rows ?? 0,
    first: stored?.first ?? null,
    last: stored?.last ?? null,
    intervals: record === "interval" ? await store.longIntervals(id, LONG_INTERVAL_SECONDS) : [],
    reports: record === "counts" ? await store.reports(id) : new Map(),
  };
}

/** Columns of the mapping that no file has; those that labels alone have are told once, where there are no labels. */
function missingColumns(feed: Feed, columns: readonly string[], labels: KnownSource["labels"]): string[] {
  if (!hasMap(feed)) return [];
  const lost = mappedColumns(feed).filter(
    (column) => ![{ columns }, ...labels].some((one) => one.columns.includes(column)),
  );
  if (feed.labels === undefined || labels.length > 0) return lost;
  const labelled = CODED_FIELDS.flatMap((field) => (feed.map[field]?.flags ?? []).map(([column]) => column));
  return lost.filter((column) => column !== feed.labels!.only && !labelled.includes(column));
}

function hasMap(feed: Feed): feed is Feed & { map: Mapping } {
  return feed.map !== undefined;
}

/** The other agreements of the catalogue, for windows that are to be ordinary. */
function truceList(catalog: Catalog, agreement: Agreement, known: number): KnownTruce[] {
  return catalog.agreements
    .filter(({ id }) => id !== agreement.id)
    .map((other) => ({ agreement: other, readings: checkReadings(other, vocabularyOf(catalog, other), known) }));
}

export { mapGround, regionName } from "./pipeline/watch-ground.js";
export { displayNames } from "./pipeline.js";
