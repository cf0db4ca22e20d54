/** Evidence in the ledger -> its exact words, with a link to them in the archived text. */
import type { Evidence } from "../../model/evidence.js";
import { originalLink } from "../original-link.js";
import type { Reader } from "../reader.js";
import { shown } from "./shown.js";

interface QuotedProps {
  evidence: Evidence;
  dossier: string;
  reader: Reader;
}

export function Quoted({ evidence, dossier, reader: { t, link } }: QuotedProps) {
  const archived = link(`/dossiers/${dossier}/sources/${evidence.document}/`);
  return (
    <figure class="quotation">
      <blockquote dir="auto">{shown(evidence.quote)}</blockquote>
      <figcaption>
        <a href={originalLink(archived, evidence, false)}>{t("quote-archived")}</a>
      </figcaption>
    </figure>
  );
}
