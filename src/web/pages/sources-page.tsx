/** A dossier's sources -> the page that lists them with their silent edits, and one page a text as it was archived. */
import type { DriftReport } from "../../model/drift.js";
import type { EditView } from "../../model/edit-view.js";
import type { Explainer, SourceView } from "../../model/explainer.js";
import type { Names } from "../../publish/names.js";
import { MarkedText } from "../parts/marked-text.js";
import { type PageContext, renderPage } from "../parts/page.js";
import { shown } from "../parts/shown.js";
import { SourceFacts } from "../parts/source-facts.js";
import type { Reader } from "../reader.js";
import type { SiteDossier } from "../site.js";
import { ReportDrift } from "./report-drift.js";
import { SilentEdits } from "./silent-edits.js";

export function sourcesPage(context: PageContext, { explainer, edits, drifts, names }: SiteDossier): string {
  const { reader } = context;
  const { sources, otherSources } = explainer;
  const list = (those: readonly SourceView[]) => (
    <ul class="source-list">
      {those.map((source) => (
        <Source
          source={source}
          edits={edits.filter(({ document }) => document === source.id)}
          drift={drifts.find(({ report }) => report.id === source.id)}
          explainer={explainer}
          names={names}
          reader={reader}
          key={source.id}
        />
      ))}
    </ul>
  );
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
      {list(sources)}
      {otherSources.length > 0 && <h2 class="part-title">{reader.t("sources-of-others")}</h2>}
      {list(otherSources)}
      <section class="part" id="silent-edits">
        <h2>{reader.t("silent-edits")}</h2>
        <p class="lead">{reader.t("silent-edits-lead")}</p>
        {edits.length === 0 ? (
          <p class="empty">{reader.t("empty-edits")}</p>
        ) : (
          <EditIndex edits={edits} {...{ explainer, reader }} />
        )}
      </section>
    </>,
  );
}

/** Which texts were edited, and how often: the edits stand with each text. */
function EditIndex({ edits, explainer, reader }: { edits: readonly EditView[]; explainer: Explainer; reader: Reader }) {
  const edited = [...explainer.sources, ...explainer.otherSources].filter(({ id }) =>
    edits.some(({ document }) => document === id),
  );
  return (
    <ul class="limits">
      {edited.map(({ id, name }) => (
        <li key={id}>
          <a href={`#${id}`}>{shown(name)}</a> {reader.number(edits.filter(({ document }) => document === id).length)}
        </li>
      ))}
    </ul>
  );
}

interface SourceProps {
  source: SourceView;
  edits: readonly EditView[];
  drift: DriftReport | undefined;
  explainer: Explainer;
  names: Names;
  reader: Reader;
}

function Source({ source, edits, drift, explainer, names, reader }: SourceProps) {
  const { t, number } = reader;
  return (
    <li id={source.id}>
      <h2>{shown(source.name)}</h2>
      {source.title && (
        <p class="source-title" lang={source.language} dir="auto">
          {shown(source.title)}
        </p>
      )}
      <SourceFacts source={source} dossier={explainer.dossier} reader={reader} />
      <dl class="record">
        <dt>{t("source-speaks-for")}</dt>
        <dd>
          {source.parties.length > 0
            ? reader.list(source.parties.map((party) => shown(reader.named(party))))
            : t("source-for-nobody")}
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
      <SilentEdits edits={edits} zone={explainer.edition.zone} reader={reader} />
      {drift && <ReportDrift drift={drift} explainer={explainer} names={names} reader={reader} />}
    </li>
  );
}

/** Null where the dossier has no such source. Anchors: `c220` the words that start at character 220. */
export function archivedTextPage(context: PageContext, { explainer, texts }: SiteDossier, id: string): string | null {
  const { reader } = context;
  const source = [...explainer.sources, ...explainer.otherSources].find((each) => each.id === id);
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
