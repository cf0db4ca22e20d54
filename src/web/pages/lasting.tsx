/** A Weighing -> "Will it last?": classes of past agreements with fates, intervals and bounds, the curve, and how firm it is. */
import type { BrokenBy, WeighedClass, Weighing } from "../../model/weighing.js";
import { incidenceChart } from "../../publish/charts/incidence-chart.js";
import { inlineSvg } from "../../publish/charts/svg-document.js";
import { Chart } from "../parts/chart.js";
import { shown } from "../parts/shown.js";
import { TableScroll } from "../parts/table-scroll.js";
import type { Reader } from "../reader.js";
import type { SiteDossier } from "../site.js";
import { ForecastTable } from "./forecast-tables.js";

interface LastingProps {
  weighing: Weighing;
  reader: Reader;
}

/** Classes and curve of every agreement, and what others foretold, with its scores. */
export function LastingSection({ dossier, reader }: { dossier: SiteDossier; reader: Reader }) {
  const { weighings, foretold, id } = dossier;
  const { t } = reader;
  return (
    <>
      {weighings.length === 0 && <p class="empty">{t("empty-lasting")}</p>}
      {weighings.map((weighing) => (
        <Lasting weighing={weighing} reader={reader} key={weighing.agreement} />
      ))}
      <section class="group">
        <h3 class="group-title">{t("foretold")}</h3>
        <ForecastTable forecasts={foretold.forecasts} reader={reader} />
      </section>
      <p class="facts">
        <a href={reader.link(`/dossiers/${id}/forecasts/`)}>{t("lasting-more")}</a>
      </p>
    </>
  );
}

/** Never a number without its interval, its class and how large that is. */
export function Lasting({ weighing, reader }: LastingProps) {
  const { t, date } = reader;
  const drawn = drawnClass(weighing);
  return (
    <section class="weighing">
      <p class="lead">{t("lasting-as-of", { title: shown(weighing.title), date: date(weighing.asOf) })}</p>
      {weighing.classes.length === 0 && <p class="empty">{t("empty-classes")}</p>}
      {weighing.classes.length > 0 && <Classes weighing={weighing} reader={reader} />}
      {drawn && <Curve drawn={drawn} weighing={weighing} reader={reader} />}
      <ul class="caveats" lang="en" dir="auto">
        {weighing.caveats.map((caveat) => (
          <li key={caveat}>{shown(caveat)}</li>
        ))}
      </ul>
    </section>
  );
}

/** The best fitting class that has a curve. */
export function drawnClass({ classes }: Pick<Weighing, "classes">): WeighedClass | undefined {
  return classes.find(({ curve }) => curve.length > 0);
}

export function Curve({ drawn, weighing, reader }: LastingProps & { drawn: WeighedClass }) {
  const { t } = reader;
  const words = {
    days: t("axis-days"),
    share: t("axis-share"),
    brokeDown: t("fate-broke-down"),
    expired: t("fate-expired"),
    replaced: t("fate-replaced"),
    today: t("today"),
  };
  const title = t("lasting-alt", { title: drawn.title, n: drawn.n });
  const { elapsedDays } = weighing;
  return (
    <figure class="chart curve">
      <Chart draw={(width) => inlineSvg(incidenceChart(drawn, { words, elapsedDays, width }), title)} />
      <figcaption>
        {t("lasting-caption", { title: drawn.title, n: drawn.n })} <span lang="en">{shown(drawn.origin)}</span>
      </figcaption>
    </figure>
  );
}

function Classes({ weighing: { classes, horizonsDays }, reader }: { weighing: Weighing; reader: Reader }) {
  const { t } = reader;
  return (
    <TableScroll label={t("class")}>
      <table class="stacked">
        <caption>{t("classes-caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("class")}</th>
            <th scope="col">{t("class-size")}</th>
            {horizonsDays.map((days) => (
              <th scope="col" key={days}>
                {t("within-days", { days })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {classes.map((each) => (
            <ClassRow each={each} reader={reader} key={each.id} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function ClassRow({ each, reader }: { each: WeighedClass; reader: Reader }) {
  return (
    <tr>
      <th scope="row" lang="en">
        {shown(each.title)}
      </th>
      <td data-label={reader.t("class-size")}>{reader.number(each.n)}</td>
      {each.brokenBy.map((broken) => (
        <td data-label={reader.t("within-days", { days: broken.days })} key={broken.days}>
          <Chance broken={broken} reader={reader} />
        </td>
      ))}
    </tr>
  );
}

/** "8% (4% to 15%)", and below it "3% to 17%", the unclear counted both ways. */
function Chance({ broken: { probability, low, high, bounds }, reader }: { broken: BrokenBy; reader: Reader }) {
  const { t, number } = reader;
  const share = (value: number) => number(value, { style: "percent", maximumFractionDigits: 0 });
  if (probability === null) return <>{t("cannot-tell")}</>;
  return (
    <>
      <b>{share(probability)}</b> {t("chance-interval", { low: share(low), high: share(high) })}
      <br />
      <span class="bounds">{t("chance-bounds", { least: share(bounds[0]), most: share(bounds[1]) })}</span>
    </>
  );
}

export function Checklist({ weighing, reader }: LastingProps) {
  const { t } = reader;
  return (
    <dl class="unsaid checklist">
      {weighing.checklist.map(({ id, question, answer, because }) => (
        <div key={id}>
          <dt lang="en" dir="auto">
            {shown(question)}
          </dt>
          <dd>
            <span class="by">{t(`answer-${answer}`)}</span>{" "}
            <span lang="en" dir="auto">
              {shown(because)}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
