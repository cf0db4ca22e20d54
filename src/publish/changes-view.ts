/** A silent edit -> lines for a terminal: which words went and came, and what that did to the acts. */
import type { ActChange, Change, Hunk } from "../model/change.js";
import { safeLine } from "../text/terminal-text.js";
import { wrapIndented } from "./columns.js";
import { listed, type Names } from "./names.js";
import { type Paint, painter, type Role } from "./paint.js";
import { actPhrase, strengthWord } from "./plain-words.js";

export interface ChangesViewOptions {
  names: Names;
  columns: number;
  colour: boolean;
}

const INDENT = 4;
const LONGEST_WORDS = 400;

const ROLES: Record<ActChange["kind"], Role> = {
  appeared: "own",
  vanished: "bad",
  weakened: "warn",
  hardened: "good",
  changed: "label",
};

/** A heading, a line a hunk (`[-out-] {+in+}`, as git writes word diffs), a line an act. */
export function changeLines(change: Change, { names, columns, colour }: ChangesViewOptions): string[] {
  const paint = painter(colour);
  const { address, title, before, after, gone, hunks, acts } = change;
  const when = `${before.fetchedAt} → ${after.fetchedAt}`;
  const heading = [paint("title", safeLine(title ?? address)), paint("faint", safeLine(`${when}  ${address}`))];
  const wrapped = (line: string) => wrapIndented(`${" ".repeat(INDENT)}${line}`, columns, INDENT);
  if (gone) return [...heading, ...wrapped(paint("bad", "the page was taken down"))];
  return [
    ...heading,
    ...hunks.flatMap((hunk) => wrapped(hunkLine(hunk, paint))),
    ...acts.flatMap((act) => wrapped(actLine(act, names, paint))),
    ...(acts.length === 0 ? wrapped(paint("faint", "no act is touched by it")) : []),
  ];
}

function hunkLine({ before, after }: Hunk, paint: Paint): string {
  const out = before.quote === "" ? "" : paint("bad", `[-${short(before.quote)}-]`);
  const come = after.quote === "" ? "" : paint("good", `{+${short(after.quote)}+}`);
  return [out, come].filter((part) => part !== "").join(" ");
}

function actLine({ kind, issues, before, after, fields }: ActChange, names: Names, paint: Paint): string {
  const about = issues.length > 0 ? ` (${listed(issues.map(names.issue))})` : "";
  const told = (act: NonNullable<ActChange["before"]>) =>
    `${actPhrase(act.act, act.veridicality)}, ${strengthWord(act.strength)}: “${short(act.quote)}”`;
  const ends = [before, after]
    .filter((act) => act !== null)
    .map(told)
    .join("  →  ");
  const differ = kind === "changed" ? ` [${fields.join(", ")}]` : "";
  return `${paint(ROLES[kind], kind)}${safeLine(`${about}${differ}`)} ${safeLine(ends)}`;
}

function short(words: string): string {
  const line = safeLine(words);
  return line.length > LONGEST_WORDS ? `${line.slice(0, LONGEST_WORDS - 1)}…` : line;
}
