/** An Explainer -> its opening: parties, headline question, standfirst, byline, dates with zone, reading time. */
import type { Explainer } from "../../model/explainer.js";
import { shown } from "../parts/shown.js";
import type { Reader } from "../reader.js";

const WORDS_A_MINUTE = 230;

export function ExplainerHead({ explainer, reader }: { explainer: Explainer; reader: Reader }) {
  const { t } = reader;
  const { edition } = explainer;
  const minutes = Math.max(1, Math.round(explainer.words / WORDS_A_MINUTE));
  return (
    <header class="opening">
      <p class="kicker">{explainer.parties.map((party) => shown(reader.named(party))).join(" · ")}</p>
      <h1 lang="en" dir="auto">
        {shown(explainer.headline)}
      </h1>
      <p class="standfirst" lang="en" dir="auto">
        {shown(explainer.standfirst)}
      </p>
      <div class="byline">
        <p>
          {edition.byline ? t("byline", { name: shown(edition.byline) }) : t("byline-draft")}
          {edition.agencies.length > 0 && ` · ${edition.agencies.map(shown).join(", ")}`}
        </p>
        <p class="times">
          {edition.publishedAt && (
            <span>
              {t("published-at")} <Instant instant={edition.publishedAt} zone={edition.zone} reader={reader} />
            </span>
          )}
          {edition.updatedAt && edition.updatedAt !== edition.publishedAt && (
            <span>
              {t("updated-at")} <Instant instant={edition.updatedAt} zone={edition.zone} reader={reader} />
            </span>
          )}
          <span>{t("reading-minutes", { minutes })}</span>
          {edition.revision > 0 && (
            <a href={reader.link(`/dossiers/${explainer.dossier}/revisions/`)}>
              {t("revision-number", { number: edition.revision })}
            </a>
          )}
        </p>
      </div>
    </header>
  );
}

function Instant({ instant, zone, reader }: { instant: string; zone: string; reader: Reader }) {
  return <time dateTime={instant}>{reader.instant(instant, zone)}</time>;
}
