/** A folder with a `dossier.yaml` -> the texts, where they come from, and what else its pages are made of. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseYaml } from "../catalog/read-catalog.js";
import { DossierFile } from "../model/dossier-file.js";
import type { Edition } from "../model/explainer.js";
import { ReadoutError } from "../model/problem.js";
import type { WatchReport } from "../model/watch-report.js";
import type { Source } from "../pipeline.js";
import { UNWRITTEN } from "../publish/explainer/publish-explainer.js";
import type { PictureFile } from "../web/site.js";
import { forecastsFrom, pictureFrom, watchReportFrom } from "./dossier-files.js";
import type { ScoredRegistry } from "./forecasting.js";
import { NO_FORECASTS, scoreEvents } from "./forecasts-of-dossier.js";

/** A text that a publisher had at its address before. */
export interface EarlierText {
  source: Source;
  taken: string | null;
}

export interface DossierFolder {
  id: string;
  sources: Source[];
  /** Versions before the one that counts, by document, the oldest first. */
  earlier: ReadonlyMap<string, readonly EarlierText[]>;
  edition: Edition;
  /** Ids of catalogued agreements. */
  agreements: string[];
  reports: WatchReport[];
  foretold: ScoredRegistry;
  pictures: ReadonlyMap<string, PictureFile>;
}

const LARGEST_FILE_BYTES = 10_000_000;

/** Throws ReadoutError where the YAML or a file that it names cannot be read. */
export function readDossierFolder(folder: string): DossierFolder {
  const path = join(folder, "dossier.yaml");
  const parsed = DossierFile.safeParse(parseYaml(open(path).toString("utf8"), path));
  if (!parsed.success) {
    const { path: field, message } = parsed.error.issues[0]!;
    throw new ReadoutError("dossier-file-invalid", `${path}: ${field.join(".")}: ${message}. Correct the file.`);
  }
  const { id, documents, agreements, picture, watch, forecasts, ...words } = parsed.data;
  const source = (of: string, file: string) => ({
    id: of,
    source: join(folder, file),
    bytes: open(join(folder, file)),
  });
  const text = (file: string) => open(join(folder, file)).toString("utf8");
  const shown = picture && pictureFrom(open(join(folder, picture.file)), picture.file);
  const registry = forecasts && [...forecastsFrom(text(forecasts), forecasts).values()].flat();
  return {
    id,
    sources: documents.map(({ id: of, file }) => source(of, file)),
    earlier: new Map(
      documents.map(({ id: of, earlier }) => [
        of,
        earlier.map(({ file, taken }) => ({ source: source(of, file), taken: taken ?? null })),
      ]),
    ),
    edition: {
      ...UNWRITTEN,
      ...words,
      picture: picture && shown && { ...picture, url: shown.name },
      origins: Object.fromEntries(documents.map(({ id: of, url, digest, other }) => [of, { url, digest, other }])),
    },
    agreements,
    reports: watch.map((file) => watchReportFrom(text(file), file)),
    foretold: registry ? scoreEvents(registry) : NO_FORECASTS,
    pictures: new Map(shown ? [[shown.name, shown.file]] : []),
  };
}

function open(path: string): Buffer {
  try {
    if (statSync(path).size > LARGEST_FILE_BYTES) throw new Error(`larger than ${LARGEST_FILE_BYTES} bytes`);
    return readFileSync(path);
  } catch (cause) {
    const message = `${path}: cannot be read (${(cause as Error).message}).`;
    throw new ReadoutError("dossier-file-unreadable", message, 1, cause);
  }
}
