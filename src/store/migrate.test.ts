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
import { type Migration, migrate, readMigrations } from "./migrate.js";
import type { Store } from "./open-store.js";
import { restoreLines } from "./restore.js";
import { verifyDossier } from "./verify-dossier.js";

const NEXT: Migration = { version: 99, name: "next", sql: "alter table dossiers add column colour text" };

describe.each(DATABASES)("on $title", ({ url, missing }) => {
  describe.skipIf(missing)("a schema", () => {
    let home: TestHome;
    let store: Store;
    beforeAll(async () => {
      home = testHome(url);
      store = await home.open();
      await store.openDossier("call", [opened("Unread", true), madeUpDocument(), commitment()]);
      const found = recordEntry("later-word", "halt:a1", { word: "denying" }, null, "rules");
      await store.append("call", { entries: [status("RUS", "accepted"), found] });
    });
    afterAll(async () => {
      await store.close();
      await home.remove();
    });

    test("of every released version goes forward, and all that is in it holds", async () => {
      const all = readMigrations();
      expect(all.map(({ version }) => version)).toEqual(all.map((_, at) => at + 1));
      for (let released = 1; released <= all.length; released++) {
        const schema = `${home.schema}_${released}`;
        const lines = await collected(dumpLines(store.database, ["call"]));
        await store.database.transaction(async (within) => {
          await within.query(`create schema ${schema}`);
          await within.query(`set local search_path = ${schema}`);
          const inside = {
            ...store.database,
            query: within.query,
            transaction: async <T>(work: (w: typeof within) => Promise<T>) => work(within),
          };
          await migrate(inside, schema, all.slice(0, released));
          await restoreLines(within, streamed(lines));
          // In the first schema a dossier that publishes unread did so with later words too.
          if (released === 1) await within.query("update records set review = 'published'");
          await migrate(inside, schema, all);
          expect(await within.query("select version from migrations")).toHaveLength(all.length);
          expect(await verifyDossier(within, "call")).toMatchObject({ events: 5, firstBreak: null });
          expect(await collected(dumpLines(within, ["call"]))).toEqual(lines);
          await within.query(`drop schema ${schema} cascade`);
        });
      }
    });

    test("newer than the program is refused and left as it is; a changed one too", async () => {
      const all = readMigrations();
      await migrate(store.database, home.schema, [...all, { ...NEXT, version: all.length + 1 }]);
      await expect(home.open()).rejects.toMatchObject({ code: "schema-newer" });
      expect(await store.database.query("select colour from dossiers")).toEqual([{ colour: null }]);
      await store.database.query("alter table dossiers drop column colour");
      await store.database.query("delete from migrations where version > $1", [all.length]);
      const changed = all.map((migration) => ({ ...migration, sql: `${migration.sql} ` }));
      await expect(migrate(store.database, home.schema, changed)).rejects.toMatchObject({ code: "schema-changed" });
    });

    test("that fails half-way leaves nothing of itself", async () => {
      const all = readMigrations();
      const broken = {
        version: all.length + 1,
        name: "broken",
        sql: "create table half (id int); select * from nowhere",
      };
      await expect(migrate(store.database, home.schema, [...all, broken])).rejects.toThrow();
      expect(await store.database.query("select to_regclass('half') as half")).toEqual([{ half: null }]);
      expect(await store.database.query("select count(*)::int as n from migrations")).toEqual([{ n: all.length }]);
    });

    test("is made once when eight programs open it at the same time", async () => {
      const other = testHome(url);
      const stores = await Promise.all(Array.from({ length: 8 }, () => other.open({ connections: 1 })));
      await Promise.all(stores.slice(1).map((each) => each.close()));
      expect(await stores[0]!.database.query("select count(*)::int as n from migrations")).toEqual([
        { n: readMigrations().length },
      ]);
      await stores[0]!.close();
      await other.remove();
    });
  });
});
