/** The YAML under `catalog/` -> a checked Catalog; what does not fit its schema is refused with file, entry and field. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { z } from "zod";
import { Agreement } from "../model/agreement.js";
import {
  type Catalog,
  Conduct,
  CountryBox,
  Furniture,
  GlossaryEntry,
  Hedge,
  Issue,
  Office,
  Omission,
  Organisation,
  PageFurniture,
  Prediction,
  State,
  Target,
  Trigger,
  Watchlist,
} from "../model/catalog.js";
import { ChecklistEntry } from "../model/checklist.js";
import { Feed } from "../model/feed.js";
import { History, ReferenceClass } from "../model/history.js";
import { ReadoutError } from "../model/problem.js";
import { Publisher } from "../model/publisher.js";
import { Region } from "../model/region.js";

/** Where each kind of entry lives: a file, or a folder of files that each hold a list, or one entry. */
const PLACES = {
  triggers: ["vocabulary/triggers", Trigger],
  issues: ["vocabulary/issues", Issue],
  targets: ["vocabulary/targets.yaml", Target],
  hedges: ["vocabulary/hedges.yaml", Hedge],
  glossary: ["vocabulary/glossary.yaml", GlossaryEntry],
  furniture: ["vocabulary/furniture.yaml", Furniture],
  omissions: ["vocabulary/omissions.yaml", Omission],
  pageFurniture: ["vocabulary/page-furniture.yaml", PageFurniture],
  states: ["actors/states", State],
  organisations: ["actors/organisations", Organisation],
  offices: ["actors/offices", Office],
  publishers: ["sources", Publisher],
  watchlists: ["watchlists", Watchlist],
  agreements: ["agreements", Agreement],
  conducts: ["vocabulary/conduct.yaml", Conduct],
  feeds: ["feeds", Feed],
  regions: ["geo/regions.yaml", Region],
  boxes: ["geo/country-boxes.yaml", CountryBox],
  histories: ["histories", History],
  classes: ["classes", ReferenceClass],
  checklist: ["checklist.yaml", ChecklistEntry],
  predictions: ["vocabulary/predictions.yaml", Prediction],
} as const satisfies Record<keyof Catalog, readonly [string, z.ZodType]>;

const LARGEST_FILE_BYTES = 2_000_000;

/** Reads and checks every entry under `root`. Throws ReadoutError `catalog-invalid` at the first bad one. */
export function readCatalog(root: string): Catalog {
  return Object.fromEntries(
    Object.entries(PLACES).map(([kind, [place, schema]]) => [kind, readPlace(kind, join(root, place), schema)]),
  ) as Catalog;
}

/** The checked entries of a file or folder. Throws ReadoutError `catalog-invalid`, also where an id stands twice. */
export function readPlace(kind: string, path: string, schema: z.ZodType): unknown[] {
  const entries = filesAt(path).flatMap((file) => readEntries(file, schema));
  refuseEqualIds(kind, entries as { id: string }[]);
  return entries;
}

function filesAt(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [path];
  return readdirSync(path)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => join(path, name));
}

function readEntries(file: string, schema: z.ZodType): unknown[] {
  const value = parseYaml(readFileSync(file, "utf8"), file);
  const parsed = z.array(schema).safeParse(Array.isArray(value) ? value : [value]);
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0]!;
  throw new ReadoutError(
    "catalog-invalid",
    `${file}: entry ${first.path.join(".")}: ${first.message}. Correct the entry and build again.`,
  );
}

/**
 * YAML 1.2 core schema: no tags but its own, no warnings, one document, no alias to what holds it, at most 100 aliases,
 * at most 2 MB. Throws ReadoutError `yaml-invalid` or `yaml-too-large`.
 */
export function parseYaml(text: string, file: string): unknown {
  if (text.length > LARGEST_FILE_BYTES) {
    const message = `${file}: ${text.length} characters; at most ${LARGEST_FILE_BYTES} are read. Split the file.`;
    throw new ReadoutError("yaml-too-large", message);
  }
  try {
    const document = parseDocument(text, { schema: "core", customTags: [], resolveKnownTags: false });
    const problem = document.errors[0] ?? document.warnings[0];
    if (problem) throw problem;
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    JSON.stringify(value); // Throws where an alias stands inside of what it names.
    return value;
  } catch (error) {
    const message = `${file}: ${(error as Error).message.split("\n")[0]}. Correct the YAML.`;
    throw new ReadoutError("yaml-invalid", message, 1, error);
  }
}

function refuseEqualIds(kind: string, entries: { id: string }[]): void {
  const seen = new Set<string>();
  for (const { id } of entries) {
    if (seen.has(id))
      throw new ReadoutError("catalog-invalid", `catalog ${kind}: two entries with the id "${id}". Rename one.`);
    seen.add(id);
  }
}
