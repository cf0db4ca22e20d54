/** A folder -> the embedded PostgreSQL running in it: made the first time, reused when it runs, stopped after its last user. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ReadoutError } from "../model/readout-error.js";
import { isDiskFull } from "./disk-room.js";
import { keepSecret, makeHome } from "./home.js";
import { serverFiles } from "./server-files.js";
import { type Guard, guardServer } from "./server-guard.js";
import { giveTo, type Owner, serverOwner } from "./server-owner.js";

export interface RunningServer extends Guard {
  /** Connection string, with its secret: never to be shown. */
  url: string;
  /** The folder that holds its data. */
  data: string;
}

const PATIENCE_MS = 30_000;
const LARGEST_LOG_BYTES = 5_000_000;
const SUPERUSER = "readout";

/** Loopback only, behind a random password; every acknowledged commit is on the disk. */
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: 60,
  shared_buffers: "64MB",
  wal_level: "minimal",
  max_wal_senders: 0,
  io_method: "sync",
  jit: "off",
  log_min_messages: "warning",
  log_checkpoints: "off",
  password_encryption: "scram-sha-256",
};

interface Place {
  home: string;
  data: string;
  log: string;
  password: string;
  owner: Owner | null;
  files: string;
}

/** Throws ReadoutError `server-failed` with the last lines of the server's log. */
export async function startServer(home: string): Promise<RunningServer> {
  makeHome(home);
  const data = join(home, "postgres");
  const guard = guardServer(home, data);
  try {
    const password = keepSecret(join(home, "postgres-password"), () => randomBytes(24).toString("base64url"));
    const place = {
      home,
      data,
      log: join(home, "postgres.log"),
      password,
      owner: serverOwner(data),
      files: serverFiles(home),
    };
    if (!existsSync(data)) makeCluster(place);
    refuseOtherVersion(place);
    const port = await reach(place);
    return { url: `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`, data, release: guard.release };
  } catch (error) {
    await guard.release();
    throw error;
  }
}

/** In a folder beside, which gets its name when it is whole; when another program was faster, its cluster stands. */
function makeCluster(place: Place): void {
  const draft = join(place.home, `postgres.${process.pid}.new`);
  const secret = `${draft}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(secret, place.password, { mode: 0o600 });
  for (const path of [draft, secret]) giveTo(place.owner, path);
  const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "-E", "UTF8"];
  const access = ["-A", "scram-sha-256", "-U", SUPERUSER, `--pwfile=${secret}`];
  const made = spawnSync(join(place.files, "bin", "initdb"), ["-D", draft, ...access, ...locale], spawnOptions(place));
  rmSync(secret);
  try {
    if (made.status !== 0) throw failed(place, `${made.stderr ?? ""}${made.error?.message ?? ""}`);
    renameSync(draft, place.data);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(place.data)) throw error;
  }
}

function refuseOtherVersion({ data, files }: Place): void {
  const made = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  const shipped = spawnSync(join(files, "bin", "postgres"), ["--version"], { encoding: "utf8" }).stdout ?? "";
  const major = /(\d+)\./.exec(shipped)?.[1];
  if (major === undefined || major === made) return;
  const message = `${data} was made by PostgreSQL ${made}, and this Readout brings ${major}. Export with the old program, and import with this one into another READOUT_HOME.`;
  throw new ReadoutError("server-version", message);
}

/** The port of a server that is ready: of one that runs already, or of one started now. */
async function reach(place: Place): Promise<number> {
  const patience = Date.now() + PATIENCE_MS;
  let child: ChildProcess | null = null;
  while (Date.now() < patience) {
    const live = postmaster(place);
    if (live?.ready) return live.port;
    if (!live && (child === null || child.exitCode !== null || child.signalCode !== null)) {
      // Right after a crash the old server's processes may hold its memory for a moment.
      if (child !== null) await sleep(100);
      child = await launch(place);
    }
    await sleep(10);
  }
  throw failed(place, readLog(place));
}

/** What `postmaster.pid` tells: pid in line 1, port in line 4, state in line 8. Null when that process has gone. */
function postmaster({ data }: Place): { port: number; ready: boolean } | null {
  const path = join(data, "postmaster.pid");
  if (!existsSync(path)) return null;
  const lines = readFileSync(path, "utf8").split("\n");
  return isAlive(Number(lines[0])) ? { port: Number(lines[3]), ready: lines[7]?.trim() === "ready" } : null;
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function launch(place: Place): Promise<ChildProcess> {
  const port = await freePort();
  const settings = Object.entries({ ...SETTINGS, port }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  if ((statSync(place.log, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG_BYTES) truncateSync(place.log);
  const log = openSync(place.log, "a", 0o600);
  try {
    const child = spawn(join(place.files, "bin", "postgres"), ["-D", place.data, ...settings], {
      ...spawnOptions(place),
      stdio: ["ignore", log, log],
      detached: true,
    });
    child.on("error", () => writeFileSync(place.log, "the server's program could not be run\n", { flag: "a" }));
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

function spawnOptions({ owner, home }: Place) {
  return { cwd: home, encoding: "utf8" as const, env: { LC_ALL: "C", TZ: "UTC" }, ...owner };
}

function freePort(): Promise<number> {
  return new Promise((done, refused) => {
    const probe = createServer();
    probe.once("error", refused);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function readLog({ log }: Place): string {
  return existsSync(log) ? readFileSync(log, "utf8").slice(-2000) : "";
}

function failed({ log, home }: Place, told: string): ReadoutError {
  if (isDiskFull(home)) {
    const message = `the disk that holds ${home} is full, so that the embedded PostgreSQL does not start. Make room, and try again; nothing was lost.`;
    return new ReadoutError("database-full", message);
  }
  const last = told
    .trim()
    .split("\n")
    .filter((line) => line !== "")
    .slice(-2)
    .join(" ");
  return new ReadoutError(
    "server-failed",
    `the embedded PostgreSQL does not start: ${last || "it says nothing"}. See ${log}.`,
  );
}
