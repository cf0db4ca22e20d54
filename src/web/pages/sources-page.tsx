/** A dossier's sources -> the page that lists them, and one page a text as it was archived. */
import type { Explainer, SourceView } from "../../model/explainer.js";
import { MarkedText } from "../parts/marked-text.js";
import { type PageContext, renderPage } from "../parts/page.js";
import { shown } from "../parts/shown.js";
import { SourceFacts } from "../parts/source-facts.js";
import type { Reader } from "../reader.js";
import type { SiteDossier } from "../site.js";

export function sourcesPage(context: PageContext, { explainer }: SiteDossier): string {
  const { reader } = context;
  return renderPage(
    context,
    {
      title: `${reader.t("nav-sources")}: ${explainer.headline}`,
      description: reader.t("sources-lead"),
      path: `/dossiers/${explainer.dossier}/sources/`,
      dossier: { id: explainer.dossier, page: "sources" },
    },
    <>
      <h1>{reader.t("sources-title")}</h1>
      <p class="standfirst">{reader.t("sources-lead")}</p>
      <ul class="source-list">
        {explainer.sources.map((source) => (
          <Source source={source} explainer={explainer} reader={reader} key={source.id} />
        ))}
      </ul>
    </>,
  );
}

function Source({ source, explainer, reader }: { source: SourceView; explainer: Explainer; reader: Reader }) {
  const { t, number } = reader;
  return (
    <li>
      <h2>{shown(source.name)}</h2>
      {source.title && (
        <p class="source-title" lang={source.language} dir="auto">
          {shown(source.title)}
        </p>
      )}
      <SourceFacts source={source} dossier={explainer.dossier} reader={reader} />
      <dl class="record">
        <dt>{t("source-speaks-for")}</dt>
        <dd lang="en" dir="ltr">
          {source.parties.length > 0 ? source.parties.map(shown).join(", ") : t("source-for-nobody")}
        </dd>
        <dt>{t("source-length")}</dt>
        <dd>{t("source-words", { count: number(source.words) })}</dd>
        <dt>{t("source-taken")}</dt>
        <dd>{source.retrievedAt ? reader.instant(source.retrievedAt, explainer.edition.zone) : t("source-by-hand")}</dd>
        <dt>SHA-256</dt>
        <dd>
          <code dir="ltr">{source.sha256}</code>
        </dd>
      </dl>
    </li>
  );
}

/** Null where the dossier has no such source. Anchors: `c220` the words that start at character 220. */
export function archivedTextPage(context: PageContext, { explainer, texts }: SiteDossier, id: string): string | null {
  const { reader } = context;
  const source = explainer.sources.find((each) => each.id === id);
  const text = texts.get(id);
  if (!source || text === undefined) return null;
  return renderPage(
    context,
    {
      title: `${source.name}: ${reader.t("archived-text")}`,
      description: source.title ?? source.name,
      path: `/dossiers/${explainer.dossier}/sources/${id}/`,
      dossier: { id: explainer.dossier, page: "sources" },
    },
    <article class="archived">
      <header>
        <p class="kicker">{reader.t("archived-text")}</p>
        <h1>{shown(source.name)}</h1>
        <SourceFacts source={source} dossier={explainer.dossier} reader={reader} />
        <p class="note">{reader.t(source.digest ? "archived-digest" : "archived-lead")}</p>
      </header>
      <MarkedText
        text={text}
        source={source}
        explainer={explainer}
        reader={reader}
        anchor=""
        lineHref={(line) => reader.link(`/dossiers/${explainer.dossier}/side-by-side/#i${line}`)}
      />
    </article>,
  );
}
