/** A folder with a dossier -> the built command serving it on a free port of loopback, until it is stopped. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../source-files.js";

export interface BuiltSite {
  /** "http://localhost:40123", without a slash at its end. */
  address: string;
  /** Where the first account is made, when nobody can sign in. */
  first: string | null;
  /** Resident memory of the server. */
  memoryMegabytes(): number;
  /** What the server has used of the processor since it started. */
  cpuSeconds(): number;
  stop(): Promise<void>;
}

/** USER_HZ of Linux. */
const TICKS_A_SECOND = 100;

/** Starts `readout serve` as a user does; rejects with what it said where it does not come up. */
export async function startSite(args: readonly string[] = [], env: Record<string, string> = {}): Promise<BuiltSite> {
  const child = spawn(process.execPath, [join(ROOT, "dist/cli/main.js"), "serve", "--port", "0", ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const { address, first } = await addressOf(child);
  return {
    address,
    first,
    memoryMegabytes: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
    },
    cpuSeconds: () => {
      const [user, system] = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(" ").slice(13, 15).map(Number);
      return (user! + system!) / TICKS_A_SECOND;
    },
    stop: async () => {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function addressOf(child: ChildProcess): Promise<{ address: string; first: string | null }> {
  let said = "";
  for await (const chunk of child.stderr!) {
    said += String(chunk);
    const found = /serving on (http:\S+) .*\n/.exec(said);
    if (found) {
      await new Promise((more) => setTimeout(more, 50));
      child.stderr!.on("data", () => {});
      said += String(child.stderr!.read() ?? "");
      return { address: found[1]!, first: /account at (http:\S+)/.exec(said)?.[1] ?? null };
    }
  }
  throw new Error(`the server did not start: ${said}`);
}
