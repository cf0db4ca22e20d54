/** `readout compare SOURCE --by attribution` -> the voices in one report set against each other. */
import { type ExitCode, ReadoutError } from "../model/problem.js";
import { compareVoices } from "../pipeline.js";
import { readAll } from "./compare-command.js";
import type { Effects } from "./effects.js";
import type { FetchValues } from "./fetching.js";
import { nameSources } from "./open-sources.js";
import { readingOptions } from "./reading-options.js";
import { tellProblems } from "./tell-problems.js";
import { formatOf, refuseOverwriting, writeComparison } from "./write-comparison.js";

type Values = Parameters<typeof readingOptions>[0] &
  Parameters<typeof formatOf>[0] &
  FetchValues & {
    by?: string | undefined;
    html?: string | undefined;
    watchlist?: string | undefined;
  };

/** Throws ReadoutError `usage` for anything but one source and `attribution`. */
export async function compareVoicesOf(values: Values, positionals: string[], effects: Effects): Promise<0 | ExitCode> {
  if (values.by !== "attribution")
    throw wrong(`--by: "${values.by}" is nothing to compare by. Write --by attribution.`);
  if (positionals.length !== 1)
    throw wrong(
      `--by attribution takes one text that reports several voices and got ${positionals.length}. Give one, as in readout compare article.txt --by attribution.`,
    );
  if (values.watchlist !== undefined)
    throw wrong(
      "--watchlist does not go with --by attribution: a report's silence is what the report says was left out.",
    );
  const format = formatOf(values);
  const names = nameSources(positionals);
  if (values.html !== undefined) await refuseOverwriting(values.html, names, effects);
  const options = readingOptions(values);
  const [read] = await readAll(names, options, values, effects);
  const { value: comparison, problems } = compareVoices(read!.value, options);
  const hasErrors = await tellProblems([...read!.problems, ...problems], effects);
  const texts = new Map(comparison.sources.map(({ id }) => [id, read!.value.text]));
  await writeComparison(comparison, { format, html: values.html, texts }, effects);
  return hasErrors ? 3 : 0;
}

function wrong(message: string): ReadoutError {
  return new ReadoutError("usage", message, 2);
}
