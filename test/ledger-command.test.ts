/** `readout ledger` as a user calls it -> commitments, statuses, dates, history and proofs; bad input refused in one line. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Commitment } from "../src/model/commitment.js";
import { type CommandHome, commandHome, refusedIn, statementText } from "./command-home.js";
import { onEachDatabase } from "./each-database.js";
import { ROOT } from "./source-files.js";

const SAID = "Russia agreed to halt strikes on energy infrastructure for 30 days";
const HANDS_OVER = "Russia will hand over 23 wounded servicemen";
const TRUCE = `id: port-truce
title: A made-up truce at a port
parties: [RUS, UKR]
declared: 2025-03-18
kind: unilateral
declaredBy: [RUS]
mirroredBy: [UKR]
form: oral
coverage: partial
mediators: [TUR]
monitors: [A made-up mission]
consent: { RUS: agreed, UKR: agreed }
consentSince: { UKR: 2025-03-25 }
crosswalk: { paX: "9001", ucdp: "9002" }
common: { binds: [RUS, UKR], prohibits: [strike], durationDays: 30 }
readings:
  - { id: moscow, party: RUS, starts: 2025-03-18, says: { source: the ministry, quote: ${SAID} } }
  - { id: kyiv, party: UKR, starts: 2025-03-25 }
`;
const NO_LEDGER = { firstBreak: null, holds: true };

onEachDatabase((url) => {
  let home: CommandHome;
  const status = (...more: string[]) => ["port-truce", "RUS", ...more, "--document", "ru", "--quote", SAID];
  beforeAll(async () => {
    home = await commandHome(url);
    home.write("ru.md", statementText("2025-03-18", `${SAID}. ${HANDS_OVER}.`));
    home.write("truce.yaml", TRUCE);
    home.write(
      "backwards.yaml",
      TRUCE.replace("id: port-truce", "id: backwards").replace("durationDays: 30", "ends: 2025-03-20"),
    );
    await home.json("dossier new", ["call"]);
    await home.json("dossier add", ["call", "ru.md"]);
  });
  afterAll(() => home.remove());

  test("acts that an editor confirms become commitments, with the words they stand on", async () => {
    const { records } = await home.json("dossier show");
    const [agreed, wounded] = [SAID, HANDS_OVER].map(
      (quote) => records.find(({ kind, body }) => kind === "act" && (body as { quote: string }).quote === quote)!.id,
    );
    const { events } = await home.json("ledger confirm", [
      agreed!,
      "--id",
      "halt",
      "--debtor",
      "RUS,UKR",
      "--creditor",
      "USA",
    ]);
    expect(events.map(({ event }) => event.what.type)).toEqual([
      "commitment-recorded",
      "status-changed",
      "record-reviewed",
    ]);
    await home.json("ledger confirm", [wounded!, "--id", "wounded"]);
    const { commitments } = await home.json("ledger show");
    expect(commitments).toMatchObject([
      {
        commitment: {
          id: "halt",
          debtors: ["RUS", "UKR"],
          creditors: ["USA"],
          consequent: SAID,
          origin: { acts: [agreed] },
        },
        status: "accepted",
        boundWithoutConsent: ["UKR"],
      },
      { commitment: { id: "wounded", kind: "unilateral", quantity: { count: 23, of: "wounded servicemen" } } },
    ]);
    expect(commitments[0]!.sources.RUS!.evidence).toMatchObject({ document: "ru", quote: SAID });
  });

  test("a user's own agreement becomes one, with its form, its parties' consent and a reading a source", async () => {
    await home.json("ledger confirm", ["--agreement", "truce.yaml"]);
    const shown = (asOf: string[] = []) => home.json("ledger show", ["port-truce", ...asOf]);
    const [now, before] = await Promise.all([shown(), shown(["--as-of", "2025-03-20"])]);
    expect(now.commitments[0]!.commitment).toMatchObject({
      kind: "unilateral",
      declaredBy: ["RUS"],
      mirroredBy: ["UKR"],
      form: "oral",
      coverage: "partial",
      fixedTerm: true,
      mediators: ["TUR"],
      monitors: ["A made-up mission"],
      origin: { agreement: "port-truce" },
      readings: [
        { id: "moscow", evidence: { document: "ru", quote: SAID } },
        { id: "kyiv", evidence: null },
      ],
    });
    expect([now, before].map(({ commitments }) => commitments[0]!.boundWithoutConsent)).toEqual([[], ["UKR"]]);
    const { out } = await home.run(["ledger", "show", "port-truce"]);
    expect(out).toContain("Ukraine agreed on 2025-03-25; bound before that under moscow");
    const early = await home.run(["ledger", "show", "port-truce", "--as-of", "2025-03-20"]);
    expect(early.out).toContain("bound without having agreed: Ukraine");
  });

  test("each source has its status, with a count and how far it is carried out; time travel shows what was", async () => {
    await home.json("ledger status", [...status("accepted"), "--on", "2025-03-18", "--implementation", "1"]);
    await home.json("ledger status", [...status("partly-fulfilled"), "--on", "2025-03-30", "--count", "120/175"]);
    const { events } = await home.json("ledger status", [
      "port-truce",
      "UKR",
      "breached",
      ...status().slice(2),
      "--on",
      "2025-04-01",
    ]);
    expect(events[0]!.event.what).toMatchObject({ type: "status-changed", source: "UKR", evidence: { quote: SAID } });
    const at = async (day: string) => (await home.json("ledger show", ["port-truce", "--as-of", day])).commitments[0]!;
    const [first, second, third] = await Promise.all(["2025-03-20", "2025-03-30", "2025-04-01"].map(at));
    expect([first!.status, first!.sources.RUS!.implementation]).toEqual(["accepted", 1]);
    expect([second!.status, second!.sources.RUS!.count]).toEqual(["partly-fulfilled", { done: 120, of: 175 }]);
    expect(third!.status).toBe("disputed");
  });

  test("dates under every reading are told, as a calendar with stable ids too", async () => {
    const due = await home.json("ledger due", ["--as-of", "2025-04-10", "--days", "30"]);
    expect(due.deadlines.map(({ reading, what, day }) => [reading, what, day])).toEqual([
      ["moscow", "lapses", "2025-04-16"],
      ["kyiv", "lapses", "2025-04-23"],
    ]);
    expect(due.commitments.find(({ commitment }) => commitment === "port-truce")).toMatchObject({
      disagree: true,
      starts: ["2025-03-18", "2025-03-25"],
      lapses: ["2025-04-16", "2025-04-23"],
    });
    const calendars = [
      await home.run(["ledger", "due", "--ics", "-"]),
      await home.run(["ledger", "due", "--ics", "-"]),
    ];
    const ids = calendars.map(({ out }) => out.replaceAll("\r\n ", "").match(/^UID:.*$/gm));
    expect(ids[0]).toHaveLength(4);
    expect(ids[1]).toEqual(ids[0]);
  });

  test("an amendment is a new event; two editors at once: the second is told and loses nothing", async () => {
    const { commitments, version } = await home.json("ledger show", ["wounded"]);
    const [{ commitment, seq }] = commitments as [(typeof commitments)[0]];
    const changed: Commitment = { ...commitment, mediators: ["ARE"] };
    home.write("wounded.json", JSON.stringify(changed));
    const amend = ["wounded.json", "--because", "as told later", "--based-on", String(seq)];
    const { events } = await home.json("ledger amend", amend);
    expect(events[0]!.event.what).toMatchObject({ type: "commitment-amended", commitment: changed });
    expect(await home.refused(1, ["ledger", "amend", ...amend])).toMatch(
      new RegExp(`"wounded" was changed by somebody else \\(event ${version + 1}\\)`),
    );
    expect(readFileSync(join(home.folder, "wounded.json"), "utf8")).toBe(JSON.stringify(changed));
    const { events: history } = await home.json("ledger history", ["wounded"]);
    expect(history.map(({ event }) => event.what.type)).toEqual([
      "commitment-recorded",
      "status-changed",
      "commitment-amended",
    ]);
  });

  test("what is bad is refused in one line, and nothing is written", async () => {
    const { version } = await home.json("ledger show");
    const said = ["ledger", "status", "port-truce", "RUS", "accepted"];
    const proof = ["--document", "ru", "--quote"];
    const refused: [code: 1 | 2, args: string[], words: RegExp][] = [
      [2, ["ledger", "confirm", "none"], /has no act "none"/],
      [
        2,
        ["ledger", "confirm", "--agreement", "backwards.yaml"],
        /reading "kyiv" of "backwards" ends on 2025-03-20, before it starts/,
      ],
      [2, ["ledger", "status", "none", "RUS", "accepted", ...proof, SAID], /there is no commitment "none"/],
      [2, [...said, ...proof, "never said"], /"never said" does not stand in "ru"/],
      [2, [...said, "--document", "none", "--quote", SAID], /has no document "none"/],
      [2, [...said, ...proof, SAID, "--on", "2025-03-01"], /2025-03-01 is before the commitment "port-truce" was made/],
      [2, [...said, ...proof, SAID, "--on", "2999-01-01"], /"2999-01-01" is still to come/],
      [2, [...said.slice(0, 4), "partly-fulfilled", ...proof, SAID], /partly fulfilled needs a count/],
      [2, ["ledger", "show", "none"], /there is no commitment "none"/],
      [2, ["ledger", "history", "--dossier", "none"], /there is no dossier "none"/],
      [2, ["ledger", "prove", "9999"], /9999/],
    ];
    for (const [code, args, words] of refused) expect(await home.refused(code, args)).toMatch(words);
    expect((await home.json("ledger verify")).events).toBe(version);
  });

  test("the chain verifies; a published root and a proof convince the small verifier; what is altered is named", async () => {
    const root = await home.json("ledger root");
    home.write("root.json", JSON.stringify(root));
    expect(await home.json("ledger verify", ["--root", "root.json"])).toMatchObject({ ...NO_LEDGER, published: true });
    await home.json("ledger status", status("in-force"));
    home.write("proof.json", JSON.stringify(await home.json("ledger prove", ["3"])));
    home.write("grown.json", JSON.stringify(await home.json("ledger prove", ["--from", String(root.size)])));
    const check = (...files: string[]) =>
      execFileSync(process.execPath, [join(ROOT, "verifier/verify.mjs"), ...files], {
        cwd: home.folder,
        encoding: "utf8",
      });
    home.write("now.json", JSON.stringify(await home.json("ledger root")));
    for (const proof of ["proof.json", "grown.json"]) expect(check(proof, "now.json")).toMatch(/holds|is one of|grew/i);
    const store = await home.open();
    await store.database.query("update events set event = replace(event, 'in-force', 'fulfilled') where seq = $1", [
      root.size + 1,
    ]);
    await store.close();
    const broken = await home.run(["ledger", "verify", "--root", "root.json", "--json"]);
    expect([broken.code, JSON.parse(broken.out)]).toMatchObject([
      1,
      { holds: false, firstBreak: { seq: root.size + 1, why: expect.stringMatching("altered") } },
    ]);
  });
});

const wrongUsage: [args: string[], words: RegExp][] = [
  [["ledger", "status", "x", "RUS", "accepted"], /a status needs its evidence/],
  [["ledger", "status", "x", "RUS", "disputed", "--document", "d", "--quote", "q"], /"disputed" is no status/],
  [["ledger", "confirm"], /confirm takes the ids of acts, or --agreement/],
  [["ledger", "confirm", "--agreement", "none.yaml"], /none\.yaml: there is no such file/],
  [["ledger", "amend", "none.json"], /an amendment needs its reason/],
  [["ledger", "due", "--days", "-1"], /days/],
  [["ledger", "prove"], /prove takes the number of an event/],
  [["ledger", "frob"], /ledger knows no "frob"/],
];
test.each(wrongUsage)("%j", async (args, words) => {
  expect(await refusedIn(tmpdir(), {}, args.includes("none.yaml") ? 1 : 2, args)).toMatch(words);
});
