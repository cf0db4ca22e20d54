import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startServer } from "./embedded-server.js";

const home = process.env.READOUT_TEST_HOME!;
const port = (url: string) => new URL(url).port;

test("a server that runs is used by a second program, and outlives the first", async () => {
  const first = await startServer(home);
  const second = await startServer(home);
  expect(second.url).toBe(first.url);
  await first.release();
  const third = await startServer(home);
  expect(port(third.url)).toBe(port(second.url));
  await second.release();
  await third.release();
});

test("its secrets are for their owner alone", async () => {
  const server = await startServer(home);
  expect(statSync(join(home, "postgres-password")).mode & 0o077).toBe(0);
  expect(statSync(join(home, "postgres")).mode & 0o077).toBe(0);
  await server.release();
});

test("a folder that cannot be made and data of another version are refused in words", async () => {
  await expect(startServer(join(home, "postgres-password", "below"))).rejects.toMatchObject({ code: "home-unusable" });
  const old = mkdtempSync(join(tmpdir(), "readout-old-"));
  mkdirSync(join(old, "postgres"));
  writeFileSync(join(old, "postgres", "PG_VERSION"), "9\n");
  await expect(startServer(old)).rejects.toMatchObject({ code: "server-version" });
  rmSync(old, { recursive: true });
});
