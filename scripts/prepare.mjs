// A clone in any state -> packages installed and code built, or one clear line and exit. Node built-ins only.
import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

const OLDEST_NODE = [20, 19];
/** What the build reads: when any of it is newer than the build, the build is made again. */
const BUILT_FROM = [
  "src",
  "catalog",
  "tsconfig.json",
  "tsconfig.build.json",
  "scripts/build.mjs",
  "scripts/build-web.mjs",
  "package.json",
];
/** The last file that the build writes. */
const BUILD_STAMP = "dist/catalog.json";

/** Installs and builds what is missing or not what its source says; one line on standard error each. */
export function prepare() {
  refuseOldNode();
  if (!isInstalled()) {
    step("Installing packages", ...npm("ci", "--no-audit", "--no-fund", "--loglevel=error"));
  }
  if (age(BUILD_STAMP) < newest(BUILT_FROM)) step("Building", process.execPath, ["scripts/build.mjs"]);
}

/**
 * Whether node_modules holds what package-lock.json names, but for optional packages of other platforms. A link is left
 * alone: installing through it would empty somebody else's folder.
 */
function isInstalled() {
  if (lstatSync(join(root, "node_modules"), { throwIfNoEntry: false })?.isSymbolicLink()) return true;
  const [locked, installed] = ["package-lock.json", "node_modules/.package-lock.json"].map(packagesIn);
  return Object.entries(locked).every(([path, { version, optional }]) =>
    installed[path] ? installed[path].version === version : path === "" || optional,
  );
}

/** The packages of a lock file by their paths; none when there is no such file. */
function packagesIn(lockFile) {
  const path = join(root, lockFile);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).packages : {};
}

/** Runs a command quietly and says how long it took; shows what it printed, and exits, when it fails. */
function step(title, command, args) {
  process.stderr.write(`${title} … `);
  const { ok, output, seconds } = runQuietly(command, args);
  process.stderr.write(ok ? `${seconds} s\n` : `failed\n\n${output}\n`);
  if (!ok) process.exit(1);
}

/** Runs a command in the repository: whether it ended with 0, all that it printed, seconds taken. */
export function runQuietly(command, args) {
  const began = Date.now();
  const done = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    shell: needsShell(command),
  });
  const output = `${done.stdout ?? ""}${done.stderr ?? ""}${done.error ? done.error.message : ""}`.trim();
  return { ok: done.status === 0, output, seconds: ((Date.now() - began) / 1000).toFixed(1) };
}

/** The npm that called us, else the one on the path, as [command, arguments]. */
function npm(...args) {
  const script = process.env.npm_execpath;
  return script?.endsWith(".js") ? [process.execPath, [script, ...args]] : ["npm", args];
}

/** npm is a batch file on Windows, which only a shell can start. */
function needsShell(command) {
  return command === "npm" && process.platform === "win32";
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  console.error(
    `Readout needs Node ${OLDEST_NODE.join(".")} or newer; this is ${process.version}. Install a newer one (https://nodejs.org) and run the command again.`,
  );
  process.exit(1);
}

/** When a path was last written, 0 when it is not there. */
function age(path) {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** When the youngest file or folder under the paths was written; folders count, so that a removal is noticed. */
function newest(paths) {
  return Math.max(...paths.map((path) => Math.max(age(path), isFolder(path) ? newest(entries(path)) : 0)), 0);
}

function isFolder(path) {
  return existsSync(join(root, path)) && statSync(join(root, path)).isDirectory();
}

function entries(path) {
  return readdirSync(join(root, path)).map((name) => join(path, name));
}
