/** A WatchReport -> lines for a terminal: what each reading covers, what changed, what cannot be told, and the list. */
import type { Finding, MeasuredChange, ReadingReport, Substitution, WatchReport } from "../model/watch-report.js";
import { safeLine } from "../text/terminal-text.js";
import { wrapIndented, wrapLines } from "./columns.js";
import type { Names } from "./names.js";
import { type Paint, painter, type Role } from "./paint.js";
import {
  biasWords,
  chartOf,
  exposureWords,
  SUBSTITUTION_WORDS,
  spanWords,
  substitutionsToShow,
  VERDICT_WORDS,
} from "./watch-words.js";

export interface WatchTerminalOptions {
  names: Names;
  /** Display name of a region's id. */
  region(id: string): string;
  columns: number;
  colour: boolean;
}

interface View extends WatchTerminalOptions {
  paint: Paint;
}

const WIDEST = 120;
const INDENT = 5;
const MOST_FINDINGS = 40;

/** Lines without line feeds. */
export function watchTerminal(report: WatchReport, options: WatchTerminalOptions): string[] {
  const view: View = { ...options, columns: Math.min(options.columns, WIDEST), paint: painter(options.colour) };
  return [
    ...wrapLines(view.paint("title", safeLine(report.title)), view.columns),
    "",
    ...feedLines(report, view),
    ...section("Under each reading", view),
    ...report.readings.flatMap((reading) => readingLines(reading, view)),
    ...rangeLines(report, view),
    ...section("Did anything change?", view),
    ...report.changes.flatMap((change) => changeLines(change, view)),
    ...substitutionLines(report, view),
    ...listed(
      "Breaks of the feeds",
      report.breaks.map(
        ({ feed, region, from, to, what }) =>
          `${feed}${region ? `, ${view.region(region)}` : ""}, ${from.slice(0, 10)}${to ? ` to ${to.slice(0, 10)}` : ""}: ${what}`,
      ),
      view,
    ),
    ...listed(
      "Figures that a truce bends",
      report.reportingBias.map((bias) => biasWords(bias, report)),
      view,
    ),
    ...findingLines(report, view),
  ];
}

function section(title: string, { paint }: View): string[] {
  return ["", paint("section", title)];
}

function listed(title: string, lines: readonly string[], view: View): string[] {
  if (lines.length === 0) return [];
  return [
    ...section(`${title} (${lines.length})`, view),
    ...lines.flatMap((line) => wrapIndented(safeLine(line), view.columns, INDENT, "   –")),
  ];
}

function feedLines({ feeds }: WatchReport, { columns, paint }: View): string[] {
  return feeds.flatMap(({ id, title, rows, from, until, skipped, duplicates }) => {
    const told = from === null ? "no record" : `${rows} records, ${from.slice(0, 10)} to ${until!.slice(0, 10)}`;
    const left = [
      ...(skipped > 0 ? [`${skipped} skipped`] : []),
      ...(duplicates > 0 ? [`${duplicates} repeated`] : []),
    ];
    return wrapIndented(
      `${paint("label", safeLine(id))}: ${safeLine(title)} ${paint("faint", `[${[told, ...left].join(", ")}]`)}`,
      columns,
      INDENT,
    );
  });
}

function readingLines(reading: ReadingReport, view: View): string[] {
  const { paint, columns, names } = view;
  const { covered, uncertain, notCovered } = reading.incidents;
  const head = `${paint("label", safeLine(reading.id))} ${paint("faint", `${spanWords(reading.window)}, ${reading.targets.join(" and ") || "targets unstated"}`)}`;
  const counts = `${paint("bad", `${covered} covered`)}, ${paint("warn", `${uncertain} uncertain`)}, ${notCovered} not covered`;
  const parties = Object.entries(reading.byParty).map(([party, tally]) =>
    tally.seen
      ? `${party === "?" ? "actor not settled" : names.actor(party)}: ${tally.covered} covered, ${tally.uncertain} uncertain, ${tally.notCovered} not covered`
      : `${names.actor(party)}: ${tally.because}`,
  );
  const claims = Object.entries(reading.claims).map(
    ([party, tally]) =>
      `claimed by ${names.actor(party)}, apart: ${tally.covered} covered, ${tally.uncertain} uncertain, ${tally.notCovered} not covered`,
  );
  return [
    ...wrapIndented(head, columns, 2),
    ...wrapIndented(counts, columns, INDENT),
    ...[...parties, ...claims].flatMap((line) => wrapIndented(safeLine(line), columns, INDENT + 2, "     ·")),
  ];
}

function rangeLines({ range, readings }: WatchReport, { columns, paint }: View): string[] {
  if (readings.length < 2) return [];
  const told = (pair: readonly [number, number]) => (pair[0] === pair[1] ? `${pair[0]}` : `${pair[0]} to ${pair[1]}`);
  return wrapIndented(
    `${paint("label", "Over the readings:")} ${told(range.covered)} covered, ${told(range.uncertain)} uncertain`,
    columns,
    2,
  );
}

const ROLES: Record<MeasuredChange["verdict"], Role> = {
  fell: "good",
  rose: "bad",
  "no-clear-change": "own",
  "cannot-tell": "warn",
};

function changeLines(change: MeasuredChange, { paint, columns }: View): string[] {
  const { feed, measure, from, to, verdict, rateRatio, low, high, baselines } = change;
  const interval = low === null || high === null ? "" : `, 95% ${low} to ${high}`;
  const ratio = rateRatio === null ? "" : ` ${paint("faint", `(rate ratio ${rateRatio}${interval})`)}`;
  const head = `${paint("label", safeLine(`${feed}, ${measure}`))}, ${from} to ${to}: ${paint(ROLES[verdict], VERDICT_WORDS[verdict])}${ratio}`;
  return [
    "",
    ...wrapIndented(head, columns, 2),
    ...chartOf(baselines, columns - INDENT).map((line) => " ".repeat(INDENT) + line),
    ...change.because.flatMap((line) => wrapIndented(paint("faint", safeLine(line)), columns, INDENT)),
  ];
}

function substitutionLines(report: WatchReport, view: View): string[] {
  const shown = substitutionsToShow(report);
  if (shown.length === 0) return [];
  const side = (name: string, { count, days, during, duringDays }: Substitution["covered"]) =>
    `${name}: ${count} in ${exposureWords(days)} before, ${during} in ${exposureWords(duringDays)} during`;
  return [
    ...section("Did conduct move to targets that are not covered?", view),
    ...shown
      .flatMap(({ reading, found: { verdict, covered, notCovered, because } }) => {
        const head = `${reading === null ? "" : `${reading}: `}${SUBSTITUTION_WORDS[verdict]}`;
        return [head, side("covered targets", covered), side("other targets", notCovered), ...because];
      })
      .flatMap((line) => wrapIndented(safeLine(line), view.columns, INDENT)),
  ];
}

function findingLines({ findings, findingsCut }: WatchReport, view: View): string[] {
  if (findings.length === 0) return [];
  const shown = findings.slice(0, MOST_FINDINGS);
  const rest = findings.length - shown.length;
  return [
    ...section(`Incidents in the windows (${findings.length}${findingsCut ? " and more" : ""})`, view),
    ...shown.flatMap((finding) => findingLine(finding, view)),
    ...(rest > 0 || findingsCut
      ? [
          "",
          ...wrapIndented(
            `and ${rest > 0 ? rest : ""} more: --json lists them, --limit sets how many.`,
            view.columns,
            INDENT,
          ),
        ]
      : []),
  ];
}

function conductWords({ conduct, sign }: Finding): string {
  const words = conduct?.replaceAll("-", " ") ?? "conduct unknown";
  return sign ? `warning of a possible ${words}` : words;
}

const STATUS_WORDS = { covered: "covered", notCovered: "not covered", uncertain: "uncertain" } as const;

/** One finding as it comes, for those who follow a feed. */
export function liveFinding(finding: Finding, options: WatchTerminalOptions): string[] {
  return findingLine(finding, { ...options, paint: painter(options.colour) });
}

function findingLine(finding: Finding, { paint, columns, names, region }: View): string[] {
  const what = [
    finding.title ?? conductWords(finding),
    finding.target?.replaceAll("-", " ") ?? "target unknown",
    finding.region === null ? (finding.country ?? "place unknown") : region(finding.region),
  ].join(", ");
  const who = finding.contested
    ? "contested sides"
    : finding.actor === null
      ? "nobody named"
      : names.actor(finding.actor);
  const readings = Object.entries(finding.readings).map(
    ([id, { status, because }]) =>
      `${id}: ${STATUS_WORDS[status]}${because.length > 0 ? ` (${because.join("; ")})` : ""}`,
  );
  return [
    ...wrapIndented(
      `${paint("label", finding.at)} ${safeLine(what)} ${paint("faint", safeLine(`by ${who} [${finding.feed} ${finding.id}]`))}`,
      columns,
      4,
      "  ",
    ),
    ...readings.flatMap((line) => wrapIndented(safeLine(line), columns, INDENT + 2)),
  ];
}
