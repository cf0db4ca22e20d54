/** A file's columns, or the id that the user gave -> the one feed of the catalogue that it is. */
import { type Coded, DatePrecision, type Feed, PlacePrecision } from "../model/feed.js";
import { ReadoutError } from "../model/readout-error.js";
import type { PartOf } from "./part-of.js";

/** Throws ReadoutError `feed-unknown` or `feed-ambiguous`, exit code 2, that names the feeds there are. */
export function recogniseFeed(feeds: readonly Feed[], file: string, columns: readonly string[]): Feed {
  const has = new Set(columns);
  const fitting = feeds.filter(({ recognise }) => recognise.some((form) => form.every((column) => has.has(column))));
  if (fitting.length === 1) return fitting[0]!;
  const ids = (fitting.length > 0 ? fitting : feeds).map(({ id }) => id).join(", ");
  if (fitting.length > 1) {
    throw new ReadoutError("feed-ambiguous", `${file}: its columns fit several feeds (${ids}). Write FEED=${file}.`, 2);
  }
  const seen = columns.slice(0, 8).join(", ");
  throw new ReadoutError(
    "feed-unknown",
    `${file}: no feed is known by its columns (${seen}…). Write FEED=${file} with one of ${ids}, or give a --mapping.`,
    2,
  );
}

const LABELS_OF = /^(.+)-labels$/;

/** The feed to whose records a file adds labels, by its id ("viina-labels") or its columns; null for a feed's own file. */
export function labelledFeed(feeds: readonly Feed[], id: string | null, columns: readonly string[]): Feed | null {
  const labelled = feeds.filter(({ labels }) => labels !== undefined);
  if (id !== null) return labelled.find((feed) => feed.id === LABELS_OF.exec(id)?.[1]) ?? null;
  const has = (form: readonly string[]) => form.every((column) => columns.includes(column));
  return labelled.find(({ labels }) => labels!.recognise.some(has)) ?? null;
}

/** Throws ReadoutError `feed-unknown`, exit code 2. */
export function feedById(feeds: readonly Feed[], id: string): Feed {
  const feed = feeds.find((one) => one.id === id);
  if (feed) return feed;
  throw new ReadoutError(
    "feed-unknown",
    `there is no feed "${id}". Take one of ${feeds.map((one) => one.id).join(", ")}, or give a --mapping with that id.`,
    2,
  );
}

/** Throws ReadoutError `feed-columns`, exit code 2, where the file lacks a column that the feed's mapping reads. */
export function requireColumns(feed: Feed, needed: readonly string[], columns: readonly string[], file: string): void {
  const missing = needed.filter((column) => !columns.includes(column));
  if (missing.length === 0) return;
  throw new ReadoutError(
    "feed-columns",
    `${file}: feed "${feed.id}" reads the columns ${missing.join(", ")}, which the file does not have. Give another feed or a --mapping.`,
    2,
  );
}

/** Throws ReadoutError `mapping-invalid`, exit code 2, for an id that a mapping gives and the catalogue does not have. */
export function requireKnownIds({ id, map }: Feed, { conducts, targets }: { conducts: PartOf; targets: PartOf }): void {
  const known: [string, Coded | undefined, (word: string) => boolean][] = [
    ["conduct", map?.conduct, (word) => conducts.has(word)],
    ["target", map?.target, (word) => targets.has(word)],
    ["datePrecision", map?.datePrecision, (word) => DatePrecision.safeParse(word).success],
    ["placePrecision", map?.placePrecision, (word) => PlacePrecision.safeParse(word).success],
  ];
  for (const [field, coded, has] of known) {
    const ids = [
      coded?.constant,
      ...Object.values(coded?.values ?? {}),
      ...(coded?.contains ?? []).map(([, to]) => to),
      ...(coded?.flags ?? []).map(([, to]) => to),
    ];
    const lost = ids.find((word) => word !== null && word !== undefined && !has(word));
    if (lost === undefined) continue;
    throw new ReadoutError(
      "mapping-invalid",
      `feed "${id}", ${field}: there is no "${lost}". Take an id of the catalogue, or null for what is left open.`,
      2,
    );
  }
}
