/** A folder with a `dossier.yaml` -> the texts, where they come from, and the edition of the page about them. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseYaml } from "../catalog/read-catalog.js";
import { DossierFile } from "../model/dossier-file.js";
import type { Edition } from "../model/explainer.js";
import { ReadoutError } from "../model/problem.js";
import type { Source } from "../pipeline.js";
import { UNWRITTEN } from "../publish/explainer/publish-explainer.js";

export interface DossierFolder {
  id: string;
  sources: Source[];
  edition: Edition;
  /** Ids of catalogued agreements. */
  agreements: string[];
}

const LARGEST_TEXT_BYTES = 10_000_000;

/** Throws ReadoutError where the YAML or a text cannot be read. */
export function readDossierFolder(folder: string): DossierFolder {
  const path = join(folder, "dossier.yaml");
  const parsed = DossierFile.safeParse(parseYaml(read(path), path));
  if (!parsed.success) {
    const { path: field, message } = parsed.error.issues[0]!;
    throw new ReadoutError("dossier-file-invalid", `${path}: ${field.join(".")}: ${message}. Correct the file.`);
  }
  const { id, documents, agreements, ...words } = parsed.data;
  return {
    id,
    sources: documents.map(({ id: of, file }) => ({
      id: of,
      source: join(folder, file),
      bytes: Buffer.from(read(join(folder, file))),
    })),
    edition: {
      ...UNWRITTEN,
      ...words,
      origins: Object.fromEntries(documents.map(({ id: of, url, digest }) => [of, { url, digest }])),
    },
    agreements,
  };
}

function read(path: string): string {
  try {
    if (statSync(path).size > LARGEST_TEXT_BYTES) throw new Error(`larger than ${LARGEST_TEXT_BYTES} bytes`);
    return readFileSync(path, "utf8");
  } catch (cause) {
    const message = `${path}: cannot be read (${(cause as Error).message}).`;
    throw new ReadoutError("dossier-file-unreadable", message, 1, cause);
  }
}
