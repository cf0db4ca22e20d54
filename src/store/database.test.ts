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
import { appendLocked } from "./append-events.js";
import { openDatabase } from "./database.js";
import type { Store } from "./open-store.js";
import { readState } from "./read-state.js";

describe.each(DATABASES)("on $title", ({ url, missing }) => {
  describe.skipIf(missing)("a failure", () => {
    let home: TestHome;
    let store: Store;
    beforeAll(async () => {
      home = testHome(url);
      store = await home.open();
      await store.openDossier("call", [opened(), madeUpDocument(), commitment()]);
    });
    afterAll(async () => {
      await store.close();
      await home.remove();
    });

    test.each([
      ["53100", "database-full", /disk/],
      ["53200", "database-full", /memory/],
      ["57P01", "database-gone", /does not answer/],
      ["53300", "database-busy", /no more connections/],
      ["42501", "database-refused", /refuses/],
    ])("%s of the server is told as %s", async (sqlstate, code, message) => {
      const raised = store.database.query(`do $$ begin raise exception using errcode = '${sqlstate}'; end $$`);
      await expect(raised).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
    });

    test("in the middle of a change leaves nothing of it, and the next change goes through", async () => {
      const appending = { ...store, texts: new Map(), known: new Map() };
      const cut = store.database.transaction(async (within) => {
        await appendLocked(appending, within, "call", [{ entries: [status("RUS", "accepted")] }]);
        const [row] = await within.query<{ pid: number }>("select pg_backend_pid() as pid");
        await store.database.query("select pg_terminate_backend($1)", [row!.pid]);
        await within.query("select 1");
      });
      await expect(cut).rejects.toMatchObject({ code: "database-gone" });
      expect((await readState(store.database, "call")).version).toBe(3);
      await store.append("call", { entries: [status("RUS", "accepted")] });
      expect((await readState(store.database, "call")).version).toBe(4);
    });

    test("of a whole batch is told to each of its writers", async () => {
      const broken = testHome(url);
      const there = await broken.open();
      await there.openDossier("call", [opened(), madeUpDocument(), commitment()]);
      await there.database.query("alter table events add constraint never check (seq < 5)");
      const writes = [status("RUS", "accepted"), status("UKR", "accepted")].map((entry) =>
        there.append("call", { entries: [entry] }),
      );
      expect((await Promise.allSettled(writes)).map((each) => each.status)).toEqual(["rejected", "rejected"]);
      expect((await readState(there.database, "call")).version).toBe(3);
      await there.close();
      await broken.remove();
    });
  });
});

test.each([
  ["postgres://someone:secret@127.0.0.1:1/none", "database-gone"],
  ["no address", "database-url"],
])("%s is told without its secret", async (url, code) => {
  const asked = async () => {
    const database = openDatabase(url, { schema: "x", connections: 1 });
    await database.query("select 1").finally(database.close);
  };
  await expect(asked()).rejects.toMatchObject({ code, message: expect.not.stringContaining("secret") });
});

test("a server that is gone from a disk that is full is told as a full disk", async () => {
  // The kernel's own file systems have no room at all.
  const database = openDatabase("postgres://127.0.0.1:1/none", { schema: "x", connections: 1, data: "/proc" });
  await expect(database.query("select 1")).rejects.toMatchObject({ code: "database-full" });
  await database.close();
});
