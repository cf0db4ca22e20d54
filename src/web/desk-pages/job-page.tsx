/** A piece of work that takes a while -> its steps so far, and where it ends; without a script the page asks again. */
import type { Person, Step } from "../desk.js";
import type { PageContext } from "../parts/page.js";
import { shown } from "../parts/shown.js";
import { deskPage, Fault } from "./desk-page.js";

export interface Job {
  owner: string;
  steps: Step[];
  /** Set when it is done. */
  dossier: string | null;
  /** Set when it failed. */
  error: string | null;
}

export function jobPage(context: PageContext, person: Person, { steps, dossier, error }: Job): string {
  const { t } = context.reader;
  const runs = dossier === null && error === null;
  return deskPage(
    context,
    person,
    {
      title: t("job-title"),
      ...(runs ? { islands: ["job"], extra: <noscript>{<meta httpEquiv="refresh" content="1" />}</noscript> } : {}),
    },
    <>
      <h1>{t("job-title")}</h1>
      <ol class="steps" aria-live="polite" data-job>
        {steps.map(({ what, values }) => (
          <li key={`${what}${values.address}`}>{shown(t(what, values))}</li>
        ))}
      </ol>
      {runs && <progress aria-label={t("job-title")} />}
      <Fault message={error} />
      {error !== null && (
        <p>
          <a href="/desk/">{t("try-again")}</a>
        </p>
      )}
      {dossier !== null && (
        <p>
          <a class="button" href={`/desk/dossiers/${dossier}/`}>
            {t("job-open")}
          </a>
        </p>
      )}
    </>,
  );
}
