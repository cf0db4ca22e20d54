/** A folder with a `dossier.yaml` -> a Site that shows it, read and compared in memory, without a store. */
import { loadCatalog } from "../catalog/load-catalog.js";
import { recordAgreement } from "../ledger/record-commitment.js";
import { emptyState, replay } from "../ledger/replay.js";
import type { Agreement } from "../model/agreement.js";
import type { Document } from "../model/document.js";
import type { CommitmentState } from "../model/dossier.js";
import type { EditView } from "../model/edit-view.js";
import { catalogAgreement, readActs, readSources } from "../pipeline.js";
import { publishEdit } from "../publish/explainer/edit-view.js";
import type { Site } from "../web/site.js";
import { type EarlierText, readDossierFolder } from "./dossier-folder.js";
import { compareTexts } from "./list-changes.js";
import { pageOfRecord } from "./page-of-record.js";

/** Rejects with ReadoutError where the folder, its YAML or a text cannot be read. */
export async function siteOfFolder(folder: string): Promise<Site> {
  const { id, sources, earlier, edition, agreements: ids, reports, foretold, pictures } = readDossierFolder(folder);
  const documents = (await readSources(sources)).map(({ value }) => value);
  const acts = documents.flatMap((document) => readActs(document).value);
  const agreements = ids.map(catalogAgreement);
  const edits = (await Promise.all(documents.map((document) => editsOf(document, earlier.get(document.id)!)))).flat();
  const known = { id, documents, acts, edition, agreements, reports, foretold, pictures, edits, showsUnread: true };
  const commitments = agreements.map((agreement) => unspokenOf(id, agreement));
  const dossier = pageOfRecord({ ...known, commitments, revisions: [], now: Date.now() });
  const { headline, standfirst } = dossier.explainer;
  return {
    dossiers: async () => [{ id, headline, standfirst, updatedAt: edition.updatedAt }],
    dossier: async (wanted) => (wanted === id ? dossier : null),
    glossary: () => loadCatalog().glossary,
  };
}

/** What an agreement binds whom to before anybody has spoken of it. */
function unspokenOf(dossier: string, agreement: Agreement): CommitmentState {
  const commitment = recordAgreement(agreement);
  const what = { type: "commitment-recorded" as const, commitment };
  const on = agreement.declared ?? "1970-01-01";
  const event = { dossier, seq: 1, on, at: new Date(0).toISOString(), author: "", previous: "", what };
  return replay(emptyState(dossier), [event]).commitments[commitment.id]!;
}

async function editsOf(document: Document, earlier: readonly EarlierText[]): Promise<EditView[]> {
  const before = (await readSources(earlier.map(({ source }) => source))).map(({ value }) => value);
  const versions = [...before, document];
  return before.map((old, at) => {
    const fresh = versions[at + 1]!;
    const end = ({ sha256 }: Document, index: number) => ({ sha256, takenAt: earlier[index]?.taken ?? null });
    const ends = { before: end(old, at), after: end(fresh, at + 1) };
    return publishEdit({ document: document.id, ...ends, gone: false, ...compareTexts(old, fresh), text: fresh.text });
  });
}
