/** A store's dossier with an agreement, and made-up rows of a feed -> what its page tells of whether it holds. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { onEachDatabase } from "../../test/each-database.js";
import { CATALOG, csvOf, EVENTS, temporaryFile } from "../../test/made-up-incidents.js";
import { type TestHome, testHome } from "../../test/test-stores.js";
import { PAGE } from "../ledger/alerts.js";
import type { Person } from "../model/rights.js";
import { catalogAgreement } from "../pipeline.js";
import { addRecord, createDossier } from "../pipeline-dossiers.js";
import { confirmAgreement } from "../pipeline-ledger.js";
import { UNWRITTEN } from "../publish/explainer/publish-explainer.js";
import type { Store } from "../store/open-store.js";
import { siteOfStore } from "./site-of-store.js";
import { watchDossier } from "./watch-dossier.js";

vi.mock("../catalog/load-catalog.js", async () => {
  const { CATALOG: catalog } = await import("../../test/made-up-incidents.js");
  return { loadCatalog: () => catalog };
});

const editor: Person = { name: "Edith", role: "editor" };
const AGREEMENT = "energy-strikes-halt-2025";
const ROWS = [
  { id: "a", date: "2025-03-19", country: "Russia", conduct: "drones", target: "refinery", actor: "Ukraine" },
  { id: "b", date: "2025-03-26", country: "Ukraine", conduct: "drones", target: "refinery", actor: "Russia" },
  { id: "c", date: "2025-03-26", country: "Ukraine", conduct: "drones", target: "barracks", actor: "Russia" },
];

onEachDatabase((url) => {
  let home: TestHome;
  let store: Store;
  const options = (rows: readonly object[]) => ({
    files: [{ feed: EVENTS.id, file: temporaryFile("rows.csv", csvOf(rows)) }],
    mappings: [EVENTS],
    catalog: CATALOG,
    skip: async () => {},
    progress: async () => {},
  });
  const reportOnPage = async () => (await siteOfStore(store, null).dossier("call"))!.holdings[0]!.report;

  beforeAll(async () => {
    home = testHome(url);
    store = await home.open();
    await createDossier(store, editor, { id: "call", title: "A call that nobody made" });
    await addRecord(store, editor, "call", { kind: "edition", id: PAGE, body: UNWRITTEN });
  });
  afterAll(async () => {
    await store.close();
    await home.remove();
  });

  test("a dossier without the agreement has nothing to watch", async () => {
    const missing = { code: "agreement-missing" };
    await expect(watchDossier(store, editor, "call", options(ROWS))).rejects.toMatchObject(missing);
    await confirmAgreement(store, editor, "call", catalogAgreement(AGREEMENT));
    const other = watchDossier(store, editor, "call", { ...options(ROWS), only: "easter-truce-2025" });
    await expect(other).rejects.toMatchObject(missing);
  });

  test("what incidents say of each reading is on its page, and a later watch takes its place", async () => {
    const { value } = await watchDossier(store, editor, "call", options(ROWS));
    expect(value.map(({ agreement }) => agreement)).toEqual([AGREEMENT]);
    const shown = (await reportOnPage())!;
    expect(shown).toEqual(JSON.parse(JSON.stringify(value[0])));
    const covered = Object.fromEntries(shown.readings.map(({ id, incidents }) => [id, incidents.covered]));
    expect(covered).toMatchObject({ kremlin: 2, ukraine: 1 });
    expect(Object.keys(shown.substitutionByReading!).sort()).toEqual(shown.readings.map(({ id }) => id).sort());
    await watchDossier(store, editor, "call", { ...options(ROWS.slice(0, 1)), only: AGREEMENT });
    expect((await reportOnPage())!.findings.map(({ id }) => id)).toEqual(["a"]);
  });

  test("what an analyst has watched waits for an editor", async () => {
    await watchDossier(store, { name: "Ann", role: "analyst" }, "call", options(ROWS));
    expect(await reportOnPage()).toBeNull();
  });
});
