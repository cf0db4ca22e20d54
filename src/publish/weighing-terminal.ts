/** A weighing -> lines of a terminal: the classes with fates, chances and a curve, the checklist, forecasts and caveats. */
import type { BacktestResult, ChecklistAnswer, WeighedClass, Weighing } from "../model/weighing.js";
import { safeLine } from "../text/terminal-text.js";
import { terminalCurve } from "./charts/terminal-curve.js";
import { numbered, wrapIndented, wrapLines } from "./columns.js";
import { type Paint, painter, type Role } from "./paint.js";
import { ANSWER_WORDS, chanceInWords, fatesInWords, percent, range } from "./weighing-words.js";

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

function head({ title, asOf, elapsedDays, elapsedRange }: Weighing, { columns, paint }: Page): string[] {
  const lasted =
    elapsedRange === null
      ? "no reading has started, or none says when"
      : elapsedRange[0] === elapsedRange[1]
        ? `in force for ${elapsedDays} days`
        : `in force for ${elapsedRange[0]} to ${elapsedRange[1]} days, depending on the reading`;
  return [paint("title", safeLine(title)), ...wrapLines(`On ${asOf}: ${lasted}.`, columns)];
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
  const told = covariates.map(
    ({ because, hazardRatio, low, high }) =>
      `${because}; with it, past ones broke down ${hazardRatio.toFixed(2)} times as fast (95% interval ${low.toFixed(2)} to ${high.toFixed(2)}).`,
  );
  return listLines("What its terms say, by the model that beat the base rate", told, page);
}

function backtestLines(backtests: readonly BacktestResult[], page: Page): string[] {
  return listLines("Does it predict? Fitted on the past, scored on the future", backtests.map(backtestInWords), page);
}

/** One sentence, good or bad. */
export function backtestInWords(result: BacktestResult): string {
  const { title, from, to, scored, byHorizon, concordance, skill } = result;
  const briers = byHorizon
    .map(({ days, brier, baseBrier }) => `${days} days ${brier.toFixed(4)} against ${baseBrier.toFixed(4)}`)
    .join(", ");
  const gain = [skill.value, skill.low, skill.high].map((share) => `${(share * 100).toFixed(1)}%`);
  const rank = concordance === null ? "" : ` C-index ${concordance.toFixed(2)}.`;
  return `${title}, ${from} to ${to}, ${scored} agreements: Brier ${briers}; skill ${gain[0]} (95% interval ${gain[1]} to ${gain[2]}).${rank} ${verdictOn(result)}`;
}

function verdictOn({ model, beatsBaseRate }: BacktestResult): string {
  if (beatsBaseRate) return "It beats the base rate.";
  if (model === "classes") return "Not surely better than the base rate: take classes as context, not as a forecast.";
  return "It does not beat the base rate, so it is not offered.";
}

function forecastLines({ forecasts }: Weighing, page: Page): string[] {
  const told = forecasts.map(({ by, statement, probability, codedBy, hedge, resolvesOn, resolution, brier }) => {
    const chance =
      probability === null
        ? `no number${hedge ? ` (“${hedge}”)` : ""}`
        : `${percent(probability)}${codedBy ? `, coded by ${codedBy}` : ""}`;
    const came =
      resolution === null
        ? `settled by ${resolvesOn}`
        : `${resolution}${brier === null ? "" : `, Brier ${brier.toFixed(3)}`}`;
    return safeLine(`${by}: “${statement}” — ${chance}; ${came}`);
  });
  return listLines("What others have predicted", told, page);
}

function listLines(title: string, items: readonly string[], { columns, paint }: Page): string[] {
  return listed(title, items, columns, paint);
}

function listed(title: string, items: readonly string[], columns: number, paint: Paint): string[] {
  if (items.length === 0) return [];
  return ["", paint("section", title), ...items.flatMap((item) => wrapIndented(item, columns, 2, "- "))];
}
