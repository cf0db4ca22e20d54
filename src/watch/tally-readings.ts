/** Counts by term, actor and doubts -> what each reading covers, by party, with the ranges over the readings. */
import { DOUBTS, type Doubt, type Who } from "../model/incident.js";
import type { ReadingReport, Tally, WatchReport } from "../model/watch-report.js";
import type { Evidence } from "./evidence.js";
import { isoOf } from "./windows.js";

/** The id under which incidents stand that nobody is named for. */
const NOBODY = "?";

export function tallyReadings(evidence: Evidence): ReadingReport[] {
  const whos = new Map(evidence.dictionaries.whos.map((who) => [who.id, who]));
  const all = totals(evidence, whos);
  return evidence.readings.map(({ terms, window }, term) => {
    const report: ReadingReport = {
      id: terms.id,
      title: terms.title ?? null,
      party: terms.party ?? null,
      window: { start: isoOf(window.start), end: isoOf(window.end) },
      targets: terms.targets ?? [],
      incidents: empty(),
      byParty: Object.fromEntries(
        (terms.binds ?? []).map((party) => [party, { ...empty(), ...sight(party, evidence) }]),
      ),
      doubts: {},
      claims: {},
    };
    for (const { term: of, who, doubts, count } of evidence.answers.counts) {
      if (of === term) addMatch(report, whos.get(who)!, doubts, count);
    }
    for (const { who, count } of all) addTotal(report, who, count);
    return report;
  });
}

function empty(): Tally {
  return { covered: 0, notCovered: 0, uncertain: 0 };
}

/** Every incident in the windows, by who; not covered is what remains of it. */
function totals({ answers }: Evidence, whos: ReadonlyMap<number, Who>): { who: Who; count: number }[] {
  return answers.hull.map(({ who, count }) => ({ who: whos.get(who)!, count }));
}

function addMatch(report: ReadingReport, who: Who, doubts: number, count: number): void {
  const status = doubts === 0 ? "covered" : "uncertain";
  for (const tally of talliesOf(report, who)) {
    tally[status] += count;
    tally.notCovered -= count;
  }
  if (who.claimedBy !== null) return;
  for (const [doubt, bit] of Object.entries(DOUBTS) as [Doubt, number][])
    if ((doubts & bit) !== 0) report.doubts[doubt] = (report.doubts[doubt] ?? 0) + count;
}

function addTotal(report: ReadingReport, who: Who, count: number): void {
  for (const tally of talliesOf(report, who)) tally.notCovered += count;
}

/** What a party to the conflict says itself is kept apart from what others recorded. */
function talliesOf(report: ReadingReport, { actor, claimedBy, contested }: Who): Tally[] {
  if (claimedBy !== null) {
    report.claims[claimedBy] ??= empty();
    return [report.claims[claimedBy]];
  }
  const party = contested || actor === null ? NOBODY : actor;
  report.byParty[party] ??= { ...empty(), seen: true };
  return [report.incidents, report.byParty[party]];
}

/** Whether any feed sees what a party does. A one-sided feed says nothing of the other side. */
function sight(party: string, { feeds }: Evidence): { seen: boolean; because?: string } {
  const seen = feeds.some(
    ({ feed }) => feed.record !== "counts" && (feed.sees.parties.length === 0 || feed.sees.parties.includes(party)),
  );
  return seen
    ? { seen }
    : { seen, because: `Cannot tell: no feed that was given sees what ${party} does, so a count of 0 says nothing.` };
}

export function rangesOf(readings: readonly ReadingReport[]): WatchReport["range"] {
  const parties = [...new Set(readings.flatMap(({ byParty }) => Object.keys(byParty)))];
  const range = (of: (reading: ReadingReport) => number): [number, number] => {
    const values = readings.map(of);
    return [Math.min(...values), Math.max(...values)];
  };
  return {
    covered: range(({ incidents }) => incidents.covered),
    uncertain: range(({ incidents }) => incidents.uncertain),
    byParty: Object.fromEntries(
      parties.map((party) => [
        party,
        {
          covered: range(({ byParty }) => byParty[party]?.covered ?? 0),
          uncertain: range(({ byParty }) => byParty[party]?.uncertain ?? 0),
        },
      ]),
    ),
  };
}
