/** An Explainer and its texts -> the texts in full beside each other, every line linked in all of them. */
import type { Explainer, LineView, SourceView } from "../../model/explainer.js";
import { relationWords } from "../parts/line.js";
import { MarkedText } from "../parts/marked-text.js";
import { type PageContext, renderPage } from "../parts/page.js";
import { RelationGlyph } from "../parts/relation-glyph.js";
import { shown } from "../parts/shown.js";
import { SourceFacts } from "../parts/source-facts.js";
import type { Reader } from "../reader.js";
import type { SiteDossier } from "../site.js";
import { RailItem } from "./rail-item.js";

/** Anchors: `i7` the line in the rail, `w0-7` its first words in the first text, `show-0` the switch of the first text. */
export function sideBySidePage(context: PageContext, dossier: SiteDossier): string {
  const { explainer } = dossier;
  const { t } = context.reader;
  const path = `/dossiers/${explainer.dossier}/side-by-side/`;
  return renderPage(
    context,
    {
      title: `${t("nav-side-by-side")}: ${explainer.headline}`,
      description: explainer.standfirst,
      path,
      dossier: { id: explainer.dossier, page: "side-by-side" },
      layout: "wide",
      islands: ["side-by-side"],
      extra: <link rel="stylesheet" href={`${path}lines.css`} />,
    },
    <SideBySide dossier={dossier} reader={context.reader} />,
  );
}

function SideBySide({ dossier: { explainer, texts }, reader }: { dossier: SiteDossier; reader: Reader }) {
  const { sources } = explainer;
  return (
    <>
      <header class="sbs-head">
        <h1>{reader.t("sbs-title")}</h1>
        <p>
          {reader.t("sbs-lead", { points: explainer.lines.length })} <span class="keys">{reader.t("sbs-keys")}</span>
        </p>
      </header>
      <fieldset class="switch">
        <legend>{reader.t("sbs-switch")}</legend>
        <Choice name="pane" id="show-points" checked label={reader.t("sbs-points")} />
        {sources.map(({ name }, at) => (
          <Choice name="pane" id={`show-${at}`} label={shown(name)} key={name} />
        ))}
      </fieldset>
      <div class="sbs" data-texts={sources.length}>
        <Rail explainer={explainer} reader={reader} />
        {sources.map((source, at) => (
          <Pane
            source={source}
            at={at}
            text={texts.get(source.id) ?? ""}
            explainer={explainer}
            reader={reader}
            key={source.id}
          />
        ))}
      </div>
    </>
  );
}

function Choice({ name, id, checked = false, label }: { name: string; id: string; checked?: boolean; label: string }) {
  return (
    <label>
      <input type="radio" name={name} id={id} defaultChecked={checked} />
      <span>{label}</span>
    </label>
  );
}

function Rail({ explainer, reader }: { explainer: Explainer; reader: Reader }) {
  const { t } = reader;
  const kinds = [...new Set(explainer.lines.map(filterKey))];
  const first = (key: string) => explainer.lines.find((line) => filterKey(line) === key)!;
  return (
    <section class="rail" id="points" aria-label={t("sbs-points")}>
      <fieldset class="filters">
        <legend>{t("sbs-filter")}</legend>
        <Choice name="kind" id="kind-all" checked label={`${t("sbs-all")} ${explainer.lines.length}`} />
        {kinds.map((key) => (
          <label key={key}>
            <input type="radio" name="kind" id={`kind-${key}`} />
            <span>
              <RelationGlyph line={first(key)} sources={explainer.sources} />
              <span>{filterWords(first(key), explainer, reader)}</span>{" "}
              {explainer.lines.filter((line) => filterKey(line) === key).length}
            </span>
          </label>
        ))}
      </fieldset>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <ol class="rail-items" tabIndex={0} aria-label={t("sbs-points")}>
        {explainer.lines.map((line) => (
          <RailItem line={line} filter={filterKey(line)} explainer={explainer} reader={reader} key={line.number} />
        ))}
      </ol>
      {explainer.lines.length === 0 && <p class="empty">{t("empty-lines")}</p>}
    </section>
  );
}

/** Lines of one source are told apart by the source, all others by their kind. Fit for an id. */
function filterKey({ kind, sides }: LineView): string {
  return kind === "only" ? `only-${sides[0]!.source}` : kind;
}

function filterWords(line: LineView, explainer: Explainer, reader: Reader): string {
  if (line.kind === "differs") return reader.t("relation-differs");
  return line.kind === "some" ? reader.t("relation-some-short") : relationWords(line, explainer, reader);
}

interface PaneProps {
  source: SourceView;
  at: number;
  text: string;
  explainer: Explainer;
  reader: Reader;
}

function Pane({ source, at, text, explainer, reader }: PaneProps) {
  return (
    <article class="pane" id={`text-${at}`}>
      <header>
        <h2>{shown(source.name)}</h2>
        <SourceFacts source={source} dossier={explainer.dossier} reader={reader} />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section class="scroll" tabIndex={0} aria-label={reader.t("text-of", { source: shown(source.name) })}>
        <MarkedText
          text={text}
          source={source}
          explainer={explainer}
          reader={reader}
          anchor={`w${at}-`}
          lineHref={(line) => `#i${line}`}
        />
      </section>
    </article>
  );
}
