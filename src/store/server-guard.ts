/** A program that uses the embedded server -> a small shell beside it that outlives it and stops the server at its end. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Waits until its standard input ends, which it does however the program ends; then leaves the list of users, and
 * when nobody else on it is alive, asks the server for a fast shutdown (SIGINT) and waits for it.
 */
const GUARD = `
trap '' INT TERM HUP
while read -r _; do :; done
rm -f "$1/$2"
for user in "$1"/*; do
  pid=\${user##*/}
  pid=\${pid%%-*}
  if [ "$pid" != '*' ] && kill -0 "$pid" 2>/dev/null; then exit 0; fi
done
server=$(head -n 1 "$3/postmaster.pid" 2>/dev/null) || exit 0
kill -INT "$server" 2>/dev/null || exit 0
for _ in $(seq 600); do
  kill -0 "$server" 2>/dev/null || exit 0
  sleep 0.02
done
`;

export interface Guard {
  /** Gives up our use of the server; resolves when it is stopped, or left to others who use it. */
  release(): Promise<void>;
}

/** A program may use the server several times over. */
let uses = 0;

/** Puts this process on the list of users in `home` and sets a guard on it. `data` is the server's folder. */
export function guardServer(home: string, data: string): Guard {
  const users = join(home, "users");
  mkdirSync(users, { recursive: true });
  const name = `${process.pid}-${++uses}`;
  writeFileSync(join(users, name), "");
  const guard = spawn("sh", ["-c", GUARD, "readout-guard", users, name, data], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  // Neither the guard nor the pipe to it keeps the program running.
  guard.unref();
  (guard.stdin as unknown as { unref(): void }).unref();
  return { release: () => ended(guard) };
}

function ended(guard: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (guard.exitCode !== null || guard.signalCode !== null) return done();
    guard.ref();
    guard.once("exit", () => done());
    guard.stdin?.end();
  });
}
