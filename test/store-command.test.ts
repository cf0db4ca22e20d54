/** The built commands where the store is in trouble -> one clear line, the right exit code, nothing lost and nothing half-done. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CommandHome, commandHome, refusedIn, statementText } from "./command-home.js";
import { onEachDatabase } from "./each-database.js";
import { cutProxy } from "./servers/cut-proxy.js";

const SAID = "Russia agreed to halt strikes on energy infrastructure for 30 days.";

onEachDatabase((url) => {
  let home: CommandHome;
  const said = (source: string, word: string, ...more: string[]) => [
    "ledger",
    "status",
    "halt",
    source,
    word,
    "--document",
    "ru",
    "--quote",
    SAID,
    ...more,
  ];
  const events = async () => (await home.json("ledger verify")).events;
  beforeAll(async () => {
    home = await commandHome(url);
    home.write("ru.md", statementText("2025-03-18", SAID));
    await home.json("dossier new", ["call"]);
    const { added } = await home.json("dossier add", ["call", "ru.md"]);
    await home.json("ledger confirm", [added.find(({ kind }) => kind === "act")!.id, "--id", "halt"]);
  });
  afterAll(() => home.remove());

  test("two editors at once: one is taken, the other is told who was faster and may send the same again", async () => {
    const { version } = await home.json("ledger show");
    const both = await Promise.all(
      ["accepted", "suspended"].map((word) => home.run(said("RUS", word, "--based-on", String(version)))),
    );
    expect(both.map(({ code }) => code).sort()).toEqual([0, 1]);
    const second = both.find(({ code }) => code === 1)!;
    expect(second.err).toMatch(
      /^readout: error: "halt" was changed by somebody else [^\n]*Nothing of yours is lost[^\n]*\.\n$/,
    );
    expect(await events()).toBe(version + 1);
    expect((await home.run(said("RUS", "suspended", "--based-on", String(version + 1)))).code).toBe(0);
    expect(await events()).toBe(version + 2);
  });

  test("a database that goes away in the middle of a command: one line, and all of the change or nothing", async () => {
    const proxy = await cutProxy(home.databaseUrl);
    const env = { DATABASE_URL: proxy.url };
    for (const message of [2, 8, 11]) {
      const before = await events();
      proxy.cut(message, "unanswered");
      const { code, out, err } = await home.run(said("USA", "accepted"), { env });
      proxy.mend();
      const grown = (await events()) - before;
      if (code === 0) expect(grown).toBe(1);
      else {
        expect({ code, out, err }).toEqual({
          code: 1,
          out: "",
          err: expect.stringMatching(/^readout: error: the database does not answer [^\n]*half-done\.\n$/),
        });
        expect([0, 1]).toContain(grown);
      }
    }
    await proxy.close();
    expect((await home.json("ledger verify")).holds).toBe(true);
  });

  test("a clock that is behind the last event is told, and nothing is written", async () => {
    const before = await events();
    const tomorrow = await home.open({ now: () => Date.now() + 86_400_000 });
    const entry = {
      on: "2025-03-19",
      author: "Edith",
      what: { type: "dossier-changed" as const, title: "Of tomorrow" },
    };
    await tomorrow.append("call", { entries: [entry] });
    await tomorrow.close();
    expect(await home.refused(1, said("RUS", "in-force"))).toMatch(
      /this machine's clock says .* but the last event was written down at .* Set the clock/,
    );
    expect(await events()).toBe(before + 1);
  });

  test("a schema newer than the program is refused and left as it is", async () => {
    const store = await home.open();
    const newer = "insert into migrations (version, name, sha256) values (99, 'next', '')";
    await store.database.query(newer);
    expect(await home.refused(1, ["dossier", "list"])).toMatch(
      /the database has schema 99, and this program knows \d+\. Update Readout; nothing was changed/,
    );
    await store.database.query("delete from migrations where version = 99");
    await store.close();
    expect((await home.json("dossier list")).dossiers).toHaveLength(1);
  });
});

test.each([
  ["postgres://someone:secret@127.0.0.1:1/none", /the database does not answer \(ECONNREFUSED\)/],
  ["no address", /DATABASE_URL is no address/],
])("DATABASE_URL=%s", async (address, words) => {
  const folder = mkdtempSync(join(tmpdir(), "readout-away-"));
  const line = await refusedIn(folder, { DATABASE_URL: address, READOUT_HOME: folder }, 1, ["dossier", "list"]);
  rmSync(folder, { recursive: true });
  expect(line).toMatch(words);
  expect(line).not.toContain("secret");
});
