/** Owners and what follows -> a state as a side ("the Russian delegation") or an institution ("Ministry of Defence of Peru"). */

import { stateOf } from "../model/states-of.js";
import { buildMention, type MentionReader, wordsOf } from "./build-mention.js";
import { type Owner, ownersAfter } from "./read-owners.js";
import type { Phrase, readTitled } from "./read-phrase.js";
import { PUBLICATIONS, SIDE_NOUNS } from "./role-nouns.js";

const MOST_BETWEEN = 2;

/** "the Russian side", "American and Russian delegations", "the Government of Armenia". */
export function readSide(reader: MentionReader, i: number, own: readonly Owner[], at: number): Phrase | null {
  if (own.length === 0) {
    if (!SIDE_NOUNS.has(reader.keyAt(i))) return null;
    const after = ownersAfter(reader, i + 1, ["of"]);
    return after.length === 0 ? null : sidePhrase(reader, i, after.at(-1)!.to, after);
  }
  const published = publication(reader, i, own, at);
  if (published) return published;
  for (let k = at; k <= at + MOST_BETWEEN; k++) {
    if (SIDE_NOUNS.has(reader.keyAt(k))) return sidePhrase(reader, i, k + 1, own);
    const token = reader.tokens[k];
    if (!token || !["ADJ", "NOUN", "VERB"].includes(token.upos) || reader.atomAt(k) || token.lower !== token.text)
      return null;
  }
  return null;
}

/** "the Kremlin readout (said)": who speaks in it is its publisher, under the publisher's name. */
function publication(reader: MentionReader, i: number, own: readonly Owner[], at: number): Phrase | null {
  const owner = own[0]!;
  if (own.length > 1 || owner.adjective || !PUBLICATIONS.has(reader.keyAt(at))) return null;
  const entry = reader.atomAt(i)!.entries.find((candidate) => "name" in candidate && candidate.id === owner.id);
  if (!entry || !("name" in entry)) return null;
  const kind = entry.kind === "organisation" ? "organisation" : "state";
  return {
    to: at + 1,
    mentions: [buildMention(reader, i, at + 1, { kind, ids: [owner.id], name: entry.name, role: "publication" })],
  };
}

function sidePhrase(reader: MentionReader, i: number, to: number, own: readonly Owner[]): Phrase {
  const ids = [...new Set(own.map((owner) => stateOf(owner.id)))];
  for (const id of ids) reader.seen.add(id);
  return {
    to,
    mentions: [buildMention(reader, i, to, { kind: ids.length > 1 ? "group" : "state", ids, role: "side" })],
  };
}

/** "Russian Foreign Ministry", "the Ministry of Foreign Affairs of Brazil"; a title after it is its spokesperson's. */
export function readInstitution(
  reader: MentionReader,
  i: number,
  own: readonly Owner[],
  at: number,
  titled: typeof readTitled,
): Phrase | null {
  const atom = reader.atomAt(at);
  const entry = atom?.entries.find((candidate) => candidate.kind === "institution");
  if (!atom || entry?.kind !== "institution" || own.length > 1) return null;
  const after = own.length === 0 ? ownersAfter(reader, atom.to, ["of"]) : [];
  const owner = own[0] ?? after[0];
  const to = after[0]?.to ?? atom.to;
  const spokesperson = after.length === 0 ? titled(reader, i, own, atom.to, entry.suffix) : null;
  if (spokesperson) return spokesperson;
  if (!owner) return bareInstitution(reader, i, to, entry.suffix);
  const id = `${stateOf(owner.id)}:${entry.suffix}`;
  reader.seen.add(stateOf(owner.id));
  const name = reader.gazetteer.names.get(id) ?? wordsOf(reader.tokens, i, to);
  return {
    to,
    mentions: [
      buildMention(reader, i, to, {
        kind: "organisation",
        ids: [id],
        name,
        role: entry.suffix,
        state: stateOf(owner.id),
      }),
    ],
  };
}

/** "the Foreign Ministry": whose, the discourse tells. */
function bareInstitution(reader: MentionReader, i: number, to: number, suffix: string): Phrase | null {
  const capital = /^\p{Lu}/u.test(reader.tokens[i]!.text);
  if (!capital && reader.tokens[i - 1]?.lower !== "the") return null;
  return { to, mentions: [buildMention(reader, i, to, { kind: "organisation", ids: ["?"], role: suffix })] };
}
