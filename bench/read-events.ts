/** The marked events -> the engine's own documents and acts of each, read once, so that only the comparison is tuned. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readCatalog } from "../src/catalog/read-catalog.js";
import type { ReadSource } from "../src/comparison/compare-acts.js";
import { readDocument } from "../src/documents/read-document.js";
import type { Catalog } from "../src/model/catalog.js";
import { findActs } from "../src/statements/find-acts.js";
import { compileLexicon } from "../src/statements/lexicon.js";
import { type MarkedEvent, readMarkedEvents } from "./marked-events.js";

export interface ReadEvent {
  event: MarkedEvent;
  sources: ReadSource[];
}

/** `root` is the folder of evaluation data. Reads the catalogue from its YAML, so that no build is needed. */
export async function readEvents(root: string): Promise<{ catalog: Catalog; events: ReadEvent[] }> {
  const catalog = readCatalog(fileURLToPath(new URL("../catalog", import.meta.url)));
  const lexicon = compileLexicon(catalog);
  const read = async (event: MarkedEvent, id: string): Promise<ReadSource> => {
    const path = join(root, "corpus/readouts", event.id, `${id}.txt`);
    const { value: document } = await readDocument(readFileSync(path), { id, source: path, actors: catalog });
    return { document, acts: findActs(document, lexicon).value };
  };
  const events = readMarkedEvents(root).map(async (event) => ({
    event,
    sources: await Promise.all(Object.keys(event.texts).map((id) => read(event, id))),
  }));
  return { catalog, events: await Promise.all(events) };
}
