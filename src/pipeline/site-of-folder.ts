/** A folder with a `dossier.yaml` -> a Site that shows it, read and compared in memory, without a store. */
import { loadCatalog } from "../catalog/load-catalog.js";
import { readActs, readSources } from "../pipeline.js";
import type { Site } from "../web/site.js";
import { readDossierFolder } from "./dossier-folder.js";
import { pageOfRecord } from "./page-of-record.js";

/** Rejects with ReadoutError where the folder, its YAML or a text cannot be read. */
export async function siteOfFolder(folder: string): Promise<Site> {
  const { id, sources, edition } = readDossierFolder(folder);
  const documents = (await readSources(sources)).map(({ value }) => value);
  const acts = documents.flatMap((document) => readActs(document).value);
  const dossier = pageOfRecord({ id, documents, acts, edition, commitments: [], revisions: [], now: Date.now() });
  const { headline, standfirst } = dossier.explainer;
  return {
    dossiers: async () => [{ id, headline, standfirst, updatedAt: edition.updatedAt }],
    dossier: async (wanted) => (wanted === id ? dossier : null),
    glossary: () => loadCatalog().glossary,
  };
}
