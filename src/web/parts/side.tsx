/** How one source puts a point -> who says so, what act it is, how firm, the exact words and where they stand. */
import type { QuoteView, SideView, SourceView } from "../../model/explainer.js";
import { originalLink } from "../original-link.js";
import type { Reader } from "../reader.js";
import { shown } from "./shown.js";
import { Strength } from "./strength.js";

interface SideProps {
  side: SideView;
  source: SourceView;
  dossier: string;
  reader: Reader;
  /** What stands where the source's name would, where that is told above. */
  title?: string;
}

export function Side({ side, source, dossier, reader, title }: SideProps) {
  const { t } = reader;
  return (
    <div class="side">
      <p class="who">
        {title === undefined ? (
          <b class="source">{shown(source.name)}</b>
        ) : (
          <b class="source" lang="en" dir="auto">
            {shown(title)}
          </b>
        )}
        <Strength strength={side.strength} reader={reader} />
      </p>
      <p class="act">
        {actSentence(side, reader)}
        {side.voices.length > 0 && (
          <span class="voice"> {t("according-to", { voices: reader.list(side.voices.map(shown)) })}</span>
        )}
      </p>
      {side.quotes.map((quote) => (
        <Quotation quote={quote} source={source} dossier={dossier} reader={reader} key={quote.start} />
      ))}
    </div>
  );
}

/** "Donald Trump and Vladimir Putin agreed": names as the catalogue has them, the act in the reader's language. */
export function actSentence({ actors, act, veridicality }: SideView, reader: Reader): string {
  const names = actors.map((name) => (name === "?" ? reader.t("actor-unnamed") : shown(reader.named(name))));
  const who = names.length > 0 ? reader.list(names) : reader.t("actor-unnamed");
  return reader.t("act-sentence", { who, act: reader.t(`act-${act}`, { veridicality }) });
}

interface QuotationProps {
  quote: QuoteView;
  source: SourceView;
  dossier: string;
  reader: Reader;
}

function Quotation({ quote, source, dossier, reader: { t, link } }: QuotationProps) {
  const archived = `${link(`/dossiers/${dossier}/sources/${source.id}/`)}#c${quote.start}`;
  return (
    <figure class="quotation">
      <blockquote lang={source.language} dir="auto">
        {shown(quote.quote)}
      </blockquote>
      <figcaption>
        {source.url && (
          <a href={originalLink(source.url, quote, source.digest)} rel="noopener noreferrer external" class="out">
            {t("quote-original")}
          </a>
        )}
        <a href={archived}>{t(source.digest ? "quote-digest" : "quote-archived")}</a>
      </figcaption>
    </figure>
  );
}
