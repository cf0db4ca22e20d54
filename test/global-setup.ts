/** Before all tests -> a folder in which one embedded PostgreSQL serves all of them; removed after the last. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The server itself starts with the first test that asks for it. */
export function setup(): () => void {
  const home = mkdtempSync(join(tmpdir(), "readout-tests-"));
  chmodSync(home, 0o755);
  process.env.READOUT_TEST_HOME = home;
  return () => rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
