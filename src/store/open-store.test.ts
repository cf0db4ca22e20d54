import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  commitment,
  DATABASES,
  madeUpDocument,
  opened,
  status,
  type TestHome,
  testHome,
} from "../../test/test-stores.js";
import type { Store } from "./open-store.js";
import { listDossiers, readRecords } from "./read-records.js";
import { readState } from "./read-state.js";

describe.each(DATABASES)("on $title", ({ url, missing }) => {
  describe.skipIf(missing)("a store", () => {
    let home: TestHome;
    let store: Store;
    beforeAll(async () => {
      home = testHome(url);
      store = await home.open();
    });
    afterAll(async () => {
      await store.close();
      await home.remove();
    });

    test("keeps a dossier, its records and the state of its ledger", async () => {
      await store.openDossier("first", [opened(), madeUpDocument(), commitment()]);
      await store.append("first", { entries: [status("RUS", "accepted")] });
      await store.append("first", { entries: [status("UKR", "conditional", { on: "2025-03-25" })] });
      const { state, version } = await readState(store.database, "first");
      expect(version).toBe(5);
      expect(state.commitments.halt).toMatchObject({ status: "disputed", boundWithoutConsent: ["UKR"] });
      expect((await readState(store.database, "first", "2025-03-20")).state.commitments.halt!.status).toBe("accepted");
      expect((await readState(store.database, "first", "2025-03-18")).state.commitments.halt!.status).toBe("unstated");
      expect((await readState(store.database, "first", "2025-03-17")).state.commitments).toEqual({});
      expect(await readRecords(store.database, "first")).toMatchObject([
        { kind: "document", id: "memo", on: "2025-03-18", review: "published" },
      ]);
      expect(await listDossiers(store.database)).toMatchObject([
        { id: "first", title: "A made-up dossier", events: 5 },
      ]);
    });

    test("tells the second of two editors, and writes nothing of theirs", async () => {
      await store.openDossier("edited", [opened(), madeUpDocument(), commitment()]);
      const { version: basedOn } = await readState(store.database, "edited");
      await store.append("edited", { entries: [status("RUS", "accepted")], basedOn });
      const second = store.append("edited", { entries: [status("RUS", "withdrawn")], basedOn });
      await expect(second).rejects.toMatchObject({ code: "edit-conflict" });
      expect((await readState(store.database, "edited")).version).toBe(4);
    });

    test("takes eight writers at once on one dossier, each event once and in one chain", async () => {
      await store.openDossier("busy", [opened(), madeUpDocument(), commitment()]);
      const others = await Promise.all(Array.from({ length: 7 }, () => home.open({ connections: 2 })));
      const writers = [store, ...others];
      await Promise.all(
        writers.map(async (writer, at) => {
          for (let count = 0; count < 20; count++)
            await writer.append("busy", { entries: [status(`S${at}`, "accepted")] });
        }),
      );
      await Promise.all(others.map((other) => other.close()));
      const { state, version } = await readState(store.database, "busy");
      expect(version).toBe(3 + 160);
      expect(Object.keys(state.commitments.halt!.sources)).toHaveLength(8);
    });
  });
});
