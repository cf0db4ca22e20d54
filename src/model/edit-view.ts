/** One silent edit as a page shows it: the words that went and came, in their place, and what that did to the acts. */
import type { ActChange } from "./change.js";

/** `same` stands before and after; `gap` is a longer stretch of it that is left out. */
export interface EditPiece {
  kind: "same" | "out" | "in" | "gap";
  words: string;
}

/** The text before or after; `takenAt` a UTC instant or a day, null where nobody noted it. */
interface EditEnd {
  takenAt: string | null;
  sha256: string;
}

export interface EditView {
  /** Id of the document. */
  document: string;
  before: EditEnd;
  after: EditEnd;
  /** The address holds the text no more. */
  gone: boolean;
  /** How many words went and came. */
  wordsOut: number;
  wordsIn: number;
  pieces: EditPiece[];
  /** Null where no editor has read what an engine makes of the edit, and the dossier does not publish that unread. */
  acts: ActChange[] | null;
}
