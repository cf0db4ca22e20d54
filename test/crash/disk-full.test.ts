/** The ledger on a disk that is really full -> a clear error, nothing acknowledged is lost, and the chain holds when there is room again. */
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStore } from "../../src/store/open-store.js";
import { headOf } from "../../src/store/read-events.js";
import { verifyDossier } from "../../src/store/verify-dossier.js";
import { debianPrograms, type OwnPostgresql, ownPostgresql } from "../servers/own-postgresql.js";
import { ROOT } from "../source-files.js";
import { status, TEST_DATABASE_URL } from "../test-stores.js";

const LARGEST_FILE_BYTES = 20_971_520;

function mount(...args: string[]): boolean {
  return spawnSync("mount", args, { stdio: "ignore" }).status === 0;
}

/** Whether a small file system may be mounted here: as root, and not in every container. */
function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "readout-mount-"));
  const may = mount("-t", "tmpfs", "-o", "size=1m", "tmpfs", folder);
  if (may) spawnSync("umount", [folder]);
  rmSync(folder, { recursive: true });
  return may;
}

/** Where nothing may be mounted, the kernel's limit on the size of files gives the same: a write that is refused. */
const WAYS = [
  ...(mayMount() ? (["a file system of 130 MB"] as const) : []),
  "files that may not grow further",
] as const;
const PROGRAMS = TEST_DATABASE_URL === undefined ? null : debianPrograms();
const SERVERS = [
  { server: "the embedded PostgreSQL", programs: null, missing: false },
  { server: "Debian's PostgreSQL", programs: PROGRAMS, missing: PROGRAMS === null },
] as const;

interface Told {
  acknowledged?: number;
  code?: string;
  message?: string;
  exitCode?: number;
}

/** What the program that fills the disk told, line by line. */
async function fill(home: string, url: string | undefined, limited: boolean): Promise<Told[]> {
  const limit = limited ? `ulimit -f ${LARGEST_FILE_BYTES / 512}; ` : "";
  const program = ["--import", "tsx", join(ROOT, "test/crash/fill-disk.ts"), home];
  const child = spawn("sh", ["-c", `${limit}exec "$0" "$@"`, process.execPath, ...program], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...(url === undefined ? {} : { DATABASE_URL: url }) },
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (text) => {
    out += text;
  });
  child.stderr.on("data", (text) => {
    err += text;
  });
  await new Promise((done) => child.once("close", done));
  expect(err).toBe("");
  return out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Told);
}

describe.each(SERVERS)("on $server", ({ programs, missing }) => {
  describe.skipIf(missing).each(WAYS)("with %s", (way) => {
    const limited = way === "files that may not grow further";
    let folder: string;
    let own: OwnPostgresql | null = null;
    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), "readout-full-"));
      if (!limited) mount("-t", "tmpfs", "-o", "size=130m", "tmpfs", folder);
      chmodSync(folder, 0o755);
      mkdirSync(join(folder, "home"));
      own = programs === null ? null : await ownPostgresql(programs, folder, limited ? LARGEST_FILE_BYTES : undefined);
    });
    afterEach(async () => {
      await own?.stop();
      if (!limited) spawnSync("umount", [folder]);
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    });

    test("the last write is refused in words, and all before it are there", async () => {
      const home = join(folder, "home");
      const told = await fill(home, own?.url, limited && own === null);
      const refusal = told.pop()!;
      expect(refusal).toMatchObject({
        code: "database-full",
        exitCode: 1,
        message: expect.stringMatching(/^[^\n]*disk[^\n]*Make room[^\n]*\.$/),
      });
      expect(told.length).toBeGreaterThan(10);

      // There is room again: a larger file system, or a server without the limit.
      if (!limited) expect(mount("-o", "remount,size=260m", folder)).toBe(true);
      if (limited && own) {
        await own.stop();
        await own.start();
      }
      const store = await openStore({ env: { READOUT_HOME: home, DATABASE_URL: own?.url } });
      const { version } = await headOf(store.database, "call");
      expect(version).toBe(Math.max(...told.map(({ acknowledged }) => acknowledged!)));
      expect(await verifyDossier(store.database, "call")).toMatchObject({ events: version, firstBreak: null });
      const [next] = await store.append("call", { entries: [status("RUS", "accepted")] });
      expect(next!.event.seq).toBe(version + 1);
      await store.close();
    });
  });
});
