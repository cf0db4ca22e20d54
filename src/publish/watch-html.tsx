/** A WatchReport -> one HTML page that needs nothing else: readings, changes with charts, a map, breaks, every finding. */
import { createHash } from "node:crypto";
import { renderToString } from "preact-render-to-string";
import type { Finding, MeasuredChange, ReadingReport, WatchReport } from "../model/watch-report.js";
import { safeForTerminal } from "../text/terminal-text.js";
import type { Names } from "./names.js";
import { watchChart } from "./watch-chart.js";
import { type MapGround, watchMap } from "./watch-map.js";
import { WATCH_STYLE } from "./watch-style.js";
import {
  baselineWords,
  biasWords,
  exposureWords,
  SUBSTITUTION_WORDS,
  spanWords,
  substitutionsToShow,
  VERDICT_WORDS,
} from "./watch-words.js";

export interface WatchHtmlOptions {
  names: Names;
  ground: MapGround;
}

/** No script; the browser may use the one style sheet named by its hash. */
export function watchHtml(report: WatchReport, { names, ground }: WatchHtmlOptions): string {
  const hash = createHash("sha256").update(WATCH_STYLE).digest("base64");
  const map = watchMap(report.findings, ground);
  const page = (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta
          httpEquiv="Content-Security-Policy"
          content={`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`}
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`Is it holding? ${shown(report.title)}`}</title>
        <style dangerouslySetInnerHTML={{ __html: WATCH_STYLE }} />
      </head>
      <body>
        <a class="skip" href="#findings">
          Skip to the incidents
        </a>
        <header>
          <p class="kicker">Is it holding?</p>
          <h1>{shown(report.title)}</h1>
          <Feeds report={report} />
        </header>
        <main>
          <Readings report={report} names={names} />
          <Changes report={report} />
          {map !== null && (
            <section aria-labelledby="map">
              <h2 id="map">Where</h2>
              <div class="map" dangerouslySetInnerHTML={{ __html: map }} />
            </section>
          )}
          <Notes report={report} region={regionNames(ground)} />
          <Findings report={report} names={names} region={regionNames(ground)} />
        </main>
        <footer>
          <p>
            A finding is an incident set against terms. Whether an agreement was broken is said by those who name
            themselves, not by this page. “Cannot tell” is an answer.
          </p>
        </footer>
      </body>
    </html>
  );
  return `<!doctype html>\n${renderToString(page)}\n`;
}

function Feeds({ report }: { report: WatchReport }) {
  return (
    <ul class="feeds">
      {report.feeds.map(({ id, title, rows, from, until, skipped, licence }) => (
        <li key={id}>
          <strong>{shown(title)}</strong>{" "}
          {from === null ? "no record" : `${rows} records, ${from.slice(0, 10)} to ${until!.slice(0, 10)}`}
          {skipped > 0 && `, ${skipped} rows skipped`}. Licence: {shown(licence)}.
        </li>
      ))}
    </ul>
  );
}

function Readings({ report, names }: { report: WatchReport; names: Names }) {
  const { covered, uncertain } = report.range;
  return (
    <section aria-labelledby="readings">
      <h2 id="readings">Under each reading</h2>
      <p>
        Over the readings, <strong>{rangeWords(covered)}</strong> incidents are covered and{" "}
        <strong>{rangeWords(uncertain)}</strong> uncertain.
      </p>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">Reading</th>
              <th scope="col">Window</th>
              <th scope="col">Covers</th>
              <th scope="col" class="n">
                covered
              </th>
              <th scope="col" class="n">
                uncertain
              </th>
              <th scope="col" class="n">
                not covered
              </th>
              <th scope="col">By party</th>
            </tr>
          </thead>
          <tbody>
            {report.readings.map((reading) => (
              <tr key={reading.id}>
                <th scope="row">{shown(reading.title ?? reading.id)}</th>
                <td>{spanWords(reading.window)}</td>
                <td>{reading.targets.join(", ") || "unstated"}</td>
                <td class="n">
                  <a href="#findings">{reading.incidents.covered}</a>
                </td>
                <td class="n">
                  <a href="#findings">{reading.incidents.uncertain}</a>
                </td>
                <td class="n">
                  <a href="#findings">{reading.incidents.notCovered}</a>
                </td>
                <td>
                  {partyWords(reading, names).map((line) => (
                    <div key={line}>{line}</div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function partyWords({ byParty, claims }: ReadingReport, names: Names): string[] {
  const parties = Object.entries(byParty).map(([party, tally]) => {
    const who = party === "?" ? "actor not settled" : names.actor(party);
    return tally.seen
      ? `${who}: ${tally.covered} covered, ${tally.uncertain} uncertain`
      : `${who}: cannot tell, no feed sees it`;
  });
  return [
    ...parties,
    ...Object.entries(claims).map(
      ([party, tally]) => `claimed by ${names.actor(party)}: ${tally.covered} covered, ${tally.uncertain} uncertain`,
    ),
  ];
}

function Changes({ report }: { report: WatchReport }) {
  const window = report.readings[0]!.window;
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">Did anything change?</h2>
      {report.timelines
        .filter(({ bins }) => bins.length > 1)
        .map((timeline) => (
          <figure key={`${timeline.feed} ${timeline.measure}`}>
            <div dangerouslySetInnerHTML={{ __html: watchChart(timeline, window) }} />
            <figcaption>
              {shown(
                `${timeline.feed}: ${timeline.measure}, a day. The shaded days are the window of the first reading.`,
              )}
            </figcaption>
          </figure>
        ))}
      {report.changes.map((change) => (
        <ChangeItem key={`${change.feed} ${change.measure} ${change.from} ${change.to}`} change={change} />
      ))}
      {substitutionsToShow(report).map(({ reading, found }) => (
        <p key={reading ?? ""}>
          Did conduct move to targets that are not covered? {reading !== null && shown(`${reading}: `)}
          <strong>{SUBSTITUTION_WORDS[found.verdict]}</strong> {shown(found.because.join(" "))}
        </p>
      ))}
    </section>
  );
}

function ChangeItem({ change }: { change: MeasuredChange }) {
  const { feed, measure, from, to, verdict, rateRatio, low, high, baselines, placebos, because } = change;
  return (
    <article class={`change v-${verdict}`}>
      <h3>
        {shown(`${feed}, ${measure}: ${from} to ${to}`)} <span class="verdict">{VERDICT_WORDS[verdict]}</span>
      </h3>
      {rateRatio !== null && (
        <p>{`Rate ratio ${rateRatio}${low === null || high === null ? "" : `, 95% interval ${low} to ${high}`}; ${placebos.moreExtreme} of ${placebos.n} ordinary windows go as far.`}</p>
      )}
      <ul>
        {baselines.map((base) => (
          <li
            key={base.id}
          >{`${baselineWords(base.id)}: ${base.count} in ${exposureWords(base.days)}; the window: ${base.during} in ${exposureWords(base.duringDays)}`}</li>
        ))}
      </ul>
      {because.map((line) => (
        <p key={line} class="because">
          {shown(line)}
        </p>
      ))}
    </article>
  );
}

function regionNames({ regions }: MapGround): (id: string) => string {
  const names = new Map(regions.map(({ id, name, disputed }) => [id, disputed ? `${name} (disputed)` : name]));
  return (id) => names.get(id) ?? id;
}

function Notes({ report, region: named }: { report: WatchReport; region(id: string): string }) {
  const breaks = report.breaks.map(
    ({ feed, region, from, to, what }) =>
      `${feed}${region ? `, ${named(region)}` : ""}, ${from.slice(0, 10)}${to ? ` to ${to.slice(0, 10)}` : ""}: ${what}`,
  );
  const bias = report.reportingBias.map((one) => biasWords(one, report));
  if (breaks.length + bias.length === 0) return null;
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">What bends the figures</h2>
      <ul>
        {[...bias, ...breaks].map((line) => (
          <li key={line}>{shown(line)}</li>
        ))}
      </ul>
    </section>
  );
}

const STATUS_WORDS = { covered: "covered", notCovered: "not covered", uncertain: "uncertain" } as const;

function Findings({ report, names, region }: { report: WatchReport; names: Names; region(id: string): string }) {
  const ids = report.readings.map(({ id }) => id);
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">Incidents in the windows</h2>
      {report.findingsCut && <p>The list is cut; --limit sets its length, --json holds it for programs.</p>}
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">What</th>
              <th scope="col">Where</th>
              <th scope="col">Who is said to have acted</th>
              {ids.map((id) => (
                <th key={id} scope="col">
                  {id}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.findings.map((finding) => (
              <tr key={`${finding.feed} ${finding.id}`}>
                <td>{finding.at}</td>
                <td>{shown(whatWords(finding))}</td>
                <td>{shown(finding.region === null ? (finding.country ?? "unknown") : region(finding.region))}</td>
                <td>
                  {finding.contested
                    ? "contested"
                    : finding.actor === null
                      ? "nobody named"
                      : names.actor(finding.actor)}
                </td>
                {ids.map((id) => (
                  <td key={id} class={`s-${finding.readings[id]!.status}`}>
                    {STATUS_WORDS[finding.readings[id]!.status]}
                    {finding.readings[id]!.because.length > 0 && (
                      <small>{shown(finding.readings[id]!.because.join("; "))}</small>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function whatWords({ title, conduct, target, sign, source }: Finding): string {
  const act = `${sign ? "warning of a possible " : ""}${conduct?.replaceAll("-", " ") ?? "conduct unknown"}`;
  return `${title === null ? act : `${title}: ${act}`}, ${target?.replaceAll("-", " ") ?? "target unknown"}${source === null ? "" : ` (${source})`}`;
}

function rangeWords([low, high]: readonly [number, number]): string {
  return low === high ? `${low}` : `${low} to ${high}`;
}

/** Control and directional characters are shown, not obeyed. */
function shown(text: string): string {
  return safeForTerminal(text);
}
