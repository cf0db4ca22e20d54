/** A command's arguments -> options and sources, or one clear line on what is wrong with them. */
import { type ParseArgsConfig, parseArgs } from "node:util";
import type { When } from "../model/agreement.js";
import { INSTANT, PARTIAL_DATE } from "../model/date-forms.js";
import { ReadoutError } from "../model/problem.js";

/** What every command takes. */
export const COMMON_OPTIONS = {
  json: { type: "boolean" },
  published: { type: "string" },
  participants: { type: "string" },
} as const satisfies ParseArgsConfig["options"];

type Options = NonNullable<ParseArgsConfig["options"]>;
type Parsed<T extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: T; allowPositionals: true; strict: true }>
>;

/** `parseArgs` of Node, strict. Throws ReadoutError `usage` (exit code 2) that names the option and the help. */
export function parseArguments<T extends Options>(command: string, args: string[], options: T): Parsed<T> {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    const [first = ""] = (error as Error).message.split(/\. |\n/);
    throw new ReadoutError(
      "usage",
      `${first.replaceAll("'", '"').replace(/\.$/, "")}. See readout ${command} --help.`,
      2,
      error,
    );
  }
}

/** Throws ReadoutError `usage` for anything but a partial date of the calendar. */
export function parsePublished(value: string | undefined, option = "--published"): string | undefined {
  if (value === undefined) return undefined;
  if (PARTIAL_DATE.test(value) && isOfCalendar(value)) return value;
  throw new ReadoutError("usage", `${option}: "${value}" is no date. Write 2025, 2025-03 or 2025-03-18.`, 2);
}

/** A day, month, year or instant of the calendar. Throws ReadoutError `usage` that names the option. */
export function parseWhen(option: string, value: string | undefined): When | undefined {
  if (value === undefined) return undefined;
  const isWhen = PARTIAL_DATE.test(value) || (INSTANT.test(value) && !Number.isNaN(Date.parse(value)));
  if (isWhen && isOfCalendar(value)) return value;
  throw new ReadoutError("usage", `${option}: "${value}" is no date. Write 2025-03-18 or 2025-03-18T15:00:00Z.`, 2);
}

function isOfCalendar(value: string): boolean {
  const [year, month = "01", day = "01"] = value.slice(0, 10).split("-");
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
}

/** "us, ru" -> ["us", "ru"]. */
export function parseList(value: string | undefined): string[] {
  return (value ?? "")
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}
