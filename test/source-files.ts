/** The repository's own files -> what the tidy test asks of them: paths, lines, imports, functions and their length. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Folders that are made, not written. */
export const MADE = new Set(["node_modules", "dist", "coverage", ".git", ".cache", "test-results"]);

/** A file of the repository; `path` is relative to its root, with "/" between. */
export interface SourceFile {
  path: string;
  text: string;
  lines: string[];
}

/** Every file below a folder whose name ends in one of the endings (all files without), in order of path. */
export function filesUnder(folder: string, endings: readonly string[] = [""]): SourceFile[] {
  return pathsUnder(join(ROOT, folder))
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .sort()
    .map(openFile);
}

/** One file of the repository; throws when it is not there. */
export function openFile(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), "utf8");
  return { path, text, lines: text.trimEnd().split("\n") };
}

function pathsUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return MADE.has(entry.name) ? [] : pathsUnder(path);
    return entry.isFile() ? [relative(ROOT, path).split(sep).join("/")] : [];
  });
}

/** Paths, relative to the root and ending as written but for the extension, of the files that a file imports. */
export function importsOf({ path, text }: SourceFile): string[] {
  const specifiers = [...text.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)"(\.[^"]+)"/g)].map((match) => match[1]!);
  return specifiers.map((specifier) => posix.join(dirname(path), specifier).replace(/\.[jt]sx?$/, ""));
}

/** A function written with a block body, and how many lines its body spans, braces included. */
export interface FunctionLength {
  name: string;
  lines: number;
}

const HEAD =
  /^(?<indent>\s*)(?:export )?(?:async )?(?:function\*? (?<named>\w+)|const (?<arrow>\w+)[^=]*= (?:async )?\(|(?:private |static |async |get |set )*(?<method>\w+)\()/;
const NO_FUNCTION = new Set("if for while switch catch return describe onEachDatabase it test expect".split(" "));

/** Functions by indentation, which the formatter guarantees: a head, and the next line of its indent that closes it. */
export function functionsOf({ lines }: SourceFile): FunctionLength[] {
  return lines.flatMap((line, at) => {
    const found = HEAD.exec(line)?.groups;
    const name = found?.named ?? found?.arrow ?? found?.method;
    if (!found || !name || NO_FUNCTION.has(name)) return [];
    const end = lines.findIndex(
      (other, k) => k > at && other.startsWith(`${found.indent}}`) && !other.trim().endsWith("{"),
    );
    const opens = lines.slice(at, end + 1).findIndex((other) => other.endsWith("{"));
    const leaves = lines
      .slice(at + 1, end)
      .some((other) => other.trim() !== "" && !other.startsWith(`${found.indent} `) && !/^\s*\)/.test(other));
    return end < 0 || opens < 0 || leaves ? [] : [{ name, lines: end - at + 1 }];
  });
}
