/** A Weighing -> one HTML page that needs nothing else: classes with pictures, the checklist, back-tests, forecasts, caveats. */
import { createHash } from "node:crypto";
import { renderToString } from "preact-render-to-string";
import type { BacktestResult, ChecklistAnswer, WeighedClass, Weighing } from "../model/weighing.js";
import { safeForTerminal } from "../text/terminal-text.js";
import { incidenceChart } from "./charts/incidence-chart.js";
import { forecastInWords } from "./forecast-lines.js";
import { WEIGHING_STYLE } from "./weighing-style.js";
import {
  ANSWER_WORDS,
  backtestInWords,
  effectInWords,
  fatesInWords,
  lastedInWords,
  percent,
  range,
} from "./weighing-words.js";

/** Classes with a picture; the rest have their rows. */
const PICTURES = 2;

/** Nothing runs in it, and nothing is fetched. */
export function weighingHtml(weighing: Weighing): string {
  const page = (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={policy()} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`Will it last? ${shown(weighing.title)}`}</title>
        <style dangerouslySetInnerHTML={{ __html: WEIGHING_STYLE }} />
      </head>
      <body>
        <header>
          <p class="kicker">Will it last?</p>
          <h1>{shown(weighing.title)}</h1>
          <p>{lastedInWords(weighing)}</p>
        </header>
        <main>
          <Section title="Before you use a number" items={weighing.caveats} />
          <h2>What became of agreements like this one</h2>
          {weighing.classes.map((one, at) => (
            <ClassBlock key={one.id} one={one} elapsedDays={weighing.elapsedDays} isDrawn={at < PICTURES} />
          ))}
          <Checklist checklist={weighing.checklist} />
          <Section
            title="What its terms say, by the model that beat the base rate"
            items={weighing.covariates.map(effectInWords)}
          />
          <Backtests backtests={weighing.backtests} />
          <Section
            title="What others have predicted"
            items={weighing.forecasts.map(
              (one) => `${one.by}: “${one.statement}” (${one.source}). ${forecastInWords(one)}`,
            )}
          />
          <Section
            title="Where the numbers come from"
            items={[...new Set(weighing.classes.map(({ origin }) => origin))]}
          />
        </main>
      </body>
    </html>
  );
  return `<!doctype html>\n${renderToString(page)}\n`;
}

function ClassBlock({
  one,
  elapsedDays,
  isDrawn,
}: {
  one: WeighedClass;
  elapsedDays: number | null;
  isDrawn: boolean;
}) {
  const picture = isDrawn ? Buffer.from(incidenceChart(one, { elapsedDays })).toString("base64") : null;
  return (
    <section>
      <h3>
        {shown(one.title)} <span class="n">{one.n.toLocaleString("en")}</span>
      </h3>
      <p class="faint">
        {one.fit === "fits" ? "It fits: " : "It fits in part: "}
        {one.because.map(shown).join("; ")}.
      </p>
      <p>
        {fatesInWords(one.fates)}. Broke down in all: {range(...one.fateBounds)}, the unclear counted both ways.
      </p>
      {picture && (
        <img
          src={`data:image/svg+xml;base64,${picture}`}
          width="640"
          height="320"
          alt={`Shares of ${shown(one.title)} that broke down, ran to their term or were replaced; the table has the numbers.`}
        />
      )}
      {one.brokenBy.length > 0 && <Chances one={one} />}
    </section>
  );
}

function Chances({ one }: { one: WeighedClass }) {
  return (
    <table>
      <caption>Chance that it has broken down, {one.brokenBy[0]!.given}</caption>
      <thead>
        <tr>
          <th scope="col">by day</th>
          <th scope="col">chance</th>
          <th scope="col">95% interval</th>
          <th scope="col">bounds, the unclear counted both ways</th>
          <th scope="col">followed</th>
        </tr>
      </thead>
      <tbody>
        {one.brokenBy.map(({ days, probability, low, high, bounds, atRisk }) => (
          <tr key={days}>
            <th scope="row">{days}</th>
            <td>{probability === null ? "cannot tell" : percent(probability)}</td>
            <td>{range(low, high)}</td>
            <td>{range(...bounds)}</td>
            <td>{atRisk}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Checklist({ checklist }: { checklist: readonly ChecklistAnswer[] }) {
  const yes = checklist.filter(({ answer }) => answer === "yes").length;
  return (
    <section>
      <h2>
        How firm it is: {yes} of {checklist.length} that the drafting handbooks ask for
      </h2>
      <dl>
        {checklist.map(({ id, question, answer, because }) => (
          <div key={id} class={answer}>
            <dt>{question}</dt>
            <dd>
              <strong>{ANSWER_WORDS[answer]}.</strong> {shown(because)}
            </dd>
          </div>
        ))}
      </dl>
      <h3>The words it rests on</h3>
      {(checklist[0]?.quotes ?? []).map(({ reading, source, words, exact }) => (
        <blockquote key={reading}>
          <p>{exact ? `“${shown(words)}”` : `${shown(words)} (in other words)`}</p>
          <footer>{shown(source)}</footer>
        </blockquote>
      ))}
    </section>
  );
}

function Backtests({ backtests }: { backtests: readonly BacktestResult[] }) {
  if (backtests.length === 0) return null;
  return (
    <section>
      <h2>Does it predict? Fitted on the past, scored on the future</h2>
      {backtests.map((result) => (
        <div key={`${result.history} ${result.model}`}>
          <p>{backtestInWords(result)}</p>
          <table>
            <caption>
              {result.title}: predicted and observed breakdown by day {result.byHorizon.at(-1)!.days}
            </caption>
            <thead>
              <tr>
                <th scope="col">agreements</th>
                <th scope="col">predicted</th>
                <th scope="col">observed</th>
              </tr>
            </thead>
            <tbody>
              {result.byHorizon.at(-1)!.calibration.map(({ n, predicted, observed }) => (
                <tr key={predicted}>
                  <td>{n}</td>
                  <td>{percent(predicted)}</td>
                  <td>{percent(observed)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </section>
  );
}

function Section({ title, items }: { title: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {items.map((item) => (
          <li key={item}>{shown(item)}</li>
        ))}
      </ul>
    </section>
  );
}

/** Words of files, without what could command a terminal when the page is read there. */
function shown(words: string): string {
  return safeForTerminal(words);
}

function policy(): string {
  const hash = createHash("sha256").update(WEIGHING_STYLE).digest("base64");
  return `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`;
}
