/** A silent edit and the text after it -> the edit as a page shows it: words out and in, with what stands around them. */
import type { ActChange, Hunk } from "../../model/change.js";
import type { EditPiece, EditView } from "../../model/edit-view.js";

/** What `publishEdit` needs of a change, wherever it was found. */
export interface EditRecord {
  document: string;
  before: EditView["before"];
  after: EditView["after"];
  gone: boolean;
  hunks: readonly Hunk[];
  acts: readonly ActChange[] | null;
  /** The text after the edit; "" where it is gone. */
  text: string;
}

/** Characters of unchanged text kept on either side of an edit. */
const AROUND = 140;

export function publishEdit({ text, hunks, acts, ...known }: EditRecord): EditView {
  return {
    ...known,
    wordsOut: count(hunks.map(({ before }) => before.quote)),
    wordsIn: count(hunks.map(({ after }) => after.quote)),
    pieces: piecesOf(text, hunks),
    acts: acts && [...acts],
  };
}

function piecesOf(text: string, hunks: readonly Hunk[]): EditPiece[] {
  const pieces: EditPiece[] = [];
  let at = 0;
  for (const [index, { before, after }] of hunks.entries()) {
    pieces.push(...kept(text.slice(at, after.start), index === 0 ? "head" : "middle"));
    pieces.push({ kind: "out", words: before.quote }, { kind: "in", words: after.quote });
    at = after.end;
  }
  if (hunks.length > 0) pieces.push(...kept(text.slice(at), "tail"));
  return pieces.filter(({ kind, words }) => kind === "gap" || words !== "");
}

/** The ends of an unchanged stretch that lie beside an edit, cut between words. */
function kept(words: string, place: "head" | "middle" | "tail"): EditPiece[] {
  const ends = place === "middle" ? 2 : 1;
  if (words.length <= ends * AROUND + AROUND / 2) return [{ kind: "same", words }];
  const first = words.slice(0, AROUND).replace(/\S*$/, "");
  const last = words.slice(-AROUND).replace(/^\S*/, "");
  const gap: EditPiece = { kind: "gap", words: "" };
  if (place === "head") return [gap, { kind: "same", words: last }];
  if (place === "tail") return [{ kind: "same", words: first }, gap];
  return [{ kind: "same", words: first }, gap, { kind: "same", words: last }];
}

function count(quotes: readonly string[]): number {
  return quotes.flatMap((quote) => quote.match(/\S+/g) ?? []).length;
}
