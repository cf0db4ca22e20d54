/** A name and what follows its comma -> the title in apposition: "Ivan Petrenko, an adviser to the President of Peru". */

import { stateOf } from "../model/states-of.js";
import type { MentionReader } from "./build-mention.js";
import { nameAt } from "./read-name.js";
import { type Owner, ownerAt, ownersAt } from "./read-owners.js";
import { type Title, titleAt } from "./read-title.js";

export interface Apposition {
  /** Token after its last word. */
  to: number;
  role: string;
  /** State or organisation that the title serves; null where none is named. */
  state: string | null;
}

const FURTHEST_OWNER = 10;

/** The title in apposition to a name that ends before token `at`; null where a list or a clause goes on instead. */
export function appositionAt(reader: MentionReader, at: number): Apposition | null {
  if (reader.keyAt(at) !== ",") return null;
  const from = /^(the|an?)$/.test(reader.keyAt(at + 1)) ? at + 2 : at + 1;
  const own = ownersAt(reader, from)[0];
  const title = titleAt(reader, own?.after ?? from);
  if (!title || title.plural || title.past) return null;
  const owner = own ?? servedBy(reader, title);
  const to = owner && owner !== own ? owner.to : title.to;
  if (nameAt(reader, reader.gazetteer, to)) return null;
  return { to, role: title.role, state: owner ? stateOf(owner.id) : null };
}

/** "adviser to the Prime Minister of Peru": the first owner behind the title, no verb or mark between. */
function servedBy(reader: MentionReader, title: Title): Owner | null {
  if (!["of", "for", "to", "at", "and"].includes(reader.keyAt(title.to))) return null;
  for (let i = title.to + 1; i < title.to + FURTHEST_OWNER; i++) {
    const owner = ownerAt(reader, i);
    if (owner && !owner.adjective && !owner.possessive) return owner;
    if (!owner && ["PUNCT", "VERB", "AUX"].includes(reader.tokens[i]?.upos ?? "PUNCT")) return null;
  }
  return null;
}
