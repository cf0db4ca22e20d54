import { createHmac } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { onEachDatabase } from "../test/each-database.js";
import {
  commitment,
  evidence,
  madeUpDocument,
  opened,
  recordEntry,
  status,
  type TestHome,
  testHome,
} from "../test/test-stores.js";
import type { Alert } from "./model/alert.js";
import type { Person } from "./model/rights.js";
import { addAlert, collectAlerts, runAlerts, type Senders } from "./pipeline-alerts.js";
import type { Store } from "./store/open-store.js";

const admin: Person = { name: "Ann", role: "admin" };
interface Posted {
  headers: Record<string, string>;
  alert: Alert;
}

onEachDatabase((url) => {
  let home: TestHome;
  let store: Store;
  let now = Date.parse("2025-04-10T12:00:00Z");
  let secret: string;

  const posted: Posted[] = [];
  const mails: string[][] = [];
  let answers: (number | Error)[] = [];
  const senders: Senders = {
    post: async (_, headers, body) => {
      const answer = answers.shift() ?? 200;
      if (answer instanceof Error) throw answer;
      posted.push({ headers, alert: JSON.parse(body) as Alert });
      return answer;
    },
    mail: async (...mail) => void mails.push(mail),
  };
  const run = () => runAlerts(store, admin, senders);
  const told = () => posted.splice(0).map(({ alert }) => alert);

  beforeAll(async () => {
    home = testHome(url);
    store = await home.open({ now: () => now });
    await store.openDossier("call", [opened(), madeUpDocument(), commitment()]);
    ({ secret } = await addAlert(store, admin, {
      dossier: "call",
      channel: "webhook",
      target: "https://example.org/hook",
      kinds: ["lapse", "status", "silent-edit", "denial"],
    }));
    await addAlert(store, admin, { dossier: "call", channel: "email", target: "desk@example.org", kinds: ["lapse"] });
  });
  afterAll(async () => {
    await store.close();
    await home.remove();
  });

  test("what happened before somebody asked is not told", async () => {
    expect(await run()).toEqual({ delivered: 0, failed: [] });
  });

  test("a change of status is told once, signed", async () => {
    await store.append("call", { entries: [status("RUS", "withdrawn")] });
    expect((await run()).delivered).toBe(1);
    expect((await run()).delivered).toBe(0);
    const [{ headers, alert }] = posted.splice(0) as [Posted];
    expect(alert).toMatchObject({
      kind: "status",
      title: "Halt to strikes on energy: withdrawn",
      commitment: "halt",
      seq: 4,
    });
    const [, seconds, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(headers["readout-signature"]!)!;
    expect(signature).toBe(
      createHmac("sha256", secret)
        .update(`${seconds}.${JSON.stringify(alert)}`)
        .digest("hex"),
    );
  });

  test("a denial and a silent edit are told, a confirmation is not", async () => {
    const word = { type: "word-recorded" as const, commitment: "halt", by: "RUS", act: null, evidence: evidence() };
    const on = "2025-03-20";
    await store.append("call", {
      entries: [
        { on, author: "editor", what: { ...word, word: "confirming" } },
        { on, author: "editor", what: { ...word, word: "denying" } },
        recordEntry("document", "memo", { id: "memo", title: "A made-up memo" }, "Other words."),
      ],
    });
    await run();
    expect(told().map(({ kind }) => kind)).toEqual(["denial", "silent-edit"]);
  });

  test("a lapse is told when its moment has come, to each who asked, once", async () => {
    now = Date.parse("2025-04-16T23:00:00Z");
    expect((await run()).delivered).toBe(0);
    now = Date.parse("2025-04-17T00:00:00Z");
    expect((await run()).delivered).toBe(2);
    await collectAlerts(store);
    expect((await run()).delivered).toBe(0);
    expect(told()).toMatchObject([
      { kind: "lapse", title: "Halt to strikes on energy: lapsed under kremlin", on: "2025-04-17T00:00:00.000Z" },
    ]);
    expect(mails.map(([to, subject]) => `${to} ${subject}`)).toEqual([
      "desk@example.org Readout: Halt to strikes on energy: lapsed under kremlin",
    ]);
  });

  test("what is not taken is tried again later, under the same id, and given up in the end", async () => {
    await store.append("call", { entries: [status("UKR", "accepted")] });
    answers = [new Error("refused"), 500];
    expect(await run()).toMatchObject({ delivered: 0, failed: [{ reason: "refused", givenUp: false }] });
    expect((await run()).failed).toEqual([]);
    now += 31_000;
    expect((await run()).failed).toMatchObject([{ reason: "the target answered 500" }]);
    const first = posted.splice(0)[0]!.headers["readout-delivery"];
    now += 61_000;
    expect((await run()).delivered).toBe(1);
    expect(posted.splice(0)[0]!.headers["readout-delivery"]).toBe(first);
    answers = Array.from({ length: 16 }, () => new Error("down"));
    await store.append("call", { entries: [status("UKR", "suspended")] });
    const tries: boolean[] = [];
    for (; answers.length > 0; now += 7 * 3_600_000) tries.push((await run()).failed[0]!.givenUp);
    expect(tries).toEqual([...Array.from({ length: 15 }, () => false), true]);
    expect(await run()).toEqual({ delivered: 0, failed: [] });
  });

  test("a program that dies while it sends leaves the alert to the next", async () => {
    await store.append("call", { entries: [status("USA", "accepted")] });
    const dies = runAlerts(store, admin, { ...senders, post: () => new Promise(() => {}) });
    await Promise.race([dies, new Promise((done) => setTimeout(done, 300))]);
    expect((await run()).delivered).toBe(0);
    now += 121_000;
    expect((await run()).delivered).toBe(1);
  });

  test.each([
    ["webhook", "ftp://example.org"],
    ["webhook", "example.org"],
    ["email", "desk"],
  ] as const)("%s %s is no target", async (channel, target) => {
    const asked = addAlert(store, admin, { dossier: "call", channel, target, kinds: ["lapse"] });
    await expect(asked).rejects.toMatchObject({ code: "target-invalid" });
  });
});
