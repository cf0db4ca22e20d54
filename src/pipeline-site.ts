/** A folder with a `dossier.yaml` -> a Site that shows it, read and compared in memory: documents to publish, without a store. */
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { loadCatalog } from "./catalog/load-catalog.js";
import { parseYaml } from "./catalog/read-catalog.js";
import { DossierFile } from "./model/dossier-file.js";
import { ReadoutError } from "./model/problem.js";
import { compareDocuments, displayNames, readSources } from "./pipeline.js";
import { publishExplainer, UNWRITTEN } from "./publish/explainer/publish-explainer.js";
import type { Site, SiteDossier } from "./web/site.js";

const LARGEST_TEXT_BYTES = 10_000_000;

/** Throws ReadoutError where the folder, its YAML or a text cannot be read. */
export async function siteOfFolder(folder: string): Promise<Site> {
  const dossier = await dossierOfFolder(folder);
  const { id, explainer } = dossier;
  const entry = {
    id,
    headline: explainer.headline,
    standfirst: explainer.standfirst,
    updatedAt: explainer.edition.updatedAt,
  };
  return {
    dossiers: async () => [entry],
    dossier: async (wanted) => (wanted === id ? dossier : null),
    glossary: () => loadCatalog().glossary,
  };
}

async function dossierOfFolder(folder: string): Promise<SiteDossier> {
  const path = join(folder, "dossier.yaml");
  const parsed = DossierFile.safeParse(parseYaml(read(path), path));
  if (!parsed.success) {
    const { path: field, message } = parsed.error.issues[0]!;
    throw new ReadoutError("dossier-file-invalid", `${path}: ${field.join(".")}: ${message}. Correct the file.`);
  }
  const { id, documents: files, agreements: _, ...words } = parsed.data;
  const sources = files.map((file) => ({
    id: file.id,
    source: join(folder, file.file),
    bytes: Buffer.from(read(join(folder, file.file))),
  }));
  const documents = (await readSources(sources)).map(({ value }) => value);
  const { value: comparison } = compareDocuments(documents);
  const provenance = new Map(files.map(({ id: of, url, digest }) => [of, { url, digest, retrievedAt: null }]));
  const record = { id, documents, provenance, comparison, edition: { ...UNWRITTEN, ...words } };
  const explainer = publishExplainer(record, displayNames());
  const texts = new Map(documents.map((document) => [document.id, document.text]));
  return {
    id,
    explainer,
    texts,
    version: createHash("sha256").update(JSON.stringify(explainer)).digest("hex").slice(0, 12),
  };
}

function read(path: string): string {
  try {
    if (statSync(path).size > LARGEST_TEXT_BYTES) throw new Error(`larger than ${LARGEST_TEXT_BYTES} bytes`);
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new ReadoutError(
      "dossier-file-unreadable",
      `${path}: cannot be read (${(cause as Error).message}).`,
      1,
      cause,
    );
  }
}
