/** The built command -> what users of `readout watch` meet: exit codes, files beside, one clear line for what is wrong. */
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const COMMAND = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "readout-watch-"));
const at = (name: string) => join(folder, name);
const write = (name: string, text: string) => {
  writeFileSync(at(name), text);
  return at(name);
};

const AGREEMENT = write(
  "truce.yaml",
  `id: made-up
title: A made-up halt
parties: [RUS, UKR]
common: { binds: [RUS, UKR], durationDays: 30, prohibits: [strike], area: [UKR, RUS] }
readings:
  - { id: early, starts: 2025-03-18, targets: [energy] }
  - { id: late, starts: 2025-03-25, targets: [energy, bridge] }
`,
);
const MAPPING = write(
  "mapping.yaml",
  `id: mine
title: Made-up strikes
origin: { name: nobody, licence: none }
record: event
sees: { conduct: [strike], parties: [RUS, UKR], targets: [energy], area: [UKR, RUS] }
map:
  id: [n]
  start: day
  dates: ["%d.%m.%Y"]
  country: { constant: UKR }
  placePrecision: { constant: country }
  conduct: { constant: strike }
  target: { column: object, values: { depot: oil-gas, bridge: bridge } }
  actor: { constant: RUS }
`,
);
const ROWS = "n,day,object\n1,19.03.2025,depot\n2,26.03.2025,bridge\n3,26.03.2025,?\n";

function watch(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, "watch", ...args], {
    encoding: "utf8",
    cwd: folder,
  });
  return { status, stdout, stderr };
}

test("findings under each reading, as JSON", () => {
  const { status, stdout, stderr } = watch(
    AGREEMENT,
    "--mapping",
    MAPPING,
    "--incidents",
    `mine=${write("rows.csv", ROWS)}`,
    "--json",
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const report = JSON.parse(stdout);
  expect(report.readings.map(({ incidents }: { incidents: object }) => incidents)).toEqual([
    { covered: 1, notCovered: 1, uncertain: 1 },
    { covered: 1, notCovered: 1, uncertain: 1 },
  ]);
  expect(report.range.covered).toEqual([1, 1]);
  expect(report.findings).toHaveLength(3);
});

test("a bad row is skipped, written beside with its reason, and makes exit code 3", () => {
  const file = write("bad.csv", `${ROWS}4,2025-03-19,depot\n`);
  const { status, stderr, stdout } = watch(AGREEMENT, "--mapping", MAPPING, `mine=${file}`);
  expect(status).toBe(3);
  expect(stderr).toContain("1 of 4 rows were skipped");
  expect(JSON.parse(readFileSync(`${file}.skipped.ndjson`, "utf8"))).toMatchObject({
    feed: "mine",
    because: expect.stringMatching(/no date/),
    row: { n: "4" },
  });
  expect(stdout).toContain("A made-up halt");
});

test("a page, a chart and a map are written where asked", () => {
  const file = write(
    "more.csv",
    `${ROWS}${Array.from({ length: 40 }, (_, n) => `x${n},${(n % 28) + 1}.03.2025,depot`).join("\n")}\n`.replace(
      /,(\d)\.03/g,
      ",0$1.03",
    ),
  );
  const { status, stderr } = watch(
    AGREEMENT,
    "--mapping",
    MAPPING,
    `mine=${file}`,
    "--html",
    at("page.html"),
    "--chart",
    at("chart.svg"),
  );
  expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.stringContaining("wrote") });
  expect(readFileSync(at("page.html"), "utf8")).toContain("A made-up halt");
  expect(readFileSync(at("chart.svg"), "utf8")).toContain("<svg");
});

test("labels of a second file are joined to a feed's records, and missed where they are not given", () => {
  const info = write(
    "event_info.csv",
    "viina_version,event_id,event_id_1pd,date,report_id,GEO_PRECISION,ADM1_NAME\nx,1,a,20250319,1,ADM3,Donets'k\nx,2,b,20250319,2,ADM3,Donets'k\n",
  );
  const labels = write(
    "event_1pd.csv",
    "event_id_1pd,n_reports,event_ids,t_mil_b,t_uav_b,a_rus_init_b\na,1,1,1,1,1\nb,1,2,0,0,0\n",
  );
  const joined = watch(AGREEMENT, info, labels, "--json");
  expect(joined.stderr).toContain("1 rows are labelled as about something else");
  expect(JSON.parse(joined.stdout).findings).toMatchObject([{ id: "1", conduct: "drone-strike", actor: "RUS" }]);
  const apart = watch(AGREEMENT, info, "--json");
  expect(apart.stderr).toContain("viina-labels=FILE");
  expect(JSON.parse(apart.stdout).findings).toMatchObject([{ conduct: null }, { conduct: null }]);
  const alone = watch(AGREEMENT, `viina-labels=${labels}`);
  expect(alone).toMatchObject({ status: 2, stderr: expect.stringContaining("viina=FILE") });
});

test.each<[string, string[], number, RegExp]>([
  ["no agreement", [], 2, /watch needs an AGREEMENT/],
  ["no incidents", [AGREEMENT], 2, /watch needs incidents/],
  ["an unknown agreement", ["no-such-truce", "x.csv"], 2, /the catalogue has no agreement "no-such-truce"/],
  ["an unknown feed", [AGREEMENT, `nothing=${at("rows.csv")}`], 2, /there is no feed "nothing"/],
  ["columns of no feed", [AGREEMENT, at("rows.csv")], 2, /no feed is known by its columns/],
  ["a file that is not there", [AGREEMENT, "--mapping", MAPPING, "mine=nowhere.csv"], 1, /nowhere\.csv/],
  [
    "an impossible window",
    [
      write(
        "never.yaml",
        "id: x\ntitle: X\nparties: [A]\nreadings: [{ id: r, starts: 2025-04-20, ends: 2025-04-19 }]\n",
      ),
      at("rows.csv"),
    ],
    2,
    /ends .* before it starts/,
  ],
  [
    "a circle of parts",
    [
      write(
        "circle.yaml",
        "id: x\ntitle: X\nparties: [A]\ndefines: [{ id: a, name: A, partOf: [b] }, { id: b, name: B, partOf: [a] }]\nreadings: [{ id: r, starts: 2025-04-20, durationDays: 1 }]\n",
      ),
      at("rows.csv"),
    ],
    2,
    /a is part of b is part of a/,
  ],
  [
    "a target that is none",
    [
      write(
        "target.yaml",
        "id: x\ntitle: X\nparties: [A]\nreadings: [{ id: r, starts: 2025-04-20, durationDays: 1, targets: [moon] }]\n",
      ),
      at("rows.csv"),
    ],
    2,
    /no target "moon"/,
  ],
  [
    "a field that is none",
    [write("field.yaml", "id: x\ntitle: X\nparties: [A]\nreading: []\n"), at("rows.csv")],
    2,
    /field\.yaml/,
  ],
])("%s is one clear line", (_, args, status, message) => {
  const answer = watch(...args);
  expect(answer).toMatchObject({ status, stdout: "", stderr: expect.stringMatching(message) });
  expect(answer.stderr.trim().split("\n")).toHaveLength(1);
});

test("--live prints what is new as it comes, and ends when asked to", async () => {
  const file = write("live.csv", ROWS);
  const child = spawn(process.execPath, [
    COMMAND,
    "watch",
    AGREEMENT,
    "--mapping",
    MAPPING,
    `mine=${file}`,
    "--json",
    "--live",
    "--every",
    "1",
  ]);
  const lines = linesOf(child);
  expect(JSON.parse(await lines()).agreement).toBe("made-up");
  appendFileSync(file, "9,20.03.2025,dep");
  // Time for a look at the line that is half written.
  await new Promise((done) => setTimeout(done, 1_500));
  appendFileSync(file, "ot\n");
  expect(JSON.parse(await lines())).toMatchObject({
    id: "9",
    readings: { early: { status: "covered" }, late: { status: "notCovered" } },
  });
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGINT");
  expect(await ended).toBe(0);
  expect(existsSync(`${file}.skipped.ndjson`)).toBe(false);
});

test("--live follows an address: what is new or says something else is told once, and a failure is no end", async () => {
  let [text, status, asked] = [ROWS, 200, 0];
  const server = createServer((request, response) => {
    if (request.url === "/robots.txt") return void response.writeHead(404).end();
    asked += 1;
    const etag = `"${text.length}"`;
    if (status !== 200) response.writeHead(status, { "retry-after": "0" }).end();
    else if (request.headers["if-none-match"] === etag) response.writeHead(304).end();
    else response.writeHead(200, { etag, "content-type": "text/csv" }).end(text);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/rows`;
  const options = ["--json", "--live", "--every", "1", "--allow-private"];
  const child = spawn(process.execPath, [
    COMMAND,
    "watch",
    AGREEMENT,
    "--mapping",
    MAPPING,
    `mine=${address}`,
    ...options,
  ]);
  const lines = linesOf(child);
  expect(JSON.parse(await lines()).findings).toHaveLength(3);
  text = `n,day,object\n1,19.03.2025,depot\n2,26.03.2025,depot\n3,26.03.2025,?\n9,20.03.2025,depot\n`;
  expect(JSON.parse(await lines())).toMatchObject({ id: "9", readings: { early: { status: "covered" } } });
  expect(JSON.parse(await lines())).toMatchObject({ id: "2", target: "oil-gas" });
  const before = asked;
  status = 404;
  let told = "";
  await new Promise<void>((done) => {
    child.stderr.on("data", (chunk) => {
      told += chunk;
      if (told.includes("asked again after")) done();
    });
  });
  expect(told).toMatch(/HTTP 404/);
  expect(asked).toBeGreaterThan(before);
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGINT");
  expect(await ended).toBe(0);
  await new Promise((done) => server.close(done));
});

test("an address of a private network is refused", () => {
  const answer = watch(AGREEMENT, "--mapping", MAPPING, "mine=http://127.0.0.1:9/rows.csv");
  expect(answer).toMatchObject({ status: 1, stderr: expect.stringContaining("--allow-private") });
});

/** The next line of standard output, each time it is asked. */
function linesOf(child: ChildProcessWithoutNullStreams): () => Promise<string> {
  let [text, wake] = ["", () => {}];
  child.stdout.on("data", (chunk) => {
    text += chunk;
    wake();
  });
  return async () => {
    while (!text.includes("\n")) await new Promise<void>((done) => (wake = done));
    const [line, ...rest] = text.split("\n");
    text = rest.join("\n");
    return line!;
  };
}
