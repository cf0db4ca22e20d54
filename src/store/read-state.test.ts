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
import { dayOf, endOf, startOf } from "../ledger/instants.js";
import { emptyState, inOrder, replay } from "../ledger/replay.js";
import type { Store } from "./open-store.js";
import { readEvents } from "./read-events.js";
import { readState, readStateKnownAt } from "./read-state.js";

const day = (count: number) => dayOf(startOf("2025-03-18") + count * 86_400_000);

describe.each(DATABASES)("on $title", ({ url, missing }) => {
  describe.skipIf(missing)("a long ledger", () => {
    let home: TestHome;
    let store: Store;
    beforeAll(async () => {
      home = testHome(url);
      store = await home.open();
      await store.openDossier("long", [opened(), madeUpDocument(), commitment()]);
      const entries = Array.from({ length: 2600 }, (_, at) =>
        status(`S${at % 7}`, at % 3 ? "accepted" : "suspended", { on: day(Math.floor(at / 10)) }),
      );
      await store.append("long", { entries });
    });
    afterAll(async () => {
      await store.close();
      await home.remove();
    });

    /** What a replay of all events, without snapshots, gives. */
    async function plain(asOf?: string) {
      const events = (await readEvents(store.database, "long")).map(({ event }) => event).sort(inOrder);
      const told = asOf === undefined ? events : events.filter(({ on }) => startOf(on) < endOf(asOf));
      return replay(emptyState("long"), told);
    }

    test("has the same state by snapshots as by a whole replay, at any day", async () => {
      const kept = async () => (await store.database.query("select 1 from snapshots")).length;
      expect((await readState(store.database, "long")).state).toEqual(await plain());
      expect(await kept()).toBe(2);
      for (const asOf of [day(-1), day(0), day(99), day(100), day(250), "2025-03", "2026", "2025-05-01T12:00:00Z"])
        expect((await readState(store.database, "long", asOf)).state).toEqual(await plain(asOf));
    });

    test("takes an event of long ago into every later state", async () => {
      await readState(store.database, "long");
      await store.append("long", { entries: [status("LATE", "denied" as never, { on: day(1) })] }).catch(() => {});
      await store.append("long", { entries: [status("LATE", "withdrawn", { on: day(1) })] });
      for (const asOf of [undefined, day(0), day(1), day(200)]) {
        const { state } = await readState(store.database, "long", asOf);
        expect(state).toEqual(await plain(asOf));
        expect("LATE" in state.commitments.halt!.sources).toBe(asOf !== day(0));
      }
    });

    test("can be read as it was known before the last words were written", async () => {
      const events = await readEvents(store.database, "long");
      const before = new Date(Date.parse(events.at(-1)!.event.at) - 1).toISOString();
      const { state } = await readStateKnownAt(store.database, "long", before);
      expect("LATE" in state.commitments.halt!.sources).toBe(false);
    });
  });
});
