import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { onEachDatabase } from "../test/each-database.js";
import { type TestHome, testHome } from "../test/test-stores.js";
import type { Person } from "./model/rights.js";
import { addSources, createDossier, readArchived, readDossier } from "./pipeline-dossiers.js";
import { listAudit } from "./store/audit.js";
import type { Store } from "./store/open-store.js";

// The catalogue as it stands in YAML, so that the test needs no build.
vi.mock("./catalog/load-catalog.js", async () => {
  const { readCatalog } = await import("./catalog/read-catalog.js");
  return { loadCatalog: () => readCatalog("catalog") };
});

const EXAMPLE = new URL("../examples/2025-03-18-trump-putin/", import.meta.url);
const source = (id: string) => ({ id, source: `${id}.md`, bytes: readFileSync(new URL(`${id}.md`, EXAMPLE)) });
const editor: Person = { name: "Edith", role: "editor" };
const reader: Person = { name: "Rita", role: "reader" };

onEachDatabase((url) => {
  let home: TestHome;
  let store: Store;
  beforeAll(async () => {
    home = testHome(url);
    store = await home.open();
    await createDossier(store, editor, { id: "call", title: "The call of 18 March 2025" });
    await addSources(store, editor, "call", [source("us"), source("ru")]);
  });
  afterAll(async () => {
    await store.close();
    await home.remove();
  });

  test("what the engine found waits for an editor, and a reader does not see it", async () => {
    const seen = await readDossier(store, reader, "call");
    expect(seen.records.map(({ kind, id }) => `${kind} ${id}`)).toEqual(["document us", "document ru"]);
    expect(await listAudit(store.database, 10)).toEqual([]);
    const whole = await readDossier(store, editor, "call");
    expect(new Set(whole.records.map(({ kind }) => kind))).toEqual(new Set(["document", "act", "comparison"]));
    expect(await listAudit(store.database, 10)).toMatchObject([{ name: "Edith", action: "read", dossier: "call" }]);
  });

  test("every quote is a slice of the archived text", async () => {
    const { records } = await readDossier(store, editor, "call");
    const texts = new Map([
      ["us", (await readArchived(store, editor, "call", "us")).text],
      ["ru", (await readArchived(store, editor, "call", "ru")).text],
    ]);
    const acts = records
      .filter(({ kind }) => kind === "act")
      .map(({ body }) => body as { document: string; start: number; end: number; quote: string });
    expect(acts.length).toBeGreaterThan(10);
    expect(acts.filter(({ document, start, end, quote }) => texts.get(document)!.slice(start, end) !== quote)).toEqual(
      [],
    );
  });

  test("adding the same again changes nothing; another text from elsewhere under the same id is refused", async () => {
    expect((await addSources(store, editor, "call", [source("us"), source("ru")])).value).toEqual([]);
    const other = { ...source("ru"), id: "us" };
    await expect(addSources(store, editor, "call", [other])).rejects.toMatchObject({ code: "document-known" });
  });

  test("nobody does what their role leaves out", async () => {
    await expect(addSources(store, reader, "call", [source("us")])).rejects.toMatchObject({ code: "right-missing" });
    await expect(createDossier(store, { name: "Ann", role: "analyst" }, { id: "x", title: "x" })).rejects.toMatchObject(
      {
        code: "right-missing",
      },
    );
  });
});
