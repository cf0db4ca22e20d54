/** The evaluation data, or the bundled example where there is none -> the texts and pairs that speed is measured on. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const EXAMPLE = join(ROOT, "examples/2025-03-18-trump-putin");
/** Times that the bundled example is repeated, so that a run lasts long enough to be measured. */
const REPEATS = 40;

export interface Texts {
  /** What they are, for the report. */
  title: string;
  texts: string[];
}

/** Many texts, for words a second. Throws when the folder of evaluation data lacks them. */
export function manyTexts(data: string | undefined): Texts {
  if (!data) {
    const texts = ["us.md", "ru.md"].map((name) => readFileSync(join(EXAMPLE, name), "utf8"));
    return {
      title: `the bundled example ${REPEATS} times over (READOUT_EVAL_DATA is not set)`,
      texts: Array.from({ length: REPEATS }, () => texts).flat(),
    };
  }
  const lines = readFileSync(join(data, "corpus/white-house/readouts.ndjson"), "utf8").split("\n").filter(Boolean);
  const texts = lines.map((line) => (JSON.parse(line) as { text: string }).text);
  return { title: `${texts.length} White House readouts`, texts };
}

/** Two texts on one contact, as the command takes them: `ID=PATH`. */
export type Pair = readonly [string, string];

/** The bundled pair first, then the first two texts of each marked event. */
export function pairs(data: string | undefined): Pair[] {
  const bundled: Pair = [`us=${join(EXAMPLE, "us.md")}`, `ru=${join(EXAMPLE, "ru.md")}`];
  if (!data) return [bundled];
  const corpus = join(data, "corpus/readouts");
  const events = readdirSync(corpus)
    .filter((event) => existsSync(join(corpus, event, "gold.json")))
    .sort();
  return [bundled, ...events.map((event) => firstTwo(join(corpus, event)))];
}

function firstTwo(folder: string): Pair {
  const [a, b] = readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort();
  const source = (name: string) => `${name.replace(/\.txt$/, "")}=${join(folder, name)}`;
  return [source(a!), source(b!)];
}
