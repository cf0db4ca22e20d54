/** `npx tsx bench/kills.ts [100]`: server and program killed that often during writes, on each database -> what was acknowledged, what is there. */
import { killLoop } from "../test/crash/kill-loop.js";
import { debianPrograms } from "../test/servers/own-postgresql.js";

const kills = Number(process.argv[2] ?? 100);
const debian = debianPrograms();
for (const programs of [null, ...(debian === null ? [] : [debian])]) {
  const after = await killLoop(kills, Math.random, programs);
  console.log(programs ?? "embedded", JSON.stringify(after));
  if (after.broken !== null || after.orphan || after.kept < after.acknowledged) process.exitCode = 1;
}
