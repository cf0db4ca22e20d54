/** The desk over a store, as its pages use it: everything can be undone, two editors lose nothing, corrections are kept. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Act } from "../../src/model/act.js";
import type { Edition } from "../../src/model/explainer.js";
import type { Correction } from "../../src/web/desk.js";
import { ROOT } from "../source-files.js";
import { ADMIN, type DeskServer, startDesk } from "./desk-server.js";
import { type ServedTexts, serveTexts } from "./two-texts.js";

/** Two texts that share no matter. */
const APART = {
  "/a.txt": "Published: 2024-05-02 by the White House\n\nThe President agreed to exchange forty prisoners of war.",
  "/b.txt": "Published: 2024-05-02 by the Kremlin\n\nThe President rejected sanctions on shipping.",
};

let server: DeskServer;
let texts: ServedTexts;
const ID = "grain-call";
const open = () => server.desk.dossier(ADMIN, ID);
const headline = async () => (await open()).draft.headline;

beforeAll(async () => {
  [server, texts] = await Promise.all([startDesk(), serveTexts()]);
  await server.desk.compare(ADMIN, { title: "Grain call", addresses: texts.addresses }, () => {});
});
afterAll(async () => {
  texts?.close();
  await server?.close();
});

async function save(words: Partial<Edition>): Promise<void> {
  const { draft, version } = await open();
  await server.desk.saveDraft(ADMIN, ID, { ...draft, ...words }, version);
}

/** The correction that changes nothing. */
const asItIs = ({ act, veridicality, actors, issues, scope }: Act): Correction => {
  return { act, veridicality, actors, issues, targets: scope.targets, line: null };
};
const actOf = async (id: string) => (await open()).acts.find(({ act }) => act.id === id)!;
const correct = async (id: string, change: Partial<Correction>) => {
  const { act, seq } = await actOf(id);
  await server.desk.correct(ADMIN, ID, id, { ...asItIs(act), ...change }, seq);
};

it("tells each step of reading two addresses, in order", async () => {
  const steps: string[] = [];
  const wanted = { title: "Once more", addresses: texts.addresses };
  await server.desk.compare(ADMIN, wanted, ({ what, values }) => void steps.push(`${what} ${values.address ?? ""}`));
  const [us, tr] = texts.addresses;
  expect(steps).toEqual([`step-fetching ${us}`, `step-fetching ${tr}`, "step-reading ", "step-compared "]);
});

describe("drafts", () => {
  it("are undone one after the other, back to the first, and gone back to by hand", async () => {
    for (const text of ["One?", "Two?", "Three?"]) await save({ headline: text });
    expect((await open()).mayUndo).toBe(true);
    await server.desk.undo(ADMIN, ID);
    expect(await headline()).toBe("Two?");
    await server.desk.undo(ADMIN, ID);
    expect(await headline()).toBe("One?");
    await server.desk.undo(ADMIN, ID);
    expect(await headline()).toBeNull();
    expect((await open()).mayUndo).toBe(false);
    await expect(server.desk.undo(ADMIN, ID)).rejects.toThrow("no earlier version");
    const { drafts } = await open();
    expect(drafts).toHaveLength(6);
    await server.desk.restore(ADMIN, ID, drafts[3]!.seq);
    expect(await headline()).toBe("Three?");
    await server.desk.undo(ADMIN, ID);
    expect(await headline()).toBeNull();
  });

  it("of two editors at once: the second is told, and what both wrote is kept", async () => {
    const { draft, version } = await open();
    const both = await Promise.allSettled(
      ["Hers?", "His?"].map((text) => server.desk.saveDraft(ADMIN, ID, { ...draft, headline: text }, version)),
    );
    expect(both.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(String((both[1] as PromiseRejectedResult).reason)).toContain("Ann has saved this meanwhile");
    expect(await headline()).toBe("Hers?");
    await expect(server.desk.publish(ADMIN, ID, version)).rejects.toThrow("meanwhile");
  });
});

describe("acts", () => {
  it("go back to the queue after any decision", async () => {
    const { act } = (await open()).acts[0]!;
    for (const decision of ["published", "rejected", "waiting"] as const) {
      await server.desk.decide(ADMIN, ID, [act.id], decision);
      expect((await actOf(act.id)).review).toBe(decision);
    }
  });

  it("are corrected in type, actors and scope; the correction is training data until it is undone", async () => {
    const { act } = (await open()).acts[0]!;
    await correct(act.id, { act: "pledged", actors: ["USA"], targets: ["ports"] });
    expect(await actOf(act.id)).toMatchObject({
      review: "published",
      corrected: true,
      act: { act: "pledged", actors: ["USA"], scope: { targets: ["ports"] } },
    });
    expect(await server.desk.corrections(ADMIN, ID)).toMatchObject([
      { found: { id: act.id, act: act.act }, corrected: { id: act.id, act: "pledged" }, by: "Ann" },
    ]);
    await correct(act.id, { act: "threatened" });
    await server.desk.undoCorrection(ADMIN, ID, act.id);
    expect((await actOf(act.id)).act.act).toBe("pledged");
    await server.desk.undoCorrection(ADMIN, ID, act.id);
    expect(await actOf(act.id)).toMatchObject({ review: "waiting", corrected: false, act });
    expect(await server.desk.corrections(ADMIN, ID)).toEqual([]);
    await expect(server.desk.undoCorrection(ADMIN, ID, act.id)).rejects.toThrow("not corrected");
  });

  it("are not corrected over somebody else's correction", async () => {
    const { act, seq } = (await open()).acts[0]!;
    await correct(act.id, { act: "pledged" });
    await expect(server.desk.correct(ADMIN, ID, act.id, { ...asItIs(act), act: "denied" }, seq)).rejects.toThrow(
      "meanwhile",
    );
    await server.desk.undoCorrection(ADMIN, ID, act.id);
  });

  it("are tied to another text's line by hand, parted from it, and put back as they were found", async () => {
    const other = await serveTexts(APART);
    const id = await server.desk.compare(ADMIN, { title: "Apart", addresses: other.addresses }, () => {});
    other.close();
    const read = () => server.desk.dossier(ADMIN, id);
    const sides = async () => (await read()).preview.explainer.lines.map((line) => line.sides.length).sort();
    const move = async (line: Correction["line"]) => {
      const { act, seq } = (await read()).acts.find(({ act: { document } }) => document === "text-1")!;
      await server.desk.correct(ADMIN, id, act.id, { ...asItIs(act), line }, seq);
    };
    const before = await read();
    expect(await sides()).toEqual([1, 1]);
    const { number } = before.preview.explainer.lines.find((line) => line.sides[0]!.source === "text-2")!;
    await move(number);
    expect(await sides()).toEqual([2]);
    const after = (await read()).acts;
    expect(after.map(({ act: { document }, review, corrected }) => [document, review, corrected])).toEqual([
      ["text-1", "published", true],
      ["text-2", "waiting", false],
    ]);
    await server.desk.undoCorrection(ADMIN, id, after[0]!.act.id);
    expect((await read()).acts.map(({ act }) => act)).toEqual(before.acts.map(({ act }) => act));
    await move(number);
    await move("alone");
    expect(await sides()).toEqual([1, 1]);
    await expect(move(99)).rejects.toThrow("no line 99");
  });
});

it("gives the confirmed comparison as a marked event that measures an engine", async () => {
  const folder = mkdtempSync(join(tmpdir(), "readout-marks-"));
  try {
    const acts = (await open()).acts.map(({ act }) => act.id);
    await server.desk.decide(ADMIN, ID, acts, "published");
    const tar = join(folder, "marks.tar");
    writeFileSync(tar, await server.desk.marks(ADMIN, ID));
    execFileSync("tar", ["-xf", tar, "-C", folder]);
    rmSync(tar);
    const gold = JSON.parse(readFileSync(join(folder, ID, "gold.json"), "utf8"));
    expect(gold).toMatchObject({
      event: "Grain call",
      date: "2024-05-02",
      sources: [{ id: "text-1" }, { id: "text-2" }],
    });
    expect(gold.items).toHaveLength((await open()).preview.explainer.lines.length);
    const command = [join(ROOT, "dist/cli/main.js"), "eval", folder, "--json"];
    const told = JSON.parse(execFileSync(process.execPath, command, { encoding: "utf8" }));
    expect(told.events).toMatchObject([{ event: ID, marked: gold.items.length, found: gold.items.length }]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it("makes no dossier of texts that cannot be read, and says why", async () => {
  const other = await serveTexts({
    "/a.txt": "Die beiden Seiten haben sich auf nichts geeinigt. Das Gespräch war kurz.",
  });
  const addresses = [other.addresses[0]!, texts.addresses[0]!];
  const before = (await server.desk.dossiers(ADMIN)).length;
  await expect(server.desk.compare(ADMIN, { title: "German", addresses }, () => {})).rejects.toMatchObject({
    name: "ReadoutError",
    message: expect.stringContaining("English"),
  });
  other.close();
  expect(await server.desk.dossiers(ADMIN)).toHaveLength(before);
});

it("answers readers while a long text is being read", async () => {
  const long = `Published: 2024-05-02 by the White House\n\n${"The President agreed to open the corridor. The hall was quiet. ".repeat(4000)}`;
  const other = await serveTexts({ "/long.txt": long, "/long-too.txt": long });
  const state = { done: false };
  const comparing = server.desk
    .compare(ADMIN, { title: "Long", addresses: other.addresses }, () => {})
    .finally(() => {
      state.done = true;
    });
  let answered = 0;
  while (!state.done) {
    expect((await fetch(`${server.address}/glossary/`)).status).toBe(200);
    answered += 1;
  }
  await comparing;
  other.close();
  expect(answered).toBeGreaterThan(20);
});
