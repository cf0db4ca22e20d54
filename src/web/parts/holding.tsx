/** A Holding -> "Is it holding?" in short: the verdict in words, the range, every reading with its window and counts, the first chart. */
import type { HeldReading, Holding } from "../../model/holding.js";
import type { Timeline, WatchReport } from "../../model/watch-report.js";
import type { Names } from "../../publish/names.js";
import { watchChart } from "../../publish/watch-chart.js";
import type { Reader } from "../reader.js";
import { Chart } from "./chart.js";
import { foundWords, rangeWords, readingName, verdictWords, windowWords } from "./ranges.js";
import { shown } from "./shown.js";
import { TableScroll } from "./table-scroll.js";

interface HoldingProps {
  holding: Holding;
  names: Names;
  reader: Reader;
}

/** Without a report the readings still tell what would count. */
export function HoldingSummary({ holding, names, reader }: HoldingProps) {
  const { t } = reader;
  const { report } = holding;
  return (
    <>
      <p class="verdict-line">{report ? verdictWords(report, names, reader) : t("holding-none")}</p>
      {report && <RangeFigures report={report} reader={reader} />}
      {report && <RecordsFrom report={report} reader={reader} />}
      <ReadingsTable holding={holding} names={names} reader={reader} />
    </>
  );
}

/** Whose records, and of which days: what came later is in none of the figures. */
function RecordsFrom({ report: { feeds }, reader }: { report: WatchReport; reader: Reader }) {
  const { t, date } = reader;
  return (
    <p class="facts records-from">
      {t("records-from")}{" "}
      {feeds
        .filter(({ from, until }) => from !== null && until !== null)
        .map(
          ({ title, from, until }) => `${shown(title)} (${t("window-days", { first: date(from), last: date(until) })})`,
        )
        .join("; ")}
    </p>
  );
}

function RangeFigures({ report: { range }, reader }: { report: WatchReport; reader: Reader }) {
  const { t } = reader;
  return (
    <dl class="figures">
      {(["covered", "uncertain"] as const).map((status) => (
        <div class={`found-${status}`} key={status}>
          <dt>{t(`range-${status}`)}</dt>
          <dd>{rangeWords(range[status], reader)}</dd>
        </div>
      ))}
    </dl>
  );
}

function ReadingsTable({ holding, names, reader }: HoldingProps) {
  const { t } = reader;
  return (
    <TableScroll label={t("under-each-reading")}>
      <table class="readings stacked">
        <thead>
          <tr>
            <th scope="col">{t("reading")}</th>
            <th scope="col">{t("window")}</th>
            <th scope="col">{t("covers")}</th>
            {holding.report && <th scope="col">{t("findings")}</th>}
          </tr>
        </thead>
        <tbody>
          {holding.readings.map((reading) => (
            <tr key={reading.id}>
              <th scope="row">{readingName(reading, names, reader)}</th>
              <td data-label={t("window")}>{reading.window ? windowWords(reading.window, reader) : t("unstated")}</td>
              <td data-label={t("covers")}>
                {reading.targets.length > 0 ? reading.targets.map(names.target).join(", ") : t("unstated")}
              </td>
              {holding.report && (
                <td>
                  <Tallies reading={reading} report={holding.report} names={names} reader={reader} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

const STATUSES = ["covered", "uncertain", "notCovered"] as const;

interface TalliesProps {
  reading: HeldReading;
  report: WatchReport;
  names: Names;
  reader: Reader;
}

/** One bar for what is covered, uncertain and not covered, the same figures in words, and each party's part. */
function Tallies({ reading, report, names, reader }: TalliesProps) {
  const { t, number } = reader;
  const found = report.readings.find(({ id }) => id === reading.id);
  if (!found) return <>{t("cannot-tell")}</>;
  const { incidents } = found;
  const most = Math.max(
    1,
    ...report.readings.map((each) => STATUSES.reduce((sum, one) => sum + each.incidents[one], 0)),
  );
  const at = (index: number) => STATUSES.slice(0, index).reduce((sum, one) => sum + incidents[one], 0);
  return (
    <>
      <svg class="tally" viewBox={`0 0 ${most} 1`} preserveAspectRatio="none" aria-hidden="true">
        {STATUSES.map((status, index) => (
          <rect class={`fill-${status}`} x={at(index)} y={0} width={incidents[status]} height={1} key={status} />
        ))}
      </svg>
      <span class="tally-words">
        {STATUSES.map((status) => `${number(incidents[status])} ${foundWords(status, reader)}`).join(" · ")}
      </span>
      <PartyTallies found={found} names={names} reader={reader} />
    </>
  );
}

function PartyTallies({
  found,
  names,
  reader,
}: {
  found: WatchReport["readings"][number];
  names: Names;
  reader: Reader;
}) {
  const { t, number } = reader;
  const party = (id: string) => (id === "?" ? t("actor-open") : shown(reader.named(names.actor(id))));
  const counts = (id: string, { covered, uncertain }: { covered: number; uncertain: number }) => ({
    party: party(id),
    covered: number(covered),
    uncertain: number(uncertain),
  });
  const lines = [
    ...Object.entries(found.byParty).map(([id, tally]) =>
      tally.seen || id === "?" ? t("party-tally", counts(id, tally)) : t("party-unseen", { party: party(id) }),
    ),
    ...Object.entries(found.claims).map(([id, tally]) => t("party-claims", counts(id, tally))),
  ];
  return (
    <ul class="by-party">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** Timelines of more than one bin: what is counted once has no course. */
export function drawnTimelines({ timelines }: WatchReport): Timeline[] {
  return timelines.filter(({ bins }) => bins.length > 1);
}

interface CountsChartProps {
  timeline: Timeline;
  report: WatchReport;
  reader: Reader;
}

export function CountsChart({ timeline, report, reader }: CountsChartProps) {
  const { t, number, date } = reader;
  const { bins, measure } = timeline;
  const feed = shown(report.feeds.find(({ id }) => id === timeline.feed)?.title ?? timeline.feed);
  const most = Math.max(...bins.map(({ count, days }) => count / days));
  const [first, last] = [date(bins[0]!.start), date(bins.at(-1)!.end)];
  const told = { measure: shown(measure), feed, first, last, most: number(most, { maximumFractionDigits: 1 }) };
  const title = t("chart-alt", told);
  const words = { axis: `${shown(measure)}, ${t("a-day")}`, title };
  const windows = report.readings.map(({ window }) => window);
  return (
    <figure class="chart counts">
      <Chart draw={(width) => watchChart(timeline, windows, { words, locale: reader.locale, width })} />
      <figcaption>{t("chart-caption", { feed })}</figcaption>
    </figure>
  );
}
