/** A weighing -> lines of a terminal: the classes with fates, chances and a curve, the checklist, forecasts and caveats. */
import type { BacktestResult, ChecklistAnswer, WeighedClass, Weighing } from "../model/weighing.js";
import { safeLine } from "../text/terminal-text.js";
import { terminalCurve } from "./charts/terminal-curve.js";
import { numbered, wrapIndented, wrapLines } from "./columns.js";
import { forecastInWords } from "./forecast-lines.js";
import { type Paint, painter, type Role } from "./paint.js";
import {
  ANSWER_WORDS,
  backtestInWords,
  chanceInWords,
  effectInWords,
  fatesInWords,
  lastedInWords,
  range,
} from "./weighing-words.js";

/** Classes in full; the rest by name. */
const SHOWN_CLASSES = 4;

interface Page {
  columns: number;
  paint: Paint;
}

export function weighingTerminal(weighing: Weighing, options: { columns: number; colour: boolean }): string[] {
  const page = { columns: options.columns, paint: painter(options.colour) };
  const sections = [
    head(weighing, page),
    ["", page.paint("section", "What became of agreements like this one")],
    ...weighing.classes.slice(0, SHOWN_CLASSES).map((one, at) => classLines(one, at, weighing, page)),
    furtherLines(weighing, page),
    checklistLines(weighing.checklist, page),
    covariateLines(weighing, page),
    backtestLines(weighing.backtests, page),
    forecastLines(weighing, page),
    listLines("Before you use a number", weighing.caveats, page),
    listLines("Where the numbers come from", [...new Set(weighing.classes.map(({ origin }) => origin))], page),
  ];
  return sections.flat();
}

function head(weighing: Weighing, { columns, paint }: Page): string[] {
  return [paint("title", safeLine(weighing.title)), ...wrapLines(lastedInWords(weighing), columns)];
}

function classLines(one: WeighedClass, at: number, { horizonsDays }: Weighing, page: Page): string[] {
  const { columns, paint } = page;
  const indented = (words: string, role?: Role) => wrapIndented(role ? paint(role, words) : words, columns, 5);
  const fit = one.fit === "fits" ? "It fits" : "It fits in part";
  const until = Math.max(...horizonsDays);
  const curve = one.curve.map(({ days, brokeDown, low, high }) => ({ x: days, y: brokeDown, low, high }));
  return [
    "",
    ...wrapIndented(
      paint("label", `${safeLine(one.title)}: ${one.n.toLocaleString("en")}`),
      columns,
      5,
      numbered(at + 1),
    ),
    ...indented(`${fit}: ${one.because.map(safeLine).join("; ")}.`, "faint"),
    ...indented(
      `${fatesInWords(one.fates)}. Broke down in all: ${range(...one.fateBounds)}, the unclear counted both ways.`,
    ),
    ...one.brokenBy.flatMap((chance) => indented(`Broken down ${chanceInWords(chance)}.`)),
    ...(at === 0 && curve.length > 1
      ? [
          "",
          ...terminalCurve(curve, until, columns - 5).map((line) => `     ${line}`),
          ...indented(`Share broken down since the start, with its 95% interval; ${one.followed} followed.`, "faint"),
        ]
      : []),
  ];
}

function furtherLines({ classes, mightFit }: Weighing, { columns, paint }: Page): string[] {
  const further = classes.slice(SHOWN_CLASSES).map(({ title, n, brokenBy }) => {
    const chance = brokenBy[0];
    return `${safeLine(title)} (${n.toLocaleString("en")})${chance ? `: ${chanceInWords(chance)}` : ""}`;
  });
  const open = mightFit.map(
    ({ title, missing }) => `${safeLine(title)}: it would fit if it were known to be ${missing.join(", ")}`,
  );
  return [...listed("Wider classes", further, columns, paint), ...listed("Might fit too", open, columns, paint)];
}

function checklistLines(checklist: readonly ChecklistAnswer[], { columns, paint }: Page): string[] {
  if (checklist.length === 0) return [];
  const yes = checklist.filter(({ answer }) => answer === "yes").length;
  const role = { yes: "good", no: "bad", differs: "warn", unstated: "faint" } as const;
  const rows = checklist.flatMap(({ question, answer, because }) => [
    ...wrapIndented(`${question} ${paint(role[answer], ANSWER_WORDS[answer])}. ${safeLine(because)}`, columns, 2, "- "),
  ]);
  const quotes = checklist[0]!.quotes.map(
    ({ source, words, exact }) =>
      `${safeLine(source)}: ${exact ? `“${safeLine(words)}”` : `${safeLine(words)} (in other words)`}`,
  );
  return [
    "",
    paint("section", `How firm it is: ${yes} of ${checklist.length} that the drafting handbooks ask for`),
    ...rows,
    ...listed("The words it rests on", quotes, columns, paint),
  ];
}

function covariateLines({ covariates }: Weighing, page: Page): string[] {
  return listLines("What its terms say, by the model that beat the base rate", covariates.map(effectInWords), page);
}

function backtestLines(backtests: readonly BacktestResult[], page: Page): string[] {
  return listLines("Does it predict? Fitted on the past, scored on the future", backtests.map(backtestInWords), page);
}

function forecastLines({ forecasts }: Weighing, page: Page): string[] {
  const told = forecasts.map((one) =>
    safeLine(`${one.by}: “${one.statement}” (${one.source}). ${forecastInWords(one)}`),
  );
  return listLines("What others have predicted", told, page);
}

function listLines(title: string, items: readonly string[], { columns, paint }: Page): string[] {
  return listed(title, items, columns, paint);
}

function listed(title: string, items: readonly string[], columns: number, paint: Paint): string[] {
  if (items.length === 0) return [];
  return ["", paint("section", title), ...items.flatMap((item) => wrapIndented(item, columns, 2, "- "))];
}
