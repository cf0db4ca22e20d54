/** Terms and an engine -> what the incidents in it answer: counts, series, lists. The same code for every engine. */
import type { Answers, HullCount, Match, MatchCount, TermRows, TermSeries } from "../../model/incident.js";
import type { IncidentEngine } from "./engine.js";
import { countsSql, hullSql, matchesSql, seriesSql } from "./matching-sql.js";

/** `hull` covers the windows of all terms together. Series run over all time and ask for their own terms. */
export async function askAll(
  engine: IncidentEngine,
  terms: readonly TermRows[],
  seriesTerms: readonly TermRows[],
): Promise<Answers> {
  const answers = await engine.withTerms(terms, async (options) => {
    const [start, end] = [Math.min(...terms.map((one) => one.start)), Math.max(...terms.map((one) => one.end))];
    return {
      counts: await readCounts(engine, countsSql(options)),
      hull: await readHull(engine, hullSql(options, start, end)),
    };
  });
  const series = await engine.withTerms(seriesTerms, (options) => engine.ask<SeriesRow>(seriesSql(options)));
  return { ...answers, series: gather(series) };
}

/** Counts alone: what the speed of matching is measured on. */
export async function askCounts(engine: IncidentEngine, terms: readonly TermRows[]): Promise<MatchCount[]> {
  return engine.withTerms(terms, (options) => readCounts(engine, countsSql(options)));
}

/** The matches themselves, at most `limit`, in the order of term, feed and id. */
export async function askMatches(engine: IncidentEngine, terms: readonly TermRows[], limit: number): Promise<Match[]> {
  return engine.withTerms(terms, (options) => engine.ask<Match>(matchesSql(options, limit)));
}

async function readCounts(engine: IncidentEngine, sql: string): Promise<MatchCount[]> {
  const rows = await engine.ask<{ term: number; who: number; doubts: number; n: number }>(sql);
  return rows.map(({ n, ...row }) => ({ ...row, count: n }));
}

async function readHull(engine: IncidentEngine, sql: string): Promise<HullCount[]> {
  const rows = await engine.ask<{ feed: string; who: number; n: number }>(sql);
  return rows.map(({ n, ...row }) => ({ ...row, count: n }));
}

interface SeriesRow {
  term: number;
  feed: string;
  place: number;
  minute: number;
  n: number;
}

function gather(rows: readonly SeriesRow[]): TermSeries[] {
  const found = new Map<string, TermSeries>();
  for (const { term, feed, place, minute, n } of rows) {
    const key = `${term} ${place} ${feed}`;
    const series = found.get(key) ?? { term, feed, place, region: null, minutes: [], counts: [] };
    series.minutes.push(minute);
    series.counts.push(n);
    found.set(key, series);
  }
  return [...found.values()];
}
