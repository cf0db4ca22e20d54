/** A kind of database -> an installation in a temporary folder, and the built commands run in it as a user runs them. */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect } from "vitest";
import { LEDGER_ANSWERS } from "../src/model/ledger-answers.js";
import { startServer } from "../src/store/embedded-server.js";
import { openStore, type Store, type StoreOptions } from "../src/store/open-store.js";
import { ROOT } from "./source-files.js";

export const BINARY = join(ROOT, "dist/cli/main.js");

export interface Run {
  code: number | null;
  out: string;
  err: string;
}

export interface RunOptions {
  input?: string;
  env?: Record<string, string>;
}

type Answers = typeof LEDGER_ANSWERS;
type Answer<Name extends keyof Answers> = ReturnType<Answers[Name]["parse"]>;

export interface CommandHome {
  /** Where the commands are called. */
  folder: string;
  env: Record<string, string>;
  /** The address of the database, whether the commands are told it or find it. */
  databaseUrl: string;
  run(args: readonly string[], options?: RunOptions): Promise<Run>;
  /** What `--json` prints, after exit code 0: it has the schema of the contract and nothing beside. */
  json<Name extends keyof Answers>(name: Name, args?: readonly string[], options?: RunOptions): Promise<Answer<Name>>;
  /** The one line that a command is refused with, after the exit code that is wanted. */
  refused(code: 1 | 2, args: readonly string[], options?: RunOptions): Promise<string>;
  write(name: string, content: string): string;
  /** The store that the commands use, for what no command can do. */
  open(options?: Partial<StoreOptions>): Promise<Store>;
  remove(): Promise<void>;
}

/** Without an address on an embedded server of its own, which runs until `remove`; else in a database of its own. */
export async function commandHome(url: string | undefined): Promise<CommandHome> {
  const folder = mkdtempSync(join(tmpdir(), "readout-commands-"));
  chmodSync(folder, 0o755);
  const home = join(folder, "home");
  mkdirSync(home);
  const env: Record<string, string> = { PATH: process.env.PATH ?? "", READOUT_HOME: home, READOUT_USER: "Edith" };
  const { databaseUrl, end } = url === undefined ? await ownServer(home) : await ownDatabase(url, env);
  const run = (args: readonly string[], options: RunOptions = {}) => runCommand(args, folder, env, options);
  return {
    folder,
    env,
    databaseUrl,
    run,
    json: async (name, args = [], options) => {
      const { code, out, err } = await run([...name.split(" "), ...args, "--json"], options);
      expect({ code, err }).toEqual({ code: 0, err: expect.not.stringContaining("error") });
      const printed: unknown = JSON.parse(out);
      expect(LEDGER_ANSWERS[name].parse(printed)).toEqual(printed);
      return printed as never;
    },
    refused: (wanted, args, options) => refusedIn(folder, env, wanted, args, options),
    write: (name, content) => {
      writeFileSync(join(folder, name), content);
      return name;
    },
    open: (options) => openStore({ env, ...options }),
    remove: async () => {
      await end();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

/** As `refused`, for what is refused before there is a store. */
export async function refusedIn(
  folder: string,
  env: Record<string, string>,
  wanted: 1 | 2,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const { code, out, err } = await runCommand(args, folder, env, options);
  const line = expect.stringMatching(/^readout: error: [^\n]+\.\n$/);
  expect({ args, code, out, err }).toEqual({ args, code: wanted, out: "", err: line });
  return err.trim();
}

interface Place {
  databaseUrl: string;
  end(): Promise<void>;
}

async function ownServer(home: string): Promise<Place> {
  const { url, release } = await startServer(home);
  return { databaseUrl: url, end: release };
}

async function ownDatabase(url: string, env: Record<string, string>): Promise<Place> {
  const name = `commands_${randomBytes(6).toString("hex")}`;
  await administer(url, `create database ${name}`);
  env.DATABASE_URL = Object.assign(new URL(url), { pathname: `/${name}` }).href;
  return { databaseUrl: env.DATABASE_URL, end: () => administer(url, `drop database ${name} with (force)`) };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

function runCommand(
  args: readonly string[],
  folder: string,
  env: Record<string, string>,
  { input = "", env: more = {} }: RunOptions,
): Promise<Run> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [BINARY, ...args], { cwd: folder, env: { ...env, ...more } });
    const told = { out: "", err: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      told.out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      told.err += text;
    });
    child.on("error", failed);
    child.on("close", (code) => done({ code, ...told }));
    // A command that is refused may end before it has read.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

/** A made-up statement of a ministry, as a Markdown source. */
export function statementText(day: string, words: string, of = "Russia"): string {
  return `# Statement of the ministry\n\nPublished: ${day} by the Ministry of Foreign Affairs of ${of}\n\n${words}\n`;
}
