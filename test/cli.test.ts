/** The built command run as a user runs it -> output, one clear line for bad input, exit codes of the contract. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Act } from "../src/model/act.js";
import { Comparison, type Item } from "../src/model/comparison.js";
import { ROOT } from "./source-files.js";

const BINARY = join(ROOT, "dist/cli/main.js");

const TR = `The President of Türkiye spoke by phone today with the President of France. The presidents agreed to reopen the port for grain exports for 60 days. Türkiye will send inspectors to the port. The two sides discussed the exchange of prisoners. Türkiye rejected any sanctions on its ships.
`;
const FR = `The President of France held a telephone conversation with the President of Türkiye. The leaders agreed to reopen the port for exports. France proposed an exchange of prisoners. They agreed to stay in touch.
`;
const HOSTILE = `The President of France \u001b[31mspoke\u001b[0m today with the President of Türkiye.\u202e They agreed\u009b2J to reopen \u2066the port\u2069 for <script>alert(1)</script> exports. =HYPERLINK("http://x") was proposed by France.
`;
const RUSSIAN = "Президенты обсудили положение в регионе и договорились продолжать контакты.\n";

/** What no output may hold: controls but line breaks, and characters that turn the direction of text. */
const OBEYED = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/;

let folder = "";

beforeAll(() => {
  const prepare = `import { prepare } from ${JSON.stringify(pathToFileURL(join(ROOT, "scripts/prepare.mjs")).href)}; prepare();`;
  execFileSync(process.execPath, ["--input-type=module", "-e", prepare], { stdio: ["ignore", "ignore", "inherit"] });
  folder = mkdtempSync(join(tmpdir(), "readout-cli-"));
  const files: Record<string, string | Uint8Array> = {
    "tr.txt": TR,
    "fr.md": FR,
    "hostile.txt": HOSTILE,
    "russian.txt": RUSSIAN,
    "empty.txt": "",
    "blank.txt": " \n\n\t\n",
    "binary.txt": new Uint8Array([84, 104, 101, 0, 1, 2]),
    "latin1.txt": Buffer.from("The talks went on.\nT\xfcrkiye agreed.\n", "latin1"),
    "utf16.txt": Buffer.from(`\ufeff${FR}`, "utf16le"),
    "large.txt": Buffer.alloc(50_000_000, "The talks went on. "),
    "page.html": "<!doctype html><title>Talks</title><script>document.write('The talks went on.')</script>",
    "broken.pdf": "%PDF-1.7 nothing else",
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  mkdirSync(join(folder, "folder"));
  symlinkSync("loop.txt", join(folder, "loop.txt"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  code: number | null;
  out: string;
  err: string;
}

function readout(
  args: string[],
  { input = "", env = {} }: { input?: string | Uint8Array; env?: Record<string, string> } = {},
): Run {
  const { PATH } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [BINARY, ...args], {
    cwd: folder,
    input,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...(PATH === undefined ? {} : { PATH }), ...env },
  });
  return { code: status, out: stdout, err: stderr };
}

/** Standard output parsed, after exit code 0. */
function json(args: string[]): unknown {
  const { code, out, err } = readout([...args, "--json"]);
  expect({ code, err }).toEqual({ code: 0, err: expect.not.stringContaining("error") });
  return JSON.parse(out);
}

const compared = (...sources: string[]): Comparison => Comparison.parse(json(["compare", ...sources]));

describe("bad input", () => {
  const cases: [what: string, args: string[], code: number, words: RegExp][] = [
    ["a missing file", ["read", "none.txt"], 1, /none\.txt: there is no such file/],
    ["a path through a file", ["read", "tr.txt/x"], 1, /there is no such file/],
    ["a directory", ["read", "folder"], 1, /folder: is a directory/],
    ["a link to itself", ["read", "loop.txt"], 1, /leads to itself/],
    ["binary data", ["read", "binary.txt"], 1, /binary data/],
    ["an empty file", ["read", "empty.txt"], 1, /holds no text/],
    ["a blank file", ["read", "blank.txt"], 1, /holds no text/],
    ["bad UTF-8", ["read", "latin1.txt"], 1, /not valid UTF-8 \(first bad byte on line 2\)/],
    ["UTF-16", ["read", "utf16.txt"], 1, /UTF-16/],
    ["a 50 MB file", ["read", "large.txt"], 1, /has 50 MB/],
    ["a page without words", ["read", "page.html"], 1, /page holds no text/],
    ["a broken PDF", ["read", "broken.pdf"], 1, /PDF is damaged/],
    ["an address of this machine", ["read", "http://127.0.0.1:9/x", "--no-archive"], 1, /not on the public internet/],
    ["an address that is none", ["read", "http://", "--no-archive"], 1, /is no address/],
    [
      "an engine beside a report",
      ["compare", "tr=tr.txt", "fr=fr.md", "--report", "tr.txt", "--engine", "rules"],
      2,
      /--engine cannot be given/,
    ],
    ["two answers on the archive", ["read", "tr.txt", "--archive", "x", "--no-archive"], 2, /cannot both/],
    ["a language that is not read", ["read", "russian.txt"], 1, /is in Russian/],
    ["one source only", ["compare", "tr=tr.txt"], 2, /needs two or more sources and got one/],
    ["no source", ["compare"], 2, /needs two or more/],
    ["no source to read", ["read"], 2, /needs a SOURCE/],
    ["an id in capitals", ["read", "TR=tr.txt"], 1, /written in lower case, as in us=FILE/],
    ["two equal ids", ["compare", "a=tr.txt", "a=fr.md"], 2, /both have the id "a"/],
    ["equal stems", ["compare", "tr.txt", "folder/tr.txt"], 2, /both have the id "tr"/],
    ["a name without a source", ["compare", "tr=", "fr=fr.md"], 2, /names no source/],
    ["a bad source beside a good one", ["compare", "tr=tr.txt", "fr=none.txt"], 1, /none\.txt/],
    ["an unknown option", ["read", "--frob", "tr.txt"], 2, /"--frob"/],
    ["an unknown command", ["frobnicate"], 2, /is no command/],
    ["two formats", ["compare", "tr.txt", "fr.md", "--json", "--csv"], 2, /cannot both/],
    ["an unknown watchlist", ["compare", "tr.txt", "fr.md", "--watchlist", "none"], 2, /there is no "none"/],
    ["no date", ["read", "tr.txt", "--published", "yesterday"], 2, /is no date/],
    ["an unknown party", ["read", "tr.txt", "--participants", "tr,atlantis"], 2, /"atlantis" is no party/],
    ["a page over a source", ["compare", "tr.txt", "fr.md", "--html", "fr.md"], 2, /overwrite the source/],
    ["a page over a directory", ["compare", "tr.txt", "fr.md", "--html", "folder"], 1, /is a directory/],
    ["a page in no folder", ["compare", "tr.txt", "fr.md", "--html", "none/page.html"], 1, /folder does not exist/],
  ];

  test.each(cases)("%s", (_, args, code, words) => {
    const before = readdirSync(folder);
    const run = readout(args);
    expect({ code: run.code, out: run.out }).toEqual({ code, out: "" });
    expect(run.err).toMatch(/^readout: error: [^\n]+\.\n$/);
    expect(run.err).toMatch(words);
    expect(readdirSync(folder)).toEqual(before);
  });

  test("too much on standard input", () => {
    const run = readout(["read", "-"], { input: Buffer.alloc(11_000_000, "The talks went on. ") });
    expect(run).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringMatching(/^readout: error: standard input: is larger/),
    });
  });

  test("several sources: the good are read, each bad one is named, exit code 3", () => {
    const run = readout(["read", "tr.txt", "none.txt", "binary.txt", "fr.md", "--json"]);
    expect(run.code).toBe(3);
    expect(run.err.trim().split("\n")).toHaveLength(2);
    const documents = run.out
      .trim()
      .split("\n")
      .map((line) => Act.parse(JSON.parse(line)).document);
    expect([...new Set(documents)]).toEqual(["tr", "fr"]);
  });

  test("no command", () => {
    expect(readout([])).toMatchObject({ code: 2, out: "", err: expect.stringContaining("Usage:") });
  });
});

describe("readout read", () => {
  test("prints acts as NDJSON that fits the schema and quotes exactly", () => {
    const lines = readout(["read", "tr=tr.txt", "fr.md", "--json"]).out.trim().split("\n");
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) {
      const act = Act.parse(JSON.parse(line));
      expect((act.document === "tr" ? TR : FR).slice(act.start, act.end)).toBe(act.quote);
    }
  });

  test("prints a table by default", () => {
    const { out, code } = readout(["read", "tr.txt"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^tr \[readout, speaks for T/);
    expect(out.replace(/\s+│?\s*/g, " ")).toContain("grain exports for 60 days");
  });

  test("reads standard input, a byte-order mark dropped", () => {
    const { out } = readout(["read", "tr=-", "--json"], { input: `\ufeff${TR}` });
    for (const line of out.trim().split("\n")) {
      const { start, end, quote } = Act.parse(JSON.parse(line));
      expect(TR.slice(start, end)).toBe(quote);
    }
  });

  test("ends quietly when its reader goes away", async () => {
    const child = spawn(process.execPath, [BINARY, "read", "tr.txt", "fr.md", "--json"], { cwd: folder });
    child.stdout.destroy();
    let err = "";
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    const code = await new Promise((done) => child.on("close", done));
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });
});

describe("readout compare", () => {
  test("prints one object that fits the schema and quotes exactly", () => {
    const { sources, items } = compared("tr=tr.txt", "fr=fr.md");
    expect(sources.map(({ id, parties, genre }) => [id, parties, genre])).toEqual([
      ["tr", ["TUR"], "readout"],
      ["fr", ["FRA"], "readout"],
    ]);
    expect(items.length).toBeGreaterThan(3);
    for (const item of items) {
      for (const [id, text] of Object.entries({ tr: TR, fr: FR })) {
        for (const { start, end, quote } of item.sources[id]?.spans ?? []) expect(text.slice(start, end)).toBe(quote);
      }
    }
  });

  test("swapping the sources mirrors the answer and changes nothing else", () => {
    const byId = (items: readonly Item[]) => [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
    const [one, two] = [compared("tr=tr.txt", "fr=fr.md"), compared("fr=fr.md", "tr=tr.txt")];
    expect(two.sources).toEqual(one.sources.toReversed());
    expect(byId(two.items)).toEqual(byId(one.items));
  });

  test.each([
    ["the terminal", [], /^What has each side agreed to\?\n/],
    ["Markdown", ["--markdown"], /^# What has each side agreed to\?\n\n\| Source /],
    ["CSV", ["--csv"], /^"item","id","label"/],
  ])("prints for %s", (_, options, start) => {
    const { out, code, err } = readout(["compare", "tr=tr.txt", "fr=fr.md", ...options]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(start);
    expect(out).toContain("reopen the port");
  });

  test("writes a page, alone or beside another view, and says where", () => {
    const alone = readout(["compare", "tr=tr.txt", "fr=fr.md", "--html", "alone.html"]);
    expect(alone).toMatchObject({ code: 0, out: "", err: expect.stringContaining("wrote alone.html") });
    expect(readFileSync(join(folder, "alone.html"), "utf8")).toMatch(
      /^<!doctype html>\n<html lang="en">[\s\S]*<\/html>\n$/,
    );
    const both = readout(["compare", "tr=tr.txt", "fr=fr.md", "--html", "both.html", "--json"]);
    expect(Comparison.parse(JSON.parse(both.out)).items.length).toBeGreaterThan(0);
    expect(existsSync(join(folder, "both.html"))).toBe(true);
  });

  test("loads no schemas, which would cost a tenth of a cold start", () => {
    const hook =
      'export const resolve = (name, context, next) => { if (name === "zod") throw new Error(name); return next(name, context); }';
    const load = `import { register } from "node:module"; register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hook)}`)});`;
    const flags = ["--import", `data:text/javascript,${encodeURIComponent(load)}`];
    const args = [...flags, BINARY, "compare", "tr=tr.txt", "fr=fr.md"];
    expect(spawnSync(process.execPath, args, { cwd: folder }).status).toBe(0);
  });

  test("notes when two sources hold the same text", () => {
    const { code, err } = readout(["compare", "a=tr.txt", "b=tr.txt"]);
    expect(code).toBe(0);
    expect(err).toMatch(/^readout: note: "a" and "b" hold the same text/m);
  });

  test("takes a watchlist, a date and participants from the user", () => {
    const { code, out } = readout([
      "compare",
      "tr=tr.txt",
      "fr=fr.md",
      "--watchlist",
      "russia-ukraine",
      "--published",
      "2024-05",
      "--participants",
      "tr,fr",
      "--json",
    ]);
    expect(code).toBe(0);
    const comparison = Comparison.parse(JSON.parse(out));
    expect(comparison.sources.map(({ published }) => published)).toEqual(["2024-05", "2024-05"]);
    expect(comparison.unsaid.length).toBeGreaterThan(0);
  });
});

describe("hostile texts", () => {
  const NAME = "ev\u001b[31mil\u202e.txt";

  test.each([
    [["read", "hostile.txt"]],
    [["read", "hostile.txt", "--json"]],
    [["compare", "fr=hostile.txt", "tr=tr.txt"]],
    [["compare", "fr=hostile.txt", "tr=tr.txt", "--json"]],
    [["compare", "fr=hostile.txt", "tr=tr.txt", "--markdown"]],
    [["compare", "fr=hostile.txt", "tr=tr.txt", "--csv"]],
  ])("%j reach no reader raw", (args) => {
    const { code, out, err } = readout(args);
    expect(code).toBe(0);
    expect(out).toContain("reopen");
    expect(out + err).not.toMatch(OBEYED);
  });

  test("keep their exact words in JSON", () => {
    for (const line of readout(["read", "hostile.txt", "--json"]).out.trim().split("\n")) {
      const { start, end, quote } = Act.parse(JSON.parse(line));
      expect(HOSTILE.slice(start, end)).toBe(quote);
    }
  });

  test("run nothing in a page", () => {
    readout(["compare", "fr=hostile.txt", "tr=tr.txt", "--html", "hostile.html"]);
    const page = readFileSync(join(folder, "hostile.html"), "utf8");
    expect(page).not.toContain("<script>alert");
    expect(page).not.toMatch(OBEYED);
  });

  test("and file names reach no terminal raw either", () => {
    writeFileSync(join(folder, NAME), FR);
    const [read, missing, wrong] = [readout(["read", NAME]), readout(["read", `no${NAME}`]), readout([NAME])];
    expect([read.code, missing.code, wrong.code]).toEqual([0, 1, 2]);
    for (const { out, err } of [read, missing, wrong]) expect(out + err).not.toMatch(OBEYED);
    expect(missing.err).toContain("noev\\u001b[31mil\\u202e.txt");
  });
});

describe("the terminal", () => {
  test("gets no colour through a pipe, whatever the environment", () => {
    for (const env of [{}, { FORCE_COLOR: "1" }, { NO_COLOR: "1" }]) {
      expect(readout(["compare", "tr=tr.txt", "fr=fr.md"], { env }).out).not.toContain("\u001b");
    }
  });

  test("gets lines that fit its width", () => {
    for (const columns of [50, 80, 120]) {
      const { out } = readout(["compare", "tr=tr.txt", "fr=fr.md"], { env: { COLUMNS: String(columns) } });
      for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(columns);
    }
  });
});

describe("help", () => {
  test.each([[["--help"]], [["read", "--help"]], [["compare", "--help"]], [["help", "read"]]])("%j", (args) => {
    const { code, out, err } = readout(args);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/Usage:[\s\S]*Examples:[\s\S]*Exit codes:/);
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });

  test("--version is the package's", () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
    expect(readout(["--version"]).out).toBe(`${version}\n`);
  });

  test("docs/cli.md is what --help says", () => {
    const check = spawnSync(process.execPath, [join(ROOT, "scripts/write-cli-reference.mjs"), "--check"], {
      encoding: "utf8",
    });
    expect(check).toMatchObject({ status: 0, stderr: "" });
  });
});
