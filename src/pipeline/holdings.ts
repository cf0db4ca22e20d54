/** A dossier's agreements and what was found of them -> what its pages tell of whether they hold. */
import { loadCatalog } from "../catalog/load-catalog.js";
import { type Agreement, type Reading, type Terms, termsOf } from "../model/agreement.js";
import type { Feed } from "../model/feed.js";
import type { FeedSight, HeldReading, Holding } from "../model/holding.js";
import { ReadoutError } from "../model/problem.js";
import type { WatchReport, Window } from "../model/watch-report.js";
import { blindnessOf } from "../watch/feed-sight.js";
import type { Vocabulary } from "../watch/judge-term.js";
import { isoOf, windowOf } from "../watch/windows.js";
import { vocabularyOf } from "./watch-ground.js";

/** In the order of the agreements. `now` in ms: where open-ended windows end. */
export function holdingsOf(agreements: readonly Agreement[], reports: readonly WatchReport[], now: number): Holding[] {
  const catalog = loadCatalog();
  return agreements.map((agreement) => {
    const vocabulary = vocabularyOf(catalog, agreement);
    return {
      agreement: agreement.id,
      title: agreement.title,
      readings: agreement.readings.map((reading) => heldReading(agreement, reading, vocabulary, now)),
      report: reports.find((report) => report.agreement === agreement.id) ?? null,
      feeds: catalog.feeds
        .flatMap((feed) => sightOf(feed, agreement, vocabulary) ?? [])
        .sort((a, b) => a.blind.length - b.blind.length),
    };
  });
}

function heldReading(agreement: Agreement, reading: Reading, vocabulary: Vocabulary, now: number): HeldReading {
  const terms = termsOf(agreement, reading);
  const codes = (terms.area ?? []).filter((one) => typeof one === "string");
  const inArea = (region: string) => codes.some((code) => code === region || code === vocabulary.countryOf.get(region));
  return {
    id: reading.id,
    title: reading.title ?? null,
    party: reading.party ?? null,
    window: windowIfAny(agreement, reading, now),
    targets: terms.targets ?? [],
    area: (terms.area ?? []).map((one) => (typeof one === "string" ? one : one.name)),
    regions: [...vocabulary.boundaries.keys()].filter(inArea),
  };
}

function windowIfAny(agreement: Agreement, reading: Reading, now: number): Window | null {
  try {
    const { start, end } = windowOf(agreement, reading, Math.floor(now / 1000));
    return { start: isoOf(start), end: isoOf(end) };
  } catch (error) {
    if (error instanceof ReadoutError && error.code === "window-impossible") return null;
    throw error;
  }
}

/** Against all that any reading covers; null for a feed of other places or other parties. */
function sightOf(feed: Feed, agreement: Agreement, vocabulary: Vocabulary): FeedSight | null {
  const all = agreement.readings.map((reading) => termsOf(agreement, reading));
  const union = <T>(of: (terms: Terms) => readonly T[] | undefined): T[] | undefined => {
    const lists = all.map(of).filter((list) => list !== undefined);
    return lists.length > 0 ? [...new Set(lists.flat())] : undefined;
  };
  const where = { binds: union(({ binds }) => binds), area: union(({ area }) => area) };
  if (blindnessOf(feed, where, vocabulary).length > 0) return null;
  const what = { targets: union(({ targets }) => targets), prohibits: union(({ prohibits }) => prohibits) };
  const { id, title, origin } = feed;
  const blind = blindnessOf(feed, { ...where, ...what }, vocabulary);
  return { id, title, url: origin.url ?? null, licence: origin.licence, blind };
}
