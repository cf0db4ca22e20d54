import { beforeAll, describe, expect, test, vi } from "vitest";
import { onEachDatabase, storeFor } from "../test/each-database.js";
import type { Person } from "./model/rights.js";
import type { LaterWord, Status } from "./model/status.js";
import { addSources, createDossier } from "./pipeline-dossiers.js";
import { confirmActs, historyOf } from "./pipeline-ledger.js";
import { verifyLedger } from "./pipeline-proofs.js";
import { decideReview, reviewQueue } from "./pipeline-review.js";
import { readState } from "./store/read-state.js";

// The catalogue as it stands in YAML, so that the test needs no build.
vi.mock("./catalog/load-catalog.js", async () => {
  const { readCatalog } = await import("./catalog/read-catalog.js");
  return { loadCatalog: () => readCatalog("catalog") };
});

const editor: Person = { name: "Edith", role: "editor" };
const analyst: Person = { name: "Ann", role: "analyst" };

function statement(id: string, day: string, words: string) {
  const head = `# Statement of the ministry\n\nPublished: ${day} by the Ministry of Foreign Affairs of Russia\n\n`;
  return { id, source: `${id}.md`, bytes: new TextEncoder().encode(`${head}${words}\n`) };
}

const FIRST = statement("first", "2025-03-18", "Russia agreed to halt strikes on energy infrastructure for 30 days.");
const LATER: [day: string, words: string, proposed: LaterWord][] = [
  ["2025-03-20", "Russia agreed to extend the halt to strikes on energy infrastructure.", "confirming"],
  [
    "2025-03-21",
    "Russia will observe the halt to strikes on energy infrastructure only if Ukraine does the same.",
    "qualifying",
  ],
  ["2025-03-22", "Russia denied that it had agreed to halt strikes on energy infrastructure.", "denying"],
  ["2025-03-23", "Russia rejected any further halt to strikes on energy infrastructure.", "withdrawing"],
];

onEachDatabase((url) => {
  // The one publishes unread what the engine finds; in both an editor decides what a later word does.
  describe.each([
    ["call", false],
    ["unread", true],
  ])("the dossier %s", (dossier, publishesUnread) => {
    const opened = storeFor(url);
    const waiting = async () =>
      (await reviewQueue(opened.store, editor, dossier)).filter(({ kind }) => kind === "later-word");
    const commitmentNow = async () =>
      Object.values((await readState(opened.store.database, dossier)).state.commitments)[0]!;

    beforeAll(async () => {
      const { store } = opened;
      await createDossier(store, editor, { id: dossier, title: "A made-up dossier", publishesUnread });
      const { value } = await addSources(store, editor, dossier, [FIRST]);
      const acts = value.flatMap(({ event: { what } }) =>
        what.type === "record-added" && what.kind === "act" ? [what] : [],
      );
      await confirmActs(store, editor, dossier, [acts[0]!.id], { id: "halt", title: "Halt to strikes" });
    });

    test.each(LATER)("the words of %s wait, and count when an editor has said what they are", async (...row) => {
      const [day, words, proposed] = row;
      const { store } = opened;
      await addSources(store, analyst, dossier, [statement(`s-${day}`, day, words)]);
      const [found, ...more] = await waiting();
      expect([found!.body, more]).toMatchObject([{ commitment: "halt", by: "RUS", word: proposed, on: day }, []]);
      const before = (await commitmentNow()).words.RUS;
      const decided = { kind: "later-word" as const, id: found!.id, decision: "published" as const };
      await expect(decideReview(store, analyst, dossier, decided)).rejects.toMatchObject({ code: "right-missing" });
      expect((await commitmentNow()).words.RUS).toEqual(before);
      await decideReview(store, editor, dossier, decided);
      expect((await commitmentNow()).words.RUS).toMatchObject({
        word: proposed,
        on: day,
        evidence: { document: `s-${day}` },
      });
      expect(await waiting()).toEqual([]);
    });

    test("the editor may take it for another word, and say what the status is with it", async () => {
      const { store } = opened;
      const words = "Russia rejected each halt to strikes on energy infrastructure.";
      await addSources(store, analyst, dossier, [statement("s-last", "2025-03-25", words)]);
      const [found] = await waiting();
      const status: Status = "suspended";
      const decided = { kind: "later-word" as const, id: found!.id, decision: "published" as const, status };
      const events = await decideReview(store, editor, dossier, { ...decided, word: "qualifying" });
      expect(events.map(({ event: { what, author } }) => `${what.type} ${author}`)).toEqual([
        "record-reviewed Edith",
        "word-recorded Edith",
        "status-changed Edith",
      ]);
      const { words: said, sources, status: overall } = await commitmentNow();
      expect([said.RUS!.word, sources.RUS!.status, sources.RUS!.since, overall]).toEqual([
        "qualifying",
        status,
        "2025-03-25",
        status,
      ]);
    });

    test("what is rejected leaves the commitment as it was", async () => {
      const { store } = opened;
      const words = "Russia denied that it had agreed to any halt to strikes on energy infrastructure.";
      await addSources(store, analyst, dossier, [statement("s-rejected", "2025-03-26", words)]);
      const [found] = await waiting();
      const before = await commitmentNow();
      const decided = { kind: "later-word" as const, id: found!.id, decision: "rejected" as const };
      await expect(decideReview(store, editor, dossier, { ...decided, word: "denying" })).rejects.toMatchObject({
        code: "usage",
      });
      await decideReview(store, editor, dossier, { ...decided, note: "of another halt" });
      expect(await commitmentNow()).toEqual(before);
      expect(await waiting()).toEqual([]);
      expect((await historyOf(store, editor, dossier)).at(-1)!.event.what).toMatchObject({ note: "of another halt" });
      expect((await verifyLedger(store, editor, dossier)).firstBreak).toBe(null);
    });

    test("what does not wait cannot be decided", async () => {
      const decided = { kind: "later-word" as const, id: "halt:none", decision: "published" as const };
      await expect(decideReview(opened.store, editor, dossier, decided)).rejects.toMatchObject({
        code: "record-unknown",
      });
    });
  });
});
