/** `readout export` and `readout import` as a user calls them -> dumps that come back bit for bit, tables, ClaimReview. */
import { readdirSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CommandHome, commandHome, refusedIn, statementText } from "./command-home.js";
import { onEachDatabase } from "./each-database.js";

const SAID = "Ukraine and Russia agreed to a ceasefire";
const MINSK = "minsk-ceasefire-2015";

onEachDatabase((url) => {
  let home: CommandHome;
  let other: CommandHome;
  const bytes = (name: string, of = home) => readFileSync(join(of.folder, name));
  const rowsOf = async (name: string): Promise<Record<string, unknown>[]> => {
    if (name.endsWith(".csv")) return parse(bytes(name), { columns: true });
    const file = bytes(name);
    return parquetReadObjects({
      file: file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer,
    });
  };
  beforeAll(async () => {
    [home, other] = await Promise.all([commandHome(url), commandHome(url)]);
    home.write("memo.md", statementText("2015-02-12", `${SAID}. =HYPERLINK("x") was not discussed.`, "Ukraine"));
    await home.json("dossier new", ["talks", "--title", "Talks “of” two\tsides"]);
    await home.json("dossier add", ["talks", "memo.md"]);
    await home.json("ledger confirm", ["--agreement", MINSK]);
    const evidence = ["--document", "memo", "--quote", SAID, "--on", "2015-02-13"];
    await home.json("ledger status", [MINSK, "UKR", "accepted", "--implementation", "2", ...evidence]);
    await home.json("dossier new", ["other"]);
  });
  afterAll(() => Promise.all([home.remove(), other.remove()]));

  test("a dump comes back bit for bit in another installation, and what is there is never overwritten", async () => {
    const written = await home.json("export", ["--jsonl", "ledger.jsonl"]);
    const { version } = await home.json("ledger show", ["--dossier", "talks"]);
    expect(written).toEqual({ form: "jsonl", file: "ledger.jsonl", dossiers: ["other", "talks"], events: version + 1 });
    expect((await home.run(["export", "--jsonl", "-"])).out).toBe(bytes("ledger.jsonl").toString("utf8"));
    const dump = join(home.folder, "ledger.jsonl");
    expect(await other.json("import", [dump])).toEqual({ dossiers: ["other", "talks"], events: version + 1 });
    await other.json("export", ["--jsonl", "again.jsonl"]);
    expect(bytes("again.jsonl", other).equals(bytes("ledger.jsonl"))).toBe(true);
    const show = ["talks"];
    expect(await other.json("dossier show", show)).toEqual(await home.json("dossier show", show));
    const verdict = await other.json("ledger verify", ["--dossier", "talks"]);
    expect([verdict.holds, verdict.otherKeys]).toMatchObject([true, [expect.any(String)]]);
    expect(await other.refused(1, ["import", dump])).toMatch(
      /there is a dossier "other" already, and a dump overwrites none/,
    );
  });

  test("a dump that was altered or cut is refused, and nothing of it is there", async () => {
    const lines = bytes("ledger.jsonl").toString("utf8").trim().split("\n");
    await home.json("export", ["--jsonl", "one.jsonl", "talks"]);
    const one = bytes("one.jsonl").toString("utf8");
    const third = await commandHome(url);
    const altered = one.replace(`"status":"accepted"`, `"status":"breached"`);
    expect(altered).not.toBe(one);
    third.write("altered.jsonl", altered);
    third.write("cut.jsonl", `${lines.slice(0, -1).join("\n")}\n`);
    third.write("text.jsonl", "no JSON\n");
    const refused: [file: string, words: RegExp][] = [
      ["altered.jsonl", /the dump's "talks" does not hold: event \d+: .*altered.*Nothing was imported/],
      ["cut.jsonl", /is missing: the dump ends before its end/],
      ["text.jsonl", /line 1 of the dump is no line of a dump/],
      ["none.jsonl", /none\.jsonl: cannot be read \(ENOENT\)/],
    ];
    for (const [file, words] of refused) expect(await third.refused(1, ["import", file])).toMatch(words);
    expect(await third.json("dossier list")).toEqual({ dossiers: [] });
    await third.remove();
  });

  test.each(["csv", "parquet"])("commitments as %s: one row a reading, with the ids of PA-X and UCDP", async (form) => {
    const file = `commitments.${form}`;
    const told = await home.json("export", [`--${form}`, file, "talks"]);
    const rows = await rowsOf(file);
    expect(told).toEqual({ form, file, dossier: "talks", rows: 2 });
    const shared = {
      dossier: "talks",
      commitment: MINSK,
      pa_x: "1364",
      ucdp: "1537",
      kind: "multilateral",
      form: "written",
    };
    expect(rows).toMatchObject([
      { ...shared, reading: "ukraine", party: "UKR", party_status: "accepted", party_status_since: "2015-02-13" },
      { ...shared, reading: "kremlin", party: "RUS", last_day: "2022-02-21" },
    ]);
    expect(String(rows[0]!.implementation)).toBe("2");
    expect(rows[0]!.bound_without_consent).toBe("DPR; LPR; RUS");
  });

  test.each(["csv", "parquet"])("events as %s: one row an event, with the words it stands on", async (form) => {
    const file = `events.${form}`;
    const { version } = await home.json("ledger show", ["--dossier", "talks"]);
    expect(await home.json("export", [`--${form}`, file, "--table", "events", "talks"])).toMatchObject({
      rows: version,
    });
    const rows = await rowsOf(file);
    expect(rows.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: version }, (_, at) => at + 1));
    expect(rows.at(-1)).toMatchObject({
      type: "status-changed",
      source: "UKR",
      status: "accepted",
      document: "memo",
      quote: SAID,
    });
    expect(new Set(rows.map(({ hash }) => String(hash).length))).toEqual(new Set([64]));
  });

  test("statuses as ClaimReview, as they stood on a day", async () => {
    const args = [
      "--claim-review",
      "claims.json",
      "--publisher",
      "A newsroom",
      "--url",
      "https://example.org/talks",
      "talks",
    ];
    expect(await home.json("export", args)).toMatchObject({ form: "claim-review", rows: 1 });
    expect(JSON.parse(bytes("claims.json").toString("utf8"))).toMatchObject([
      {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        claimReviewed: "Ceasefire of the Minsk Package of Measures",
        datePublished: "2015-02-13",
        url: `https://example.org/talks#${MINSK}`,
        author: { "@type": "Organization", name: "A newsroom" },
        reviewRating: { "@type": "Rating", alternateName: "accepted", ratingValue: 2, worstRating: 0, bestRating: 3 },
        reviewBody: "Ukraine: accepted.",
      },
    ]);
    const before = await home.run(["export", "--claim-review", "-", "--as-of", "2015-02-12", "talks"]);
    expect(JSON.parse(before.out)).toEqual([]);
  });

  test("what cannot be written is told in one line, and leaves no file behind", async () => {
    // A device that is always full.
    symlinkSync("/dev/full", join(home.folder, "full"));
    const before = readdirSync(home.folder).sort();
    const refused: [code: 1 | 2, args: string[], words: RegExp][] = [
      [1, ["export", "--jsonl", "home"], /home: is a directory/],
      [1, ["export", "--csv", "none/x.csv", "talks"], /none\/x\.csv: its folder does not exist/],
      [1, ["export", "--jsonl", "full"], /full: /],
      [2, ["export", "--csv", "x.csv", "none"], /there is no dossier "none"/],
      [2, ["export", "--csv", "x.csv"], /--dossier is missing: give one of: /],
      [2, ["export", "--jsonl", "x.jsonl", "none"], /there is no dossier "none"/],
    ];
    for (const [code, args, words] of refused) expect(await home.refused(code, args)).toMatch(words);
    expect(readdirSync(home.folder).sort()).toEqual(before);
  });
});

const wrongUsage: [args: string[], words: RegExp][] = [
  [["export"], /export takes one of --jsonl, --csv, --parquet and --claim-review/],
  [["export", "--csv", "a", "--jsonl", "b"], /export takes one of/],
  [["export", "--csv", "-", "--json"], /--json and - both write to standard output/],
  [["import"], /write readout import FILE\.jsonl/],
];
test.each(wrongUsage)("%j", async (args, words) => {
  expect(await refusedIn(tmpdir(), {}, 2, args)).toMatch(words);
});
