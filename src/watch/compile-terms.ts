/** An agreement and what is in the store -> the rows by which databases match each reading, and the series behind rates. */
import { type Agreement, type Reading, termsOf } from "../model/agreement.js";
import { CHECK_POLYGON, type Dictionaries, DOUBTS, type TermRows } from "../model/incident.js";
import { ReadoutError } from "../model/readout-error.js";
import { judgeKind, judgePlace, judgeWho, polygonsOf, type Vocabulary } from "./judge-term.js";
import { type Span, windowOf } from "./windows.js";

/** One reading with all it says filled in, and its window. */
export interface CheckedReading {
  terms: Reading;
  window: Span;
}

/** What a series counts: incidents that the terms cover, that they may cover, that they spare, and parties' claims. */
export const SERIES = ["covered", "targetUnknown", "spared", "claims"] as const;
export type SeriesKind = (typeof SERIES)[number];

/** How far before a window the first day may be of an incident that happened in it, by how sure dates are. */
const SPAN_DAYS = { instant: 0, day: 1, week: 7, month: 31, year: 366, range: 367 } as const;

/** `known`: where open-ended windows end. Throws ReadoutError of exit code 2 for a window that cannot be, or a target or conduct that the catalogue lacks. */
export function checkReadings(
  agreement: Agreement,
  { targets, conducts }: Vocabulary,
  known?: number,
): CheckedReading[] {
  return agreement.readings.map((reading) => {
    const terms = termsOf(agreement, reading);
    for (const id of terms.targets ?? []) if (!targets.has(id)) throw unknown(agreement, reading, "target", id);
    for (const id of terms.prohibits ?? []) if (!conducts.has(id)) throw unknown(agreement, reading, "conduct", id);
    return { terms, window: windowOf(agreement, reading, known) };
  });
}

function unknown(agreement: Agreement, reading: Reading, what: string, id: string): ReadoutError {
  const message = `${agreement.id}, reading "${reading.id}": the catalogue has no ${what} "${id}". Take one of catalog/vocabulary, or "any".`;
  return new ReadoutError(`${what}-unknown`, message, 2);
}

/** One term a reading, in order. */
export function compileTerms(
  readings: readonly CheckedReading[],
  { kinds, whos, places }: Dictionaries,
  vocabulary: Vocabulary,
): TermRows[] {
  return readings.map(({ terms, window }, term) => ({
    term,
    ...window,
    kinds: kinds.flatMap((kind) => {
      const { doubts } = judgeKind(kind, terms, vocabulary);
      return doubts === null ? [] : [{ kind: kind.id, doubts, spanDays: SPAN_DAYS[kind.precision] }];
    }),
    whos: whos.flatMap((who) => {
      const doubts = judgeWho(who, terms);
      return doubts === null ? [] : [{ who: who.id, doubts }];
    }),
    places: places.flatMap((place) => {
      const doubts = judgePlace(place, terms, vocabulary);
      return doubts === null ? [] : [{ place: place.id, doubts }];
    }),
    polygons: polygonsOf(terms, vocabulary),
  }));
}

/**
 * Terms without a window, four a reading (see SERIES): whether conduct changed is asked of everything that the terms
 * are about, whoever is said to have done it. Places that are too coarse are left out, since they would blur a rate.
 */
export function compileSeries(
  readings: readonly CheckedReading[],
  dictionaries: Dictionaries,
  vocabulary: Vocabulary,
): TermRows[] {
  return readings.flatMap(({ terms, window }, reading) =>
    SERIES.map((series, at) => ({
      term: reading * SERIES.length + at,
      ...window,
      kinds: dictionaries.kinds
        .filter((kind) => belongs(series, judgeKind(kind, terms, vocabulary)))
        .map(({ id }) => ({ kind: id, doubts: 0, spanDays: 0 })),
      whos: dictionaries.whos
        .filter((who) => judgeWho(who, terms) !== null && (who.claimedBy !== null) === (series === "claims"))
        .map(({ id }) => ({ who: id, doubts: 0 })),
      places: dictionaries.places.flatMap((place) => {
        const doubts = judgePlace(place, terms, vocabulary);
        if (doubts === CHECK_POLYGON) return [{ place: place.id, doubts: CHECK_POLYGON }];
        return doubts === 0 || doubts === DOUBTS["terms-unstated"] ? [{ place: place.id, doubts: 0 }] : [];
      }),
      polygons: polygonsOf(terms, vocabulary),
    })),
  );
}

const HARMLESS = DOUBTS["sign-not-act"] | DOUBTS["terms-unstated"];

function belongs(series: SeriesKind, { doubts, spared }: ReturnType<typeof judgeKind>): boolean {
  if (series === "spared") return spared === "target" || spared === "exempt";
  if (doubts === null) return false;
  const left = doubts & ~HARMLESS;
  if (series === "claims") return (left & ~DOUBTS["target-unknown"]) === 0;
  return series === "covered" ? left === 0 : left === DOUBTS["target-unknown"];
}
