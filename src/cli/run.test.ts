import { expect, test } from "vitest";
import type { Effects } from "./effects.js";
import { run } from "./run.js";

interface World extends Effects {
  out: string[];
  err: string[];
}

function world(more: Partial<Effects> = {}): World {
  const [out, err]: [string[], string[]] = [[], []];
  const to = (lines: string[]) => ({
    isTTY: false,
    columns: undefined,
    write: async (text: string) => void lines.push(text),
  });
  const nothing = Object.assign((async function* () {})(), { isTTY: false });
  const noFile = async () => Promise.reject(Object.assign(new Error("no"), { code: "ENOENT" }));
  return {
    out,
    err,
    stdin: nothing,
    stdout: to(out),
    stderr: to(err),
    readFile: noFile,
    writeFile: noFile,
    writeLines: noFile,
    readLines: async function* () {},
    realPath: async () => null,
    writeBytes: async () => {},
    stopped: async () => {},
    listFolders: noFile,
    writeCache: noFile,
    fetch: noFile,
    env: {},
    clock: { now: () => new Date(0), sleep: async () => {} },
    random: () => 0.5,
    openNetwork: () => Promise.reject(new Error("no network here")),
    ...more,
  };
}

test.each([
  [["--help"], /^Readout: what has each side/],
  [["-h"], /^Readout: what has each side/],
  [["help"], /^Readout: what has each side/],
  [["help", "compare"], /^Usage: readout compare/],
  [["read", "--help"], /^Usage: readout read/],
  [["compare", "--frob", "-h"], /^Usage: readout compare/],
  [["--version"], /^\d+\.\d+\.\d+\n$/],
])("%j prints on standard output and is done", async (args, text) => {
  const effects = world();
  expect(await run(args, effects)).toBe(0);
  expect(effects.out.join("")).toMatch(text);
  expect(effects.err).toEqual([]);
});

test.each([
  [[], /^Readout: what/],
  [["frob"], /^readout: error: "frob" is no command\./],
  [["toString"], /^readout: error: "toString" is no command\./],
  [["--frob"], /^readout: error: "--frob" is no option\./],
  [["\u001b[31m"], /^readout: error: "\\u001b\[31m" is no command\./],
])("%j is wrong usage, told on standard error", async (args, text) => {
  const effects = world();
  expect(await run(args, effects)).toBe(2);
  expect(effects.out).toEqual([]);
  expect(effects.err.join("")).toMatch(text);
});

const failing = (code: string) => ({
  stdout: {
    isTTY: false,
    columns: undefined,
    write: async () => Promise.reject(Object.assign(new Error(`write ${code}`), { code, syscall: "write" })),
  },
});

test("a reader that has gone is no error", async () => {
  const effects = world(failing("EPIPE"));
  expect(await run(["--help"], effects)).toBe(0);
  expect(effects.err).toEqual([]);
});

test("a disk that is full is one", async () => {
  const effects = world(failing("ENOSPC"));
  expect(await run(["--help"], effects)).toBe(1);
  expect(effects.err.join("")).toMatch(/^readout: error: .*ENOSPC/);
});
