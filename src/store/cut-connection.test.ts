/** A store whose connection is cut at each message of a change -> all of the change or nothing, and words on it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { onEachDatabase, storeFor } from "../../test/each-database.js";
import { type CutProxy, cutProxy } from "../../test/servers/cut-proxy.js";
import { commitment, madeUpDocument, opened, recordEntry, status } from "../../test/test-stores.js";
import { openStore, type Store } from "./open-store.js";
import { headOf } from "./read-events.js";
import { verifyDossier } from "./verify-dossier.js";

/** Enough messages for every statement of a change that adds a record. */
const MESSAGES = 9;

onEachDatabase((url) => {
  const direct = storeFor(url, {}, (store) => store.openDossier("call", [opened(), madeUpDocument(), commitment()]));
  let proxy: CutProxy;
  let store: Store;
  beforeAll(async () => {
    const { home } = direct;
    proxy = await cutProxy(home.env.DATABASE_URL!);
    store = await openStore({ env: { ...home.env, DATABASE_URL: proxy.url }, schema: home.schema, connections: 1 });
  });
  afterAll(async () => {
    await store.close();
    await proxy.close();
  });
  const version = async () => (await headOf(direct.store.database, "call")).version;

  test.each(["unsent", "unanswered"] as const)(
    "a connection cut in the middle, the message %s, leaves all of a change or nothing, and says so",
    async (when) => {
      const ends = new Set<string>();
      for (let message = 1; message <= MESSAGES; message++) {
        const before = await version();
        const entries = [status("RUS", "accepted"), recordEntry("act", `${when}-${message}`, { message })];
        proxy.cut(message, when);
        const [written] = await Promise.allSettled([store.append("call", { entries })]);
        proxy.mend();
        const grown = (await version()) - before;
        ends.add(`${written.status} ${grown}`);
        if (written.status === "rejected") expect(written.reason).toMatchObject({ code: "database-gone" });
        // The same change again through the mended connection: nothing of the first stands in its way.
        await store.append("call", { entries: [status("UKR", "accepted")] });
        expect(await version()).toBe(before + grown + 1);
      }
      const lost = when === "unanswered" ? ["rejected 2"] : [];
      expect([...ends].sort()).toEqual(["fulfilled 2", "rejected 0", ...lost].sort());
      expect((await verifyDossier(direct.store.database, "call")).firstBreak).toBe(null);
    },
  );
});
