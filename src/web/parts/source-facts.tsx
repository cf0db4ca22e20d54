/** A source -> one line of facts about it: kind of text, date, whole or cut, original and translation. */
import type { SourceView } from "../../model/explainer.js";
import type { Reader } from "../reader.js";

interface SourceFactsProps {
  source: SourceView;
  dossier: string;
  reader: Reader;
}

export function SourceFacts({ source, dossier, reader }: SourceFactsProps) {
  const { t, date, link } = reader;
  const facts = [
    t(`genre-${source.genre}`),
    date(source.published),
    t(source.complete ? "text-whole" : "text-cut"),
    ...(source.digest ? [t("text-digest")] : []),
    ...(source.translated ? [t("text-translated")] : []),
  ];
  return (
    <p class="facts">
      {facts.join(" · ")}
      {source.url && (
        <>
          {" · "}
          <a href={source.url} rel="noopener noreferrer external" class="out">
            {t("quote-original")}
          </a>
        </>
      )}
      {" · "}
      <a href={link(`/dossiers/${dossier}/sources/${source.id}/`)}>{t("archived-text")}</a>
    </p>
  );
}
