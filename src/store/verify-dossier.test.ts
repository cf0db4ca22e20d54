import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  collected,
  commitment,
  DATABASES,
  madeUpDocument,
  opened,
  recordEntry,
  status,
  streamed,
  type TestHome,
  testHome,
} from "../../test/test-stores.js";
import { dumpLines } from "./dump.js";
import type { Store } from "./open-store.js";
import { readRecords } from "./read-records.js";
import { readState } from "./read-state.js";
import { restoreLines } from "./restore.js";
import { verifyDossier } from "./verify-dossier.js";

describe.each(DATABASES)("on $title", ({ url, missing }) => {
  describe.skipIf(missing)("the chain", () => {
    let home: TestHome;
    let store: Store;
    beforeAll(async () => {
      home = testHome(url);
      store = await home.open();
      await store.openDossier("call", [
        opened(),
        madeUpDocument(),
        commitment(),
        recordEntry("act", "a1", { odd: "\u0000\ud800", 10: 1, 9: 2 }, null, "rules"),
      ]);
      await store.append("call", {
        entries: [status("RUS", "accepted"), status("UKR", "conditional", { on: "2025-03-25" })],
      });
      const reviewed = {
        type: "record-reviewed" as const,
        kind: "act" as const,
        id: "a1",
        decision: "rejected" as const,
        note: null,
      };
      await store.append("call", { entries: [{ on: "2025-03-26", author: "editor", what: reviewed }] });
    });
    afterAll(async () => {
      await store.close();
      await home.remove();
    });

    test("holds as it was written", async () => {
      expect(await verifyDossier(store.database, "call")).toEqual({
        events: 7,
        quotes: 3,
        records: 2,
        signedBy: { [store.key.id]: 7 },
        firstBreak: null,
      });
    });

    const tampering: [title: string, sql: string, seq: number, why: RegExp][] = [
      [
        "an event is altered",
        `update events set event = replace(event, '"accepted"', '"breached"') where seq = 5`,
        5,
        /altered/,
      ],
      ["an event is taken out", "delete from events where seq = 6", 7, /event 6 is missing/],
      ["the end is cut off", "delete from events where seq = 7", 7, /ends before event 7/],
      [
        "a signature is exchanged",
        "update events set signature = (select signature from events where seq = 1) where seq = 6",
        6,
        /signature/,
      ],
      ["a record is altered", "update records set body = replace(body, '1', '2') where kind = 'act'", 4, /altered/],
      [
        "an archived text is altered",
        "update records set archived = archived || ' more' where kind = 'document'",
        2,
        /altered/,
      ],
      ["a record is taken out", "delete from records where kind = 'act'", 4, /missing/],
      ["what was rejected is published", "update records set review = 'published'", 4, /which no event says/],
    ];
    test.each(tampering)("breaks when %s", async (_, sql, seq, why) => {
      const undo = new Error("undo");
      const tampered = store.database.transaction(async (within) => {
        await within.query("set constraints all deferred");
        await within.query("set local session_replication_role = replica");
        await within.query(sql);
        const { firstBreak } = await verifyDossier(within, "call");
        expect(firstBreak).toMatchObject({ seq, why: expect.stringMatching(why) });
        throw undo;
      });
      await expect(tampered).rejects.toBe(undo);
    });

    test("goes out and comes back bit for bit, into another installation", async () => {
      const lines = await collected(dumpLines(store.database, ["call"]));
      const other = testHome(url);
      const there = await other.open();
      const restored = await there.database.transaction((within) => restoreLines(within, streamed(lines)));
      expect(restored).toEqual({ dossiers: ["call"], events: 7 });
      expect(await collected(dumpLines(there.database, ["call"]))).toEqual(lines);
      expect((await readState(there.database, "call")).state).toEqual((await readState(store.database, "call")).state);
      expect(await readRecords(there.database, "call")).toEqual(await readRecords(store.database, "call"));
      await expect(there.database.transaction((within) => restoreLines(within, streamed(lines)))).rejects.toMatchObject(
        { code: "dossier-known" },
      );
      await there.append("call", { entries: [status("RUS", "withdrawn")] });
      expect((await verifyDossier(there.database, "call")).signedBy).toEqual({ [store.key.id]: 7, [there.key.id]: 1 });
      await there.close();
      await other.remove();
    });

    test("comes back whole or not at all", async () => {
      const lines = await collected(dumpLines(store.database, ["call"]));
      const renamed = lines.map((line) => line.replaceAll('"call"', '"copy"'));
      const faults: [string[], string][] = [
        [lines.slice(0, -1), "dump-invalid"],
        [[...lines.slice(0, 3), ...lines.slice(4)], "dump-invalid"],
        [lines.slice(1), "dump-invalid"],
        [["no JSON"], "dump-invalid"],
        [renamed, "dump-broken"],
      ];
      const other = testHome(url);
      const there = await other.open();
      for (const [faulty, code] of faults)
        await expect(
          there.database.transaction((within) => restoreLines(within, streamed(faulty))),
        ).rejects.toMatchObject({ code });
      expect(await there.database.query("select 1 from dossiers")).toEqual([]);
      await there.close();
      await other.remove();
    });
  });
});
