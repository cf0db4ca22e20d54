/** A Document and its Acts -> lines for a terminal: who does what in words, about what, with the exact words. */
import type { Act } from "../model/act.js";
import type { Document } from "../model/document.js";
import { safeLine } from "../text/terminal-text.js";
import { NARROWEST_COLUMN, numbered, sideBySide, wrapIndented } from "./columns.js";
import { listed, type Names } from "./names.js";
import { type Paint, painter } from "./paint.js";
import { dateWords, GENRES, strengthWord } from "./plain-words.js";
import { attributionWords, clauseWords } from "./side-words.js";

export interface ActsTableOptions {
  names: Names;
  columns: number;
  colour: boolean;
}

const WIDEST = 160;
const INDENT = 5;

/** A heading for the document, then two columns an act (one where they do not fit): the reading and the words. */
export function actsTable(document: Document, acts: readonly Act[], options: ActsTableOptions): string[] {
  const paint = painter(options.colour);
  const columns = Math.min(options.columns, WIDEST);
  const rows = acts.flatMap((act, at) => rowLines(act, at + 1, columns, options.names, paint));
  const none =
    acts.length === 0 ? ["", "     No act was found in this text: nothing that somebody does in words."] : [];
  return [...wrapIndented(heading(document, acts.length, options.names, paint), columns, 0), ...rows, ...none];
}

function heading(
  { id, title, parties, genre, published, complete, translated }: Document,
  count: number,
  names: Names,
  paint: Paint,
): string {
  const facts = [
    GENRES[genre],
    parties.length > 0 ? `speaks for ${listed(parties.map(names.actor))}` : "speaks for no party",
    dateWords(published),
    complete ? "whole text" : "cut or excerpt",
    ...(translated ? ["translation"] : []),
    count === 1 ? "1 act" : `${count} acts`,
  ];
  return `${paint("title", safeLine(title ? `${id}: ${title}` : id))} ${paint("faint", safeLine(`[${facts.join(", ")}]`))}`;
}

function rowLines(act: Act, number: number, columns: number, names: Names, paint: Paint): string[] {
  const [first, ...rest] = sideBySide(
    [reading(act, names, paint), words(act, paint)],
    Math.max(columns, NARROWEST_COLUMN),
    INDENT,
  );
  return ["", numbered(number) + (first ?? "").slice(INDENT), ...rest];
}

function reading(act: Act, names: Names, paint: Paint): string {
  const [who, does] = clauseWords(act, names);
  const towards = act.recipients.length > 0 ? `, towards ${listed(act.recipients.map(names.actor))}` : "";
  const voice = attributionWords(act.attribution, []);
  const about = act.issues.length > 0 ? `about ${listed(act.issues.map(names.issue))}` : "";
  const lines = [
    `${paint("label", safeLine(`${who && `${who} `}${does}`))}${safeLine(towards)} ${paint("faint", `(${strengthWord(act.strength)}, ${act.strength})`)}`,
    safeLine(voice),
    safeLine(about),
    safeLine(scopeWords(act, names)),
    act.condition ? safeLine(`on the condition “${act.condition.quote}”`) : "",
  ];
  return lines.filter((line) => line !== "").join("\n");
}

function words({ quote, start, end, rule }: Act, paint: Paint): string {
  return `“${safeLine(quote)}”\n${paint("faint", `characters ${start} to ${end}, rule ${safeLine(rule)}`)}`;
}

/** What the clause covers, as far as it says: "covers energy; from 18 March 2025; for 30 days". */
function scopeWords({ scope }: Act, names: Names): string {
  return [
    scope.targets.length > 0 ? `covers ${listed(scope.targets.map(names.target))}` : "",
    scope.area.length > 0 ? `in ${listed(scope.area.map(names.actor))}` : "",
    scope.parties.length > 0 ? `binds ${listed(scope.parties.map(names.actor))}` : "",
    scope.start === null ? "" : `from ${dateWords(scope.start)}`,
    scope.durationDays === null ? "" : `for ${scope.durationDays} ${scope.durationDays === 1 ? "day" : "days"}`,
    scope.quantity === null ? "" : `quantity ${scope.quantity}`,
    scope.exceptions.length > 0 ? `except ${listed(scope.exceptions.map(names.target))}` : "",
  ]
    .filter((part) => part !== "")
    .join("; ");
}
