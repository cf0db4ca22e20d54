/**
 * `tsx bench/speed/engine-process.ts ENGINE`: one engine in a process of its own, so that its memory is its own
 * -> one line of JSON (`EngineFigures`) on standard output.
 */
import { ENGINES, type EngineName } from "./engines.js";
import { manyTexts } from "./texts.js";

export interface EngineFigures {
  words: number;
  /** Import and preparation, before the first text. */
  loadSeconds: number;
  /** The second pass over all texts: the first has warmed the compiler. */
  seconds: number;
  /** Largest resident set of the process, texts included. */
  megabytes: number;
}

const name = process.argv[2] as EngineName;
const { texts } = manyTexts(process.env.READOUT_EVAL_DATA);
const began = performance.now();
const read = await ENGINES[name].load();
const loaded = performance.now();
await readAll();
const warm = performance.now();
await readAll();
const done = performance.now();
const figures: EngineFigures = {
  words: texts.reduce((sum, text) => sum + (text.match(/\S+/g)?.length ?? 0), 0),
  loadSeconds: (loaded - began) / 1000,
  seconds: (done - warm) / 1000,
  megabytes: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(JSON.stringify(figures));

/** Throws when the engine finds nothing at all: then it did not do its work. */
async function readAll(): Promise<void> {
  let found = 0;
  for (const text of texts) found += await read(text);
  if (found === 0) throw new Error(`${name}: found nothing in ${texts.length} texts`);
}
