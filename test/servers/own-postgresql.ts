/** A folder -> a PostgreSQL that Debian installed running in it, which a test may kill, starve and start again. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { giveTo, serverOwner } from "../../src/store/server-owner.js";

export interface OwnPostgresql {
  url: string;
  /** `kill -9` of the server; its children go by themselves. */
  kill(): Promise<void>;
  /** Starts it again, and waits until it answers. `fileBytes` limits how large any file may become. */
  start(fileBytes?: number): Promise<void>;
  stop(): Promise<void>;
}

const VERSIONS = "/usr/lib/postgresql";
const PATIENCE_MS = 30_000;

/** The newest of Debian's; null where there is none. */
export function debianPrograms(): string | null {
  if (!existsSync(VERSIONS)) return null;
  const newest = readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a))[0];
  return newest === undefined ? null : join(VERSIONS, newest, "bin");
}

/** Made in `folder`, started, and synced to the disk as in real life. */
export async function ownPostgresql(programs: string, folder: string, fileBytes?: number): Promise<OwnPostgresql> {
  const data = join(folder, "debian");
  mkdirSync(data, { mode: 0o700 });
  const owner = serverOwner(join(folder, "none"));
  giveTo(owner, data);
  chmodSync(folder, 0o755);
  const options = { cwd: folder, env: { LC_ALL: "C", TZ: "UTC" }, ...owner };
  const made = spawnSync(
    join(programs, "initdb"),
    ["-D", data, "-A", "trust", "-U", "readout", "-E", "UTF8", "--locale=C"],
    options,
  );
  if (made.status !== 0) throw new Error(String(made.stderr));
  const port = await freePort();
  const url = `postgres://readout@127.0.0.1:${port}/postgres`;
  let server: ChildProcess | null = null;
  const ended = (child: ChildProcess) =>
    child.exitCode !== null || child.signalCode !== null
      ? Promise.resolve()
      : new Promise<void>((done) => child.once("exit", () => done()));
  const settings = [`port=${port}`, "listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=60"];
  const start = async (largest?: number) => {
    const limit = largest === undefined ? "" : `ulimit -f ${Math.floor(largest / 512)}; `;
    const args = ["-D", data, ...settings.flatMap((setting) => ["-c", setting])];
    const launch = () =>
      spawn("sh", ["-c", `${limit}exec "$0" "$@"`, join(programs, "postgres"), ...args], {
        ...options,
        stdio: "ignore",
      });
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(100)) {
      // Right after a crash the old server's children may hold its memory for a moment.
      if (server === null || server.exitCode !== null) server = launch();
      if (await answers(url)) return;
    }
    throw new Error("Debian's PostgreSQL does not start");
  };
  await start(fileBytes);
  return {
    url,
    start,
    kill: async () => {
      process.kill(Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]), "SIGKILL");
      await ended(server!);
      server = null;
    },
    stop: async () => {
      if (server === null) return;
      server.kill("SIGINT");
      await ended(server);
      server = null;
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}
