/**
 * `tsx bench/speed/compare-process.ts`: the pairs compared again and again in one process, from bytes to a comparison
 * -> the median time of a comparison in milliseconds for each pair, as a JSON array on standard output.
 */
import { readFileSync } from "node:fs";
import { builtPipeline } from "./built-code.js";
import { median } from "./median.js";
import { pairs } from "./texts.js";

/** The first rounds warm the compiler and are not counted. */
const ROUNDS = 10;
const COUNTED = 7;

const { compareDocuments, readSources } = await builtPipeline();
const work = pairs(process.env.READOUT_EVAL_DATA).map((pair) =>
  pair.map((named) => {
    const at = named.indexOf("=");
    const source = named.slice(at + 1);
    return { id: named.slice(0, at), source, bytes: readFileSync(source) };
  }),
);
const times: number[][] = work.map(() => []);
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [at, sources] of work.entries()) {
    const began = performance.now();
    compareDocuments((await readSources(sources)).map(({ value }) => value));
    times[at]!.push(performance.now() - began);
  }
}
process.stdout.write(JSON.stringify(times.map((all) => median(all.slice(-COUNTED)))));
