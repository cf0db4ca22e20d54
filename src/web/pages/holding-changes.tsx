/** A WatchReport -> what changed from before to during to after: verdict, rate with interval, ordinary windows, and why. */
import type { MeasuredChange, WatchReport } from "../../model/watch-report.js";
import type { Names } from "../../publish/names.js";
import { substitutionsToShow } from "../../publish/watch-words.js";
import { byReadingWords, readingName, readingsDiffer } from "../parts/ranges.js";
import { shown } from "../parts/shown.js";
import type { Reader } from "../reader.js";

interface ChangesProps {
  report: WatchReport;
  names: Names;
  reader: Reader;
}

export function Changes({ report, names, reader }: ChangesProps) {
  return (
    <>
      {report.changes.map((change) => (
        <ChangeItem
          change={change}
          report={report}
          names={names}
          reader={reader}
          key={`${change.feed} ${change.measure} ${change.from} ${change.to}`}
        />
      ))}
      <Substitutions report={report} names={names} reader={reader} />
    </>
  );
}

/** One answer, or one for each reading where they part. */
function Substitutions({ report, names, reader }: ChangesProps) {
  const { t } = reader;
  const shownOnes = substitutionsToShow(report);
  if (shownOnes.length === 0) return null;
  const nameOf = (id: string) => {
    const reading = report.readings.find((one) => one.id === id);
    return reading ? readingName(reading, names, reader) : id;
  };
  return (
    <section class="change-item">
      <h4>{t("substitution")}</h4>
      {shownOnes.map(({ reading, found }) => (
        <p key={reading ?? ""}>
          {reading !== null && `${nameOf(reading)}: `}
          <b>{t(`substitution-${found.verdict}`)}</b> <Because words={found.because} />
        </p>
      ))}
    </section>
  );
}

function ChangeItem({ change, report, names, reader }: ChangesProps & { change: MeasuredChange }) {
  const { t, number } = reader;
  const { verdict, rateRatio, low, high, placebos, baselines, because } = change;
  const feed = report.feeds.find(({ id }) => id === change.feed)?.title ?? change.feed;
  const share = (value: number) => number(value, { style: "percent", maximumFractionDigits: value < 0.1 ? 1 : 0 });
  return (
    <section class={`change-item verdict-${verdict}`}>
      <h4>
        <span lang="en" dir="auto">
          {shown(`${feed}: ${change.measure}`)}
        </span>{" "}
        <span class="periods">
          {t("change-periods", { from: t(`period-${change.from}`), to: t(`period-${change.to}`) })}
        </span>
      </h4>
      <p>
        <b class="verdict">{t(`verdict-${verdict}`)}</b>{" "}
        {rateRatio !== null && t("rate-ratio", { ratio: share(rateRatio) })}
        {low !== null && high !== null && ` (${t("rate-interval", { low: share(low), high: share(high) })})`}
        {rateRatio !== null && `. ${t("placebos", { n: placebos.n, more: placebos.moreExtreme })}`}
      </p>
      {readingsDiffer(change) && <p>{byReadingWords(change, report.readings, names, reader)}.</p>}
      {baselines.length > 0 && <Baselines change={change} reader={reader} />}
      {because.length > 0 && (
        <p class="facts">
          <Because words={because} />
        </p>
      )}
      <ByParty change={change} names={names} reader={reader} />
    </section>
  );
}

function Because({ words }: { words: readonly string[] }) {
  return (
    <span lang="en" dir="auto">
      {words.map(shown).join(" ")}
    </span>
  );
}

function Baselines({ change: { baselines, to }, reader }: { change: MeasuredChange; reader: Reader }) {
  const { t, number, has } = reader;
  const told = (count: number, days: number) =>
    t("count-in-days", { count: number(count), days: Math.round(days * 100) / 100 });
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t("compared-with")}</th>
          <th scope="col">{t("counted")}</th>
          <th scope="col">{t(`period-${to}`)}</th>
        </tr>
      </thead>
      <tbody>
        {baselines.map(({ id, count, days, during, duringDays }) => (
          <tr key={id}>
            <th scope="row">{has(`baseline-${id}`) ? t(`baseline-${id}`) : shown(id.replaceAll("-", " "))}</th>
            <td>{told(count, days)}</td>
            <td>{told(during, duringDays)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Only where the parties do not all fare as the measure does. */
function ByParty({
  change: { byParty, verdict },
  names,
  reader,
}: {
  change: MeasuredChange;
  names: Names;
  reader: Reader;
}) {
  const apart = Object.entries(byParty).filter(([, own]) => own.verdict !== verdict);
  if (apart.length === 0) return null;
  return (
    <ul class="by-party">
      {apart.map(([party, own]) => (
        <li key={party}>
          {shown(reader.named(names.actor(party)))}: {reader.t(`verdict-${own.verdict}`)}.{" "}
          <Because words={own.because} />
        </li>
      ))}
    </ul>
  );
}
