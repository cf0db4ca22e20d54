/** Parts of the explainer that are more than a list of lines: what was agreed, what nobody says, what cannot be told. */
import type { Explainer } from "../../model/explainer.js";
import { Line } from "../parts/line.js";
import { shown } from "../parts/shown.js";
import type { Reader } from "../reader.js";

interface PartProps {
  explainer: Explainer;
  reader: Reader;
}

const GROUPS = ["agreedByAll", "agreedBySome", "undertaken"] as const;
const TITLES = { agreedByAll: "agreed-by-all", agreedBySome: "agreed-by-some", undertaken: "undertaken" } as const;

/** An agreement that all report comes first and stands apart from what one of them alone calls one. */
export function Agreed({ explainer, reader }: PartProps) {
  const { t } = reader;
  return (
    <>
      {GROUPS.map((group) => {
        const lines = explainer.lines.filter(({ number }) => explainer[group].includes(number));
        const title = TITLES[group];
        return (
          <section class="group" id={title} key={group}>
            <h3 class="group-title">{t(title, { count: explainer.sources.length })}</h3>
            {lines.length === 0 && <p class="empty">{t(`empty-${title}`)}</p>}
            {lines.map((line) => (
              <Line line={line} explainer={explainer} reader={reader} key={line.number} />
            ))}
          </section>
        );
      })}
    </>
  );
}

export function Unsaid({ explainer: { unsaid, sources }, reader }: PartProps) {
  const { t, list } = reader;
  if (unsaid.length === 0) return <p class="empty">{t("empty-unsaid")}</p>;
  const nameOf = (id: string) => shown(sources.find((source) => source.id === id)?.name ?? id);
  const byAll = unsaid.filter(({ by }) => by.length === sources.length);
  const bySome = unsaid.filter(({ by }) => by.length < sources.length);
  return (
    <>
      <p class="lead">{t("lead-unsaid")}</p>
      {[
        { title: t("unsaid-by-all", { count: sources.length }), entries: byAll },
        { title: t("unsaid-by-some"), entries: bySome },
      ]
        .filter(({ entries }) => entries.length > 0)
        .map(({ title, entries }) => (
          <section class="group" key={title}>
            <h3 class="group-title">{title}</h3>
            <dl class="unsaid">
              {entries.map(({ subject, by, because }) => (
                <div key={subject}>
                  <dt lang="en" dir="ltr">
                    {shown(subject)}
                  </dt>
                  <dd>
                    {by.length < sources.length && (
                      <span class="by">{t("nothing-from", { sources: list(by.map(nameOf)) })} </span>
                    )}
                    <span lang="en" dir="ltr">
                      {shown(because)}
                    </span>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
    </>
  );
}

export function Limits({ explainer, reader }: PartProps) {
  return (
    <ul class="limits">
      {explainer.limits.map(({ code, values }) => (
        <li key={code}>{reader.t(code, values)}</li>
      ))}
    </ul>
  );
}
