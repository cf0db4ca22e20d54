/** Documents and where they came from -> the sources as readers meet them. */
import type { Document } from "../../model/document.js";
import type { SourceView } from "../../model/explainer.js";
import { listed, type Names } from "../names.js";

/** What the archive knows of a text beyond the text. */
export interface Provenance {
  /** Address of the original; null where there is none to link to. */
  url: string | null;
  /** UTC instant. */
  retrievedAt: string | null;
  /** True for a text that retells the original in other words: a quote of it will not be found in the original. */
  digest: boolean;
}

const UNKNOWN: Provenance = { url: null, retrievedAt: null, digest: false };

export function sourceViews(
  documents: readonly Document[],
  provenance: ReadonlyMap<string, Provenance>,
  names: Names,
): SourceView[] {
  return documents.map((document) => ({
    id: document.id,
    name: document.publisher ?? (listed(document.parties.map(names.actor)) || document.id),
    parties: document.parties.map(names.actor),
    title: document.title,
    genre: document.genre,
    published: document.published,
    language: document.language,
    translated: document.translated,
    complete: document.complete,
    sha256: document.sha256,
    words: document.text.split(/\s+/).length,
    ...(provenance.get(document.id) ?? UNKNOWN),
  }));
}
