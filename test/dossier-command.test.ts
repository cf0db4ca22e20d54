/** `readout dossier` and `readout review` as a user calls them -> dossiers filled and shown, and an editor's word on what waits. */
import { tmpdir } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CommandHome, commandHome, refusedIn, statementText } from "./command-home.js";
import { onEachDatabase } from "./each-database.js";

const PROMISE = "Russia agreed to halt strikes on energy infrastructure for 30 days.";
const AGREEMENT = `id: port-truce
title: A made-up truce at a port
parties: [RUS, UKR]
declared: 2025-03-18
common: { binds: [RUS, UKR], prohibits: [strike], targets: [energy], area: [UKR, RUS], starts: 2025-03-18, durationDays: 30 }
readings: [{ id: own }]
`;
const FEED = `id: mine
title: Strikes that we counted
origin: { name: our desk, licence: ours }
record: event
sees: { conduct: [strike], parties: [RUS, UKR], targets: [energy], area: [UKR, RUS] }
map:
  id: [number]
  start: day
  country: { constant: UKR }
  conduct: { constant: strike }
  target: { constant: energy }
`;
const FORECAST = `id: truce-holds
by: An institute
about: port-truce
question: truce-holds-30-days
settledBy: Does the truce hold for 30 days?
resolvesOn: 2025-04-16
madeOn: 2025-03-19
evidence: { source: A made-up newspaper, quote: The truce will hold for thirty days }
`;

onEachDatabase((url) => {
  let home: CommandHome;
  beforeAll(async () => {
    home = await commandHome(url);
    home.write("ru.md", statementText("2025-03-18", PROMISE));
    home.write("ua.md", statementText("2025-03-18", "Ukraine proposed to halt strikes on energy.", "Ukraine"));
    home.write(
      "later.md",
      statementText("2025-03-20", "Russia denied that it had agreed to halt strikes on energy infrastructure."),
    );
    home.write("truce.yaml", AGREEMENT);
    home.write("feed.yaml", FEED);
    home.write("rows.csv", "number,day\n1,2025-03-10\n2,2025-03-20\n3,2025-03-21\n");
    home.write("forecast.yaml", FORECAST);
    home.write("paper.md", statementText("2025-03-19", "The truce will hold for thirty days, the institute said."));
  });
  afterAll(() => home.remove());

  test("a dossier is made, listed and filled; nothing an engine found is there without an editor", async () => {
    const made = await home.json("dossier new", ["call", "--title", "A made-up call", "--conflict", "russia-ukraine"]);
    expect(made).toEqual({ id: "call", title: "A made-up call", conflict: "russia-ukraine", publishesUnread: false });
    const { added } = await home.json("dossier add", ["call", "ru.md", "ua.md"]);
    expect(new Set(added.map(({ kind }) => kind))).toEqual(new Set(["document", "act", "comparison"]));
    const { records, entry } = await home.json("dossier show", ["call"]);
    expect(entry.events).toBe(1 + added.length);
    expect(records.map(({ kind, review }) => `${kind} ${review}`)).toEqual(
      added.map(({ kind }) => `${kind} ${kind === "document" ? "published" : "waiting"}`),
    );
    expect((await home.json("dossier list")).dossiers).toEqual([entry]);
    expect(await home.json("dossier add", ["call", "ru.md", "ua.md"])).toEqual({ dossier: "call", added: [] });
    expect((await home.run(["dossier", "show"])).out).toContain("A made-up call");
  });

  test("the queue holds what waits; a decision takes it out, and is kept with its note", async () => {
    const { waiting } = await home.json("review list");
    const [first, second] = waiting.filter(({ kind }) => kind === "act");
    const { events } = await home.json("review publish", ["act", first!.id, "--note", "read"]);
    expect(events.map(({ event }) => event.what)).toEqual([
      { type: "record-reviewed", kind: "act", id: first!.id, decision: "published", note: "read" },
    ]);
    expect(events[0]!.event.author).toBe("Edith");
    await home.json("review reject", ["act", second!.id]);
    const after = (await home.json("review list", ["--dossier", "call"])).waiting;
    expect(after.map(({ id }) => id)).toEqual(
      waiting.map(({ id }) => id).filter((id) => id !== first!.id && id !== second!.id),
    );
  });

  test("a later word is decided by the editor, as another word than was proposed too", async () => {
    const { records } = await home.json("dossier show", ["call"]);
    const act = records.find(({ kind, body }) => kind === "act" && (body as { act: string }).act === "agreed")!;
    await home.json("ledger confirm", [act.id, "--id", "halt"]);
    await home.json("dossier add", ["call", "later.md"]);
    const { waiting } = await home.json("review list");
    const word = waiting.find(({ kind }) => kind === "later-word")!;
    expect(word.body).toMatchObject({ commitment: "halt", by: "RUS", word: "denying" });
    const decided = ["later-word", word.id, "--word", "qualifying", "--status", "suspended"];
    const { events } = await home.json("review publish", decided);
    expect(events.map(({ event }) => event.what.type)).toEqual(["record-reviewed", "word-recorded", "status-changed"]);
    const { commitments } = await home.json("ledger show", ["halt"]);
    expect([commitments[0]!.words.RUS!.word, commitments[0]!.status]).toEqual(["qualifying", "suspended"]);
  });

  test("agreements, incidents, findings, weighings and forecasts enter it and show in it", async () => {
    await home.json("ledger confirm", ["--agreement", "truce.yaml"]);
    const report = await home.run(["watch", "truce.yaml", "--mapping", "feed.yaml", "mine=rows.csv", "--json"]);
    const weighing = await home.run(["weigh", "truce.yaml", "--as-of", "2025-03-24", "--json"]);
    await home.run(["forecast", "add", "forecast.yaml", "--source", "paper.md"]);
    home.write("report.json", report.out);
    home.write("weighing.json", weighing.out);
    const files = ["--watch", "report.json", "--weighing", "weighing.json", "--forecasts", "forecasts.ndjson"];
    const { kept } = await home.json("dossier put", ["call", ...files]);
    expect(kept).toEqual([
      expect.stringContaining(
        'Kept what Strikes that we counted tell of "A made-up truce at a port", and 2 incidents.',
      ),
      'Kept the weighing of "A made-up truce at a port" as of 2025-03-24.',
      expect.stringContaining("Kept 1 of 1 forecasts"),
    ]);
    const { records } = await home.json("dossier show", ["call"]);
    const of = (kind: string) => records.filter((record) => record.kind === kind);
    const published = { review: "published", engine: null };
    expect(of("agreement")).toMatchObject([{ id: "port-truce", ...published }]);
    expect(of("incident")).toMatchObject([
      { id: "mine:2", on: "2025-03-20", ...published, body: { feed: "mine", target: "energy" } },
      { id: "mine:3", on: "2025-03-21" },
    ]);
    expect(of("finding")).toMatchObject([{ id: "port-truce", ...published, body: JSON.parse(report.out) }]);
    const weighed = { id: "port-truce", on: "2025-03-24", ...published, body: JSON.parse(weighing.out) };
    expect(of("weighing")).toMatchObject([weighed]);
    expect(of("forecast")).toMatchObject([
      { id: "truce-holds", body: [{ event: "added", forecast: { by: "An institute" } }] },
    ]);
    expect((await home.json("ledger verify")).holds).toBe(true);
    expect((await home.run(["dossier", "show"])).out).toMatch(
      /forecast truce-holds .*An institute The truce will hold/,
    );
  });

  test("what an engine judged waits where somebody hands it in who may not edit", async () => {
    await home.json("user add", ["Ann", "--role", "analyst"]);
    const { token } = await home.json("token add", ["Ann", "--scopes", "read,read-unpublished,add"]);
    const { out } = await home.run(["weigh", "truce.yaml", "--as-of", "2025-03-25", "--json"]);
    home.write("weighing.json", out);
    const as = { env: { READOUT_TOKEN: token } };
    expect((await home.json("dossier put", ["call", "--weighing", "weighing.json"], as)).kept).toEqual([
      expect.stringMatching(/as of 2025-03-25\. It waits in readout review\.$/),
    ]);
    const waiting = (await home.json("review list")).waiting.filter(({ kind }) => kind === "weighing");
    expect(waiting).toMatchObject([{ id: "port-truce", engine: "weigh", review: "waiting" }]);
    await home.json("review publish", ["weighing", "port-truce"]);
  });

  const refused: [title: string, code: 1 | 2, args: string[], words: RegExp][] = [
    ["an id that is taken", 2, ["dossier", "new", "call"], /there is a dossier "call" already/],
    ["an id that is none", 2, ["dossier", "new", "A B"], /"A B" cannot be the id of a dossier/],
    ["an unknown dossier", 2, ["dossier", "show", "none"], /there is no dossier "none"/],
    ["an unknown dossier to add to", 2, ["dossier", "add", "none", "ru.md"], /there is no dossier "none"/],
    [
      "an unknown dossier to put into",
      2,
      ["dossier", "put", "none", "--weighing", "weighing.json"],
      /there is no dossier "none"/,
    ],
    [
      "a report of no form",
      1,
      ["dossier", "put", "call", "--watch", "weighing.json"],
      /weighing\.json: .*Write it with readout watch --json/,
    ],
    [
      "a text of another source under a known id",
      2,
      ["dossier", "add", "call", "ru=ua.md"],
      /"ru" is the document from ru\.md already/,
    ],
    ["a missing text", 1, ["dossier", "add", "call", "none.md"], /none\.md/],
    ["an unknown record", 2, ["review", "publish", "act", "none"], /has no act "none"/],
    ["the queue of an unknown dossier", 2, ["review", "--dossier", "none"], /there is no dossier "none"/],
  ];
  test("bad input is refused in one line, and leaves the dossier as it was", async () => {
    const before = await home.json("dossier show", ["call"]);
    for (const [, code, args, words] of refused) expect(await home.refused(code, args)).toMatch(words);
    expect(await home.json("dossier show", ["call"])).toEqual(before);
  });
});

const wrongUsage: [title: string, args: string[], words: RegExp][] = [
  ["no verb", ["dossier"], /It knows: new, add, put, show, list, example/],
  ["an unknown verb", ["dossier", "frob"], /knows no "frob"/],
  ["a day that is none", ["dossier", "show", "--as-of", "2025-02-30"], /is no date/],
  ["an unknown kind", ["review", "publish", "thing", "x"], /KIND: "thing" is none of/],
  ["an unknown word", ["review", "publish", "later-word", "x", "--word", "maybe"], /--word: "maybe" is none of/],
];
test.each(wrongUsage)("%s", async (_, args, words) => {
  expect(await refusedIn(tmpdir(), {}, 2, args)).toMatch(words);
});
