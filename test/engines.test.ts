/** The commands with another engine, run as a user runs them, against a model on loopback: never unasked, never silent on the cost. */
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Act } from "../src/model/act.js";
import { Comparison } from "../src/model/comparison.js";
import { EngineComparison } from "../src/model/engine-difference.js";
import type { ProposedAct } from "../src/model/proposal.js";
import { type ModelServer, startModelServer } from "./model-server.js";
import { ROOT } from "./source-files.js";

const KEY = "sk-very-secret-0123456789";
const TR = "The presidents agreed to reopen the port for grain exports. Türkiye rejected any sanctions on its ships.\n";
const FR = "The leaders discussed the port and grain exports. France proposed an exchange of prisoners.\n";
const about = { recipients: [], attribution: [], condition: null, why: "The model thinks so." };
const ACTS: ProposedAct[] = [
  {
    ...about,
    act: "agreed",
    veridicality: "asserted",
    quote: "The presidents agreed to reopen the port for grain exports",
    trigger: "agreed to",
    actors: [],
  },
  {
    ...about,
    act: "denied",
    veridicality: "asserted",
    quote: "Türkiye rejected any sanctions on its ships",
    trigger: "rejected",
    actors: ["Türkiye"],
  },
  {
    ...about,
    act: "discussed",
    veridicality: "asserted",
    quote: "The leaders discussed the port and grain exports",
    trigger: "discussed",
    actors: [],
  },
];

const folder = mkdtempSync(join(tmpdir(), "readout-engines-"));
let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer(ACTS);
  writeFileSync(join(folder, "tr.txt"), TR);
  writeFileSync(join(folder, "fr.txt"), FR);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  server.answer("good");
  server.requests.length = 0;
});

interface Run {
  code: number | null;
  out: string;
  err: string;
}

/** In a process of its own, while the model answers in this one. */
function readout(args: string[], env: Record<string, string> = {}): Promise<Run> {
  const named = { READOUT_LLM_BASE_URL: server.url, READOUT_LLM_MODEL: "made-up", READOUT_LLM_KEY: KEY };
  const { PATH } = process.env;
  const child = spawn(process.execPath, [join(ROOT, "dist/cli/main.js"), ...args], {
    cwd: folder,
    env: { ...(PATH === undefined ? {} : { PATH }), HOME: folder, ...named, ...env },
  });
  const run: Run = { code: null, out: "", err: "" };
  child.stdout.on("data", (chunk) => {
    run.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    run.err += chunk;
  });
  return new Promise((done) => child.on("close", (code) => done({ ...run, code })));
}

describe("without --engine", () => {
  it.each([
    [["read", "tr.txt"]],
    [["compare", "tr=tr.txt", "fr=fr.txt"]],
    [["compare", "tr=tr.txt", "fr=fr.txt", "--engine", "rules"]],
  ])("%j asks no model, though one is set", async (args) => {
    const { code, err } = await readout(args);
    expect([code, err.includes("llm")]).toEqual([0, false]);
    expect(server.requests.length).toBe(0);
  });
});

describe("--engine llm", () => {
  it("reads acts of the same shape, tells what it cost, and asks once", async () => {
    const first = await readout(["read", "tr.txt", "--engine", "llm", "--json"], {
      READOUT_LLM_PRICES: "1,1",
      READOUT_CACHE: join(folder, "cache"),
    });
    expect(first.code).toBe(0);
    const acts = first.out
      .trim()
      .split("\n")
      .map((line) => Act.parse(JSON.parse(line)));
    expect(acts.map(({ act, rule, why }) => [act, rule, why])).toEqual([
      ["agreed", "llm:agreed", "The model thinks so."],
      ["denied", "llm:denied", "The model thinks so."],
    ]);
    expect(first.err).toMatch(
      /llm: 1 requests, 0 answers from the cache, 1,000 \+ 100 tokens, 0\.0011 US dollars, \d+\.\d s\./,
    );
    const again = await readout(["read", "tr.txt", "--engine", "llm", "--json"], {
      READOUT_CACHE: join(folder, "cache"),
    });
    expect(again.out).toBe(first.out);
    expect(again.err).toMatch(/0 requests, 1 answers from the cache/);
    expect(server.requests.length).toBe(1);
    expect(readdirSync(join(folder, "cache/readout/llm")).length).toBe(1);
  });

  it("compares, with the engine and its cost in the JSON", async () => {
    const { code, out } = await readout(["compare", "tr=tr.txt", "fr=fr.txt", "--engine", "llm", "--json"]);
    expect(code).toBe(0);
    const { engine, items } = Comparison.parse(JSON.parse(out));
    expect(engine).toMatchObject({ id: "llm", model: "made-up", usage: { requests: 2, promptTokens: 2000 } });
    expect(items.some(({ relation }) => relation === "strength-differs")).toBe(true);
  });

  it("never shows the key", async () => {
    for (const mode of ["no-key", "busy", "bad-json"] as const) {
      server.answer(mode);
      const { out, err } = await readout(["read", "fr.txt", "--engine", "llm"], { READOUT_LLM_TIMEOUT: "5" });
      expect(`${out}${err}`).not.toContain(KEY);
    }
  });

  it.each([
    [["read", "tr.txt", "--engine", "oracle"], {}, /there is no "oracle"\. Give rules or llm/],
    [["read", "tr.txt", "--engine", "llm"], { READOUT_LLM_BASE_URL: "" }, /needs READOUT_LLM_BASE_URL/],
    [["read", "tr.txt", "--engine", "llm", "--draft"], {}, /is an unpublished draft and was not sent/],
    [["read", "tr.txt", "--engine", "rules,llm"], {}, /read takes one engine/],
    [["compare", "tr=tr.txt", "--engine", "rules,llm", "--csv"], {}, /Leave the other formats out/],
  ])("%j with %j is wrong usage", async (args, env, message) => {
    const { code, err } = await readout(args, env);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(server.requests.length).toBe(0);
  });
});

describe("--engine rules,llm", () => {
  it("shows where the two differ and why each thinks so", async () => {
    const { code, out } = await readout(["compare", "tr=tr.txt", "fr=fr.txt", "--engine", "rules,llm", "--json"]);
    expect(code).toBe(0);
    const found = EngineComparison.parse(JSON.parse(out));
    expect(found.engines.map(({ id, model, usage }) => [id, model, usage === null])).toEqual([
      ["rules", null, true],
      ["llm", "made-up", false],
    ]);
    const denied = found.differences.find(({ engines }) => engines.llm?.act === "denied");
    expect(denied).toMatchObject({ document: "tr", fields: ["act"], engines: { rules: { act: "rejected" } } });
    expect(denied?.engines.rules?.why).toMatch(/^rule .+ on “rejected/);
    expect(denied?.engines.llm?.why).toBe("The model thinks so.");
    expect(
      found.differences.some(
        ({ document, fields, engines }) => document === "fr" && fields[0] === "only" && engines.llm === null,
      ),
    ).toBe(true);
  });

  it("shows it in the terminal, also for one text", async () => {
    const { code, out } = await readout(["compare", "tr.txt", "--engine", "rules,llm"]);
    expect(code).toBe(0);
    expect(out).toContain("they differ in what was done");
    expect(out).toContain("because: The model thinks so.");
  });
});
