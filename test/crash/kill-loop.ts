/** A number of kills -> what is left after the server, the program or both were killed that often while they wrote. */
import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openStore } from "../../src/store/open-store.js";
import { headOf } from "../../src/store/read-events.js";
import { verifyDossier } from "../../src/store/verify-dossier.js";
import { ownPostgresql } from "../servers/own-postgresql.js";
import { ROOT } from "../source-files.js";

export interface AfterKills {
  kills: number;
  /** Events that the program told as acknowledged, counted outside of it. */
  acknowledged: number;
  /** Events that are there in the end; those whose acknowledgement the kill cut off may be there too. */
  kept: number;
  /** The first break of the chain, if any. */
  broken: string | null;
  /** Whether the last embedded server outlived the program that was killed. */
  orphan: boolean;
}

const VICTIMS = ["program", "server", "both"] as const;

/**
 * Kills in turn the program, the server and both, each some moments after the first acknowledgement. `programs` are
 * those of a PostgreSQL of the system; null for the embedded one, which the next program starts again.
 */
export async function killLoop(
  kills: number,
  random: () => number,
  programs: string | null = null,
): Promise<AfterKills> {
  const home = mkdtempSync(join(tmpdir(), "readout-kill-"));
  chmodSync(home, 0o755);
  const own = programs === null ? null : await ownPostgresql(programs, home);
  const env = { READOUT_HOME: home, ...(own ? { DATABASE_URL: own.url } : {}) };
  try {
    const acknowledged = new Set<number>();
    for (let kill = 0; kill < kills; kill++) {
      const victim = VICTIMS[kill % VICTIMS.length]!;
      const killed = own ? own.kill : async () => killServer(home);
      await oneKill(env, victim, { afterMs: 20 + random() * 200, killed }, acknowledged);
      if (own && victim !== "program") await own.start();
    }
    const orphan = own === null && !(await stops(home));
    const store = await openStore({ env });
    const { firstBreak } = await verifyDossier(store.database, "call");
    const { version } = await headOf(store.database, "call");
    await store.close();
    const lost = [...acknowledged].filter((seq) => seq > version);
    const broken = firstBreak
      ? `event ${firstBreak.seq}: ${firstBreak.why}`
      : lost.length > 0
        ? `lost: ${lost.join(", ")}`
        : null;
    return { kills, acknowledged: acknowledged.size, kept: version - 3, broken, orphan };
  } finally {
    await own?.stop();
    await stops(home);
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

async function oneKill(
  env: Record<string, string>,
  victim: (typeof VICTIMS)[number],
  { afterMs, killed }: { afterMs: number; killed: () => Promise<void> },
  acknowledged: Set<number>,
): Promise<void> {
  const writer = spawn(process.execPath, ["--import", "tsx", join(ROOT, "test/crash/writer.ts")], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const told: string[] = [];
  writer.stderr.on("data", (text: Buffer) => told.push(String(text)));
  const ended = new Promise<void>((done) => writer.once("close", () => done()));
  await new Promise<void>((begun, failed) => {
    let rest = "";
    writer.stdout.on("data", (text: Buffer) => {
      const lines = (rest + text).split("\n");
      rest = lines.pop()!;
      for (const line of lines) acknowledged.add(Number(line));
      begun();
    });
    void ended.then(() => failed(new Error(`the writer ended before its first event: ${told.join("").slice(-2000)}`)));
  });
  await sleep(afterMs);
  if (victim !== "program") await killed();
  if (victim !== "server") writer.kill("SIGKILL");
  await ended;
}

function killServer(home: string): void {
  process.kill(Number(readFileSync(join(home, "postgres/postmaster.pid"), "utf8").split("\n")[0]), "SIGKILL");
}

/** Whether the server's process goes away within some seconds, without anybody asking it to. */
async function stops(home: string): Promise<boolean> {
  const path = join(home, "postgres/postmaster.pid");
  for (let tries = 0; tries < 200; tries++) {
    if (!existsSync(path) || !existsSync(`/proc/${readFileSync(path, "utf8").split("\n")[0]}`)) return true;
    await sleep(50);
  }
  return false;
}
