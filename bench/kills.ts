/** `npx tsx bench/kills.ts [100]`: server and program killed that often during writes -> what was acknowledged, what is there. */
import { killLoop } from "../test/crash/kill-loop.js";

const after = await killLoop(Number(process.argv[2] ?? 100), Math.random);
console.log(JSON.stringify(after));
process.exitCode = after.broken !== null || after.orphan || after.kept < after.acknowledged ? 1 : 0;
