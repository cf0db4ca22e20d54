/** A comparison and what the user asked for -> a view on standard output, a page in a file, or both. */
import type { Comparison } from "../model/comparison.js";
import { ReadoutError } from "../model/problem.js";
import { displayNames } from "../pipeline.js";
import { publishComparison, type View } from "../publish/publish-comparison.js";
import type { Effects } from "./effects.js";
import type { SourceName } from "./open-sources.js";
import { tellNote } from "./tell-problems.js";
import { colourWanted, columnsOf } from "./terminal.js";

const FORMATS = ["json", "markdown", "csv"] as const;
type Format = (typeof FORMATS)[number];

/** What is asked for: at most one format for standard output, and a page. */
interface Wanted {
  format: Format | undefined;
  html: string | undefined;
  texts: ReadonlyMap<string, string>;
}

/** The one format among the options; undefined for the terminal's view. Throws ReadoutError `usage` for two. */
export function formatOf(values: Partial<Record<Format, boolean | undefined>>): Format | undefined {
  const formats = FORMATS.filter((format) => values[format]);
  if (formats.length > 1)
    throw wrong(`--${formats[0]} and --${formats[1]} cannot both be written to standard output. Choose one.`);
  return formats[0];
}

/** The page first, since its path may be bad; alone it leaves standard output empty. */
export async function writeComparison(
  comparison: Comparison,
  { format, html, texts }: Wanted,
  effects: Effects,
): Promise<void> {
  if (html !== undefined) await writePage(html, comparison, texts, effects);
  if (html === undefined || format !== undefined) await writeView(format ?? "terminal", comparison, effects);
}

async function writeView(as: "terminal" | Format, comparison: Comparison, effects: Effects): Promise<void> {
  const view: View = as === "terminal" ? { as, columns: columnsOf(effects), colour: colourWanted(effects) } : { as };
  await effects.stdout.write(await publishComparison(comparison, displayNames(), view));
}

async function writePage(
  path: string,
  comparison: Comparison,
  texts: ReadonlyMap<string, string>,
  effects: Effects,
): Promise<void> {
  const page = await publishComparison(comparison, displayNames(), { as: "html", texts });
  try {
    await effects.writeFile(path, page);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new ReadoutError(
      "page-unwritable",
      `${path}: ${REASONS[code ?? ""] ?? `cannot be written (${code ?? message})`}. Give another path to --html.`,
      1,
      error,
    );
  }
  await tellNote(`wrote ${path}; open it in a browser.`, effects);
}

const REASONS: Record<string, string> = {
  ENOENT: "its folder does not exist",
  ENOTDIR: "its folder does not exist",
  EISDIR: "is a directory",
  ENOTREG: "is no regular file",
  EACCES: "may not be written",
  EPERM: "may not be written",
  EROFS: "lies on a disk that may not be written",
  ENOSPC: "the disk is full",
};

/** Throws ReadoutError `usage` where the page would take the place of a source. */
export async function refuseOverwriting(path: string, names: readonly SourceName[], effects: Effects): Promise<void> {
  if (path === "" || path === "-") throw wrong("--html needs the path of a file to write, as in --html page.html.");
  const target = await effects.realPath(path);
  for (const { source } of names) {
    if (target !== null && target === (await effects.realPath(source)))
      throw wrong(`--html would overwrite the source "${source}". Give another path.`);
  }
}

function wrong(message: string): ReadoutError {
  return new ReadoutError("usage", message, 2);
}
