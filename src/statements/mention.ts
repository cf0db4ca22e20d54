/** A stretch of a sentence that refers to an actor or place, with whom it refers to where that is settled. */

export interface Mention {
  /** Ordinal of the sentence. */
  sentence: number;
  /** Token indexes in the sentence, `to` exclusive; determiners (but a group's) and the genitive ending stay outside. */
  from: number;
  to: number;
  /** Token index of the syntactic head. */
  head: number;
  /** Offsets into the text, UTF-16 code units. */
  start: number;
  end: number;
  kind: "state" | "organisation" | "person" | "office" | "group" | "pronoun" | "place";
  /** Ids of the contract; `["?"]` where the words refer to somebody who is not settled. */
  ids: string[];
  /** English display name: "White House", "Vladimir Putin"; the words themselves for pronouns and groups. */
  name: string;
  /** Stands in the genitive: "Russia's", "their". */
  possessive: boolean;
  /** Modifies another noun and does not itself act: "Russian" in "Russian forces". */
  modifier: boolean;
  /** Role of an office, of a person found by title, or the noun of a group ("president", "side"). */
  role?: string;
  /** State or organisation of a person, office or institution. */
  state?: string;
  sex?: "f" | "m";
  /** Members that a group's words count ("the two leaders": 2). */
  count?: number;
}
