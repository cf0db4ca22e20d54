/** A dossier, its ledger and its dates -> lines for a terminal: what binds whom, until when, and who says what of it. */
import type { DueCommitment, ReadingDates } from "../model/deadline.js";
import type { CommitmentState, DossierEntry, DossierRecord, SourceStatus } from "../model/dossier.js";
import type { SealedEvent } from "../model/ledger-event.js";
import { safeLine } from "../text/terminal-text.js";
import { wrapIndented } from "./columns.js";
import { type ConsentView, consentViews } from "./consent-views.js";
import { listed, type Names } from "./names.js";
import { type Paint, painter } from "./paint.js";

export interface LinesOptions {
  names: Names;
  columns: number;
  colour: boolean;
}

/** One line a dossier. */
export function dossierLines(entries: readonly DossierEntry[], { colour }: LinesOptions): string[] {
  const paint = painter(colour);
  return entries.map(
    ({ id, title, events, changed }) =>
      `${paint("label", safeLine(id))}  ${safeLine(title)}  ${paint("faint", `${events} events, changed ${changed.slice(0, 16)}Z`)}`,
  );
}

/** One block a commitment: what is owed by whom, its dates, and each source's word on it. */
export function commitmentLines(state: CommitmentState, dates: DueCommitment, options: LinesOptions): string[] {
  const paint = painter(options.colour);
  const { commitment, status, sources, words, boundWithoutConsent } = state;
  const { names, columns } = options;
  const parties = (ids: readonly string[]) => listed(ids.map(names.actor));
  const facts = [
    `${parties(commitment.debtors)} ${commitment.debtors.length === 1 ? "owes" : "owe"}: ${commitment.consequent}`,
    commitment.creditors.length > 0 ? `owed to ${parties(commitment.creditors)}` : "",
    commitment.antecedent === null ? "" : `on the condition “${commitment.antecedent}”`,
    commitment.quantity === null
      ? ""
      : `${commitment.quantity.count} ${commitment.quantity.of.replaceAll("-", " ")}${commitment.quantity.each ? ", each" : ""}`,
    ...consentViews(state, dates).flatMap((view) => consentWords(view, names)),
    boundWithoutConsent.length > 0 ? `bound without having agreed: ${parties(boundWithoutConsent)}` : "",
  ];
  return [
    `${paint("title", safeLine(`${commitment.id}: ${commitment.title}`))}  ${paint(status === "disputed" ? "warn" : "label", status)}`,
    ...facts.filter((fact) => fact !== "").flatMap((fact) => wrapIndented(safeLine(fact), columns, 2)),
    ...dates.readings.map((reading) => `  ${safeLine(`under ${reading.reading}: ${datesWords(reading)}`)}`),
    ...(dates.disagree ? [paint("warn", "  the readings disagree on the dates")] : []),
    ...Object.entries(sources).flatMap(([source, said]) => saidLines(source, said, options, paint)),
    ...Object.entries(words).map(
      ([by, { word, on }]) => `  ${safeLine(`${names.actor(by)}, last word: ${word}, ${on}`)}`,
    ),
  ];
}

/** Of those whose consent has a day, or who gave another answer. */
function consentWords({ party, consent, since, boundBefore }: ConsentView, names: Names): string[] {
  if (consent === "conditional" || consent === "refused") return [`${names.actor(party)} has ${ANSWERS[consent]}`];
  if (since === null) return [];
  const before = boundBefore.length > 0 ? `; bound before that under ${listed(boundBefore)}` : "";
  return [`${names.actor(party)} agreed on ${since}${before}`];
}

const ANSWERS = { conditional: "agreed on conditions only", refused: "refused" };

function datesWords({ firstDay, lastDay, phase, because }: ReadingDates): string {
  const from = firstDay === null ? "from a day that is not stated" : `from ${firstDay}`;
  return `${from}, ${lastDay === null ? because : `last day ${lastDay}`} (${phase.replaceAll("-", " ")})`;
}

function saidLines(source: string, said: SourceStatus, { names, columns }: LinesOptions, paint: Paint): string[] {
  const extra = [
    said.count === null ? "" : `${said.count.done}${said.count.of === null ? "" : ` of ${said.count.of}`}`,
    said.implementation === null ? "" : `implementation ${said.implementation} of 3`,
  ].filter((word) => word !== "");
  const head = `${names.actor(source)}: ${said.status}${extra.length > 0 ? ` (${extra.join(", ")})` : ""} since ${said.since}`;
  const quote = `“${said.evidence.quote}” ${said.evidence.document}, characters ${said.evidence.start} to ${said.evidence.end}`;
  return [
    ...wrapIndented(safeLine(head), columns, 2),
    ...wrapIndented(safeLine(quote), columns, 4).map((line) => paint("faint", line)),
  ];
}

/** One line a record: what it is and where it stands with the editors. */
export function recordLines(records: readonly DossierRecord[], { colour, columns }: LinesOptions): string[] {
  const paint = painter(colour);
  return records.map(({ kind, id, on, review, body }) => {
    const { act, quote, title, commitment, word, by, evidence } = recordWords(body);
    const said = quote ?? title ?? (evidence as { quote?: string } | undefined)?.quote;
    const words = [word ?? act, commitment ?? by, said].filter((part) => typeof part === "string").join("  ");
    const line = safeLine(`${kind}  ${id}  ${on}  ${words}`);
    const cut = line.length > columns - 10 ? `${line.slice(0, columns - 11)}…` : line;
    return review === "published" ? cut : `${cut}  ${paint("warn", review)}`;
  });
}

/** Of a forecast, whose body is the list of its events, those of the forecast as it was registered. */
function recordWords(body: unknown): Record<string, unknown> {
  const [first] = Array.isArray(body) ? (body as { forecast?: object }[]) : [];
  return (first?.forecast ?? body) as Record<string, unknown>;
}

/** One line an event, in the order in which they were written down. */
export function historyLines(events: readonly SealedEvent[], { colour }: LinesOptions): string[] {
  const paint = painter(colour);
  return events.map(({ event: { seq, on, at, author, what } }) => {
    const about = Object.values({ ...what, type: "", note: "" }).filter(
      (value) => typeof value === "string" && value !== "",
    );
    const id = "commitment" in what && typeof what.commitment === "object" ? what.commitment.id : "";
    const words = safeLine([what.type, id, ...about].filter((part) => part !== "").join(" "));
    return `${String(seq).padStart(5)}  ${on}  ${words.slice(0, 120)}  ${paint("faint", safeLine(`${author}, ${at.slice(0, 16)}Z`))}`;
  });
}

/** What starts and lapses, in order of time, and where the readings disagree. */
export function dueLines(
  {
    commitments,
    deadlines,
  }: {
    commitments: readonly DueCommitment[];
    deadlines: readonly { title: string; reading: string; what: string; day: string }[];
  },
  { colour }: LinesOptions,
): string[] {
  const paint = painter(colour);
  const disagreeing = commitments.filter(({ disagree }) => disagree);
  return [
    ...deadlines.map(({ day, what, title, reading }) =>
      safeLine(`${day}  ${what === "lapses" ? "last day of" : "first day of"} “${title}” under ${reading}`),
    ),
    ...(deadlines.length === 0 ? ["Nothing is due in that time."] : []),
    ...disagreeing.map(({ title, starts, lapses }) =>
      paint(
        "warn",
        safeLine(`The readings of “${title}” disagree: first day ${span(starts)}, last day ${span(lapses)}.`),
      ),
    ),
  ];
}

function span(days: readonly [string, string] | null): string {
  if (days === null) return "unstated";
  return days[0] === days[1] ? days[0] : `${days[0]} or ${days[1]}`;
}
