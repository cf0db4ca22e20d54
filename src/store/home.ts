/** The environment -> the folder in which an installation keeps its database, its signing key and its secrets. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { ReadoutError } from "../model/readout-error.js";

type Environment = Record<string, string | undefined>;

/**
 * `READOUT_HOME`; else `readout` in the user's data folder (XDG); for root `/var/lib/readout`, since the server runs
 * as another user, who may not enter root's home.
 */
export function homeOf(env: Environment): string {
  if (env.READOUT_HOME) return resolve(env.READOUT_HOME);
  if (process.getuid?.() === 0) return "/var/lib/readout";
  return join(env.XDG_DATA_HOME || join(homedir(), ".local", "share"), "readout");
}

/** Makes the folder where it is missing. Throws ReadoutError `home-unusable`. */
export function makeHome(home: string): void {
  try {
    mkdirSync(home, { recursive: true, mode: 0o755 });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const told = `${home}: the folder for the database cannot be made (${code ?? message}). Set READOUT_HOME to one that can.`;
    throw new ReadoutError("home-unusable", told, 1, error);
  }
}

/** A secret in a file that only its owner may read; `make` is asked the first time. Two at once get the same. */
export function keepSecret(path: string, make: () => string): string {
  try {
    writeFileSync(path, make(), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(path, "utf8");
}
