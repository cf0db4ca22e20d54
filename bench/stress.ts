/** `npx tsx bench/stress.ts [--verbose]`: the stress set through the engine -> `bench/stress.md`, and failures if asked. */
import { writeFileSync } from "node:fs";
import { bundledEngine } from "./stress/bundled-engine.js";
import { failures, stressTables } from "./stress/report-stress.js";
import { figuresOf, runStress } from "./stress/run-stress.js";

const { engine, inFull } = bundledEngine();
const result = runStress(engine, inFull);
writeFileSync(new URL("stress.md", import.meta.url), stressTables(result));
if (process.argv.includes("--verbose")) process.stdout.write(`${failures(result)}\n`);
process.stdout.write(`${JSON.stringify(figuresOf(result))}\n`);
