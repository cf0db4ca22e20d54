/** Files handed in to a dossier of a store -> what its pages show of them; and its silent edits, from the store and the archive. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { onEachDatabase } from "../../test/each-database.js";
import { writeMadeUpDossier } from "../../test/made-up-dossier.js";
import { type TestHome, testHome } from "../../test/test-stores.js";
import { type Archive, openArchive } from "../archive/archive.js";
import { PAGE } from "../ledger/alerts.js";
import type { Person } from "../model/rights.js";
import type { WatchReport } from "../model/watch-report.js";
import { catalogAgreement, readSources } from "../pipeline.js";
import { addRecord, addSources, createDossier } from "../pipeline-dossiers.js";
import { changeStatus, confirmAgreement } from "../pipeline-ledger.js";
import { UNWRITTEN } from "../publish/explainer/publish-explainer.js";
import type { Store } from "../store/open-store.js";
import type { SiteDossier } from "../web/site.js";
import { putForecasts, putPicture, putReport } from "./hand-in.js";
import { recordOf, siteOfStore } from "./site-of-store.js";

vi.mock("../catalog/load-catalog.js", async () => {
  const { CATALOG: catalog } = await import("../../test/made-up-incidents.js");
  return { loadCatalog: () => catalog };
});

const editor: Person = { name: "Edith", role: "editor" };
const AGREEMENT = "energy-strikes-halt-2025";
const ADDRESS = "https://www.example.gov/readout-of-the-call";

onEachDatabase((url) => {
  let home: TestHome;
  let store: Store;
  let folder: string;
  let report: WatchReport;
  let archive: Archive;
  const text = (name: string) => ({ text: readFileSync(join(folder, name), "utf8"), file: name });
  const source = (id: string, file: string, from = `${id}.txt`) => ({
    id,
    source: from,
    bytes: readFileSync(join(folder, file)),
  });
  const page = async (): Promise<SiteDossier> => (await siteOfStore(store, archive).dossier("call"))!;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "readout-hand-in-"));
    report = await writeMadeUpDossier(folder);
    archive = await openArchive(join(folder, "archive"), { durable: false });
    home = testHome(url);
    store = await home.open();
    await createDossier(store, editor, { id: "call", title: "A call that nobody made", publishesUnread: true });
    await addSources(store, editor, "call", [source("us", "us-before.txt", ADDRESS), source("ru", "ru.txt")]);
    await confirmAgreement(store, editor, "call", catalogAgreement(AGREEMENT));
    await addRecord(store, editor, "call", { kind: "edition", id: PAGE, body: UNWRITTEN });
  });
  afterAll(async () => {
    await store.close();
    await home.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  test("without incidents the page tells what each reading would count, and who could tell", async () => {
    const [holding] = (await page()).holdings;
    expect(holding).toMatchObject({ agreement: AGREEMENT, report: null });
    expect(holding!.readings.map(({ id, window }) => [id, window!.start.slice(0, 10)])).toEqual([
      ["kremlin", "2025-03-18"],
      ["white-house", "2025-03-18"],
      ["ukraine", "2025-03-25"],
    ]);
    const feeds = new Map(holding!.feeds.map(({ id, blind }) => [id, blind]));
    expect(feeds.get("air-raid-alerts")).toEqual([expect.stringContaining("does not know what it was aimed at")]);
    expect(feeds.has("gaza-casualties")).toBe(false);
    expect((await page()).explainer.limits.map(({ code }) => code)).toContain("limit-holding");
  });

  test("a watch report is shown as it was written, under its agreement", async () => {
    await putReport(store, editor, "call", text("watch.json"));
    const { holdings, explainer } = await page();
    expect(holdings[0]!.report).toEqual(JSON.parse(JSON.stringify(report)));
    expect(explainer.limits.map(({ code }) => code)).not.toContain("limit-holding");
    await createDossier(store, editor, { id: "other", title: "Without the agreement" });
    await expect(putReport(store, editor, "other", text("watch.json"))).rejects.toMatchObject({
      code: "agreement-missing",
    });
  });

  test("of a registry what is about the dossier is kept, and scored", async () => {
    expect(await putForecasts(store, editor, "call", text("forecasts.ndjson"))).toMatch(/^Kept 4 of 4 /);
    expect(await putForecasts(store, editor, "other", text("forecasts.ndjson"))).toMatch(/^Kept 0 of 4 /);
    const { foretold } = await page();
    expect(foretold.forecasts.map(({ id, brier }) => [id, brier === null ? null : Number(brier.toFixed(2))])).toEqual([
      ["first", 0.04],
      ["second", 0.49],
      ["third", null],
      ["fourth", null],
    ]);
    expect(foretold.forecasters.find(({ by }) => by.includes("Vienna"))).toMatchObject({ forecasts: 2, scored: 1 });
  });

  test("a picture goes into the draft, and is public with the next edition", async () => {
    const words = { alt: "A lamp", caption: "A lamp.", credit: "Readout" };
    const bytes = readFileSync(join(folder, "picture.png"));
    await putPicture(store, editor, "call", { bytes, file: "picture.png", ...words });
    expect((await page()).explainer.edition.picture).toBeNull();
    const { edition } = await recordOf(store, "call", { unpublished: true });
    expect(edition.picture).toMatchObject(words);
    await addRecord(store, editor, "call", { kind: "edition", id: PAGE, body: edition });
    const { explainer, pictures } = await page();
    expect(Buffer.from(pictures.get(explainer.edition.picture!.url)!.bytes).equals(bytes)).toBe(true);
    const analyst: Person = { name: "Ann", role: "analyst" };
    await expect(putPicture(store, analyst, "call", { bytes, file: "picture.png", ...words })).rejects.toMatchObject({
      code: "right-missing",
    });
  });

  test("another version of a text is a silent edit, of the archive too, and each is told once", async () => {
    await addSources(store, editor, "call", [source("us", "us.txt", ADDRESS)]);
    const names = ["us-before.txt", "us.txt", "ua.txt"];
    for (const [day, name] of names.entries()) {
      const [read] = await readSources([source("us", name, ADDRESS)]);
      const fetchedAt = `2025-03-2${day}T00:00:00Z`;
      const fetched = { address: ADDRESS, answeredBy: ADDRESS, fetchedAt, status: 200, headers: {}, publisherId: null };
      await archive.keep(fetched, readFileSync(join(folder, name)), read!.value);
    }
    const site = siteOfStore(store, archive);
    const { edits, moments } = (await site.dossier("call"))!;
    expect(edits.map(({ document }) => document)).toEqual(["us", "us"]);
    const own = edits.find(({ after }) => after.takenAt !== "2025-03-22T00:00:00Z")!;
    expect(own).toMatchObject({ wordsOut: 11, wordsIn: 4, gone: false });
    expect(own.acts!.map(({ kind }) => kind)).toContain("weakened");
    expect(moments.filter(({ what }) => what === "moment-edit")).toHaveLength(2);
  });

  test("a commitment has its history, with the words that each step stands on", async () => {
    const quote = "The President of Russia ordered the armed forces to observe the halt.";
    await changeStatus(store, editor, "call", {
      commitment: AGREEMENT,
      source: "RUS",
      status: "in-force",
      on: "2025-03-18",
      document: "ru",
      quote,
    });
    const history = (await page()).histories.get(AGREEMENT)!;
    expect(history.at(0)!.what.type).toBe("commitment-recorded");
    expect(history.at(-1)!.what).toMatchObject({ type: "status-changed", source: "RUS", evidence: { quote } });
  });

  test("what an engine makes of an edit waits where a dossier does not publish unread", async () => {
    await createDossier(store, editor, { id: "careful", title: "Read first" });
    await addSources(store, editor, "careful", [source("us", "us-before.txt", ADDRESS), source("ru", "ru.txt")]);
    await addSources(store, editor, "careful", [source("us", "us.txt", ADDRESS)]);
    const { edits: shown } = await recordOf(store, "careful", { unpublished: false });
    const { edits: seen } = await recordOf(store, "careful", { unpublished: true });
    expect([shown![0]!.acts, seen![0]!.acts!.length > 0]).toEqual([null, true]);
  });
});
