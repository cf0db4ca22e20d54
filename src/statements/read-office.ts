/** A title without a name -> the office and, by the document's date, who holds it. */

import { stateOf } from "../model/states-of.js";
import { buildMention, isGenitive, type MentionReader, wordsOf } from "./build-mention.js";
import { holderAt, officesOf } from "./office-holders.js";
import type { Owner } from "./read-owners.js";
import type { Phrase } from "./read-phrase.js";
import type { Title } from "./read-title.js";

const INDEFINITE = new Set("a an any another some no each every next future one".split(" "));
const DEFINITE = new Set("the his her its their our my this said".split(" "));

/** A title without a name: an office and, by the document's date, who holds it. */
export function readOffice(
  reader: MentionReader,
  i: number,
  title: Title,
  owners: readonly Owner[],
  to: number,
  institution: string | undefined,
): Phrase | null {
  const before = reader.tokens[i - 1]?.lower ?? "";
  const open = INDEFINITE.has(before) || title.past;
  if (owners.length === 0) return ownerless(reader, i, title, to, open);
  if (title.plural && owners.length === 1) return null;
  const ids = owners.map((owner) => officeId(reader, stateOf(owner.id), title, open, institution));
  for (const owner of owners) reader.seen.add(stateOf(owner.id));
  const several = owners.length > 1;
  const id = ids[0]!;
  const person = reader.gazetteer.persons.get(id);
  const name = several
    ? wordsOf(reader.tokens, i, to)
    : (person?.name ?? reader.gazetteer.offices.get(id)?.name ?? wordsOf(reader.tokens, i, to));
  const facts = several ? {} : { state: stateOf(owners[0]!.id), ...(person?.sex ? { sex: person.sex } : {}) };
  return {
    to,
    mentions: [
      buildMention(reader, i, to, { kind: several ? "group" : "office", ids, name, role: title.role, ...facts }),
    ],
  };
}

function officeId(
  reader: MentionReader,
  state: string,
  title: Title,
  open: boolean,
  institution: string | undefined,
): string {
  if (title.past || title.role === "counterpart") return "?";
  const offices = officesOf(reader.gazetteer, state, title.role);
  const own = title.offices.find((office) => offices.includes(office));
  const office =
    own ??
    offices.find((id) => institution !== undefined && id === `${state}:${institution}-${title.role}`) ??
    offices[0] ??
    (title.weak ? state : `${state}:${title.role}`);
  return open ? office : (holderAt(reader.gazetteer, office, reader.published) ?? office);
}

/** "the Secretary of State" owns its office; "the President" is settled by the discourse. */
function ownerless(reader: MentionReader, i: number, title: Title, to: number, open: boolean): Phrase | null {
  if (title.offices.length === 1 && !open) {
    const office = reader.gazetteer.offices.get(title.offices[0]!)!;
    const id = holderAt(reader.gazetteer, office.id, reader.published) ?? office.id;
    const person = reader.gazetteer.persons.get(id);
    return {
      to,
      mentions: [
        buildMention(reader, i, to, {
          kind: "office",
          ids: [id],
          name: person?.name ?? office.name,
          role: office.role,
          state: office.state,
          ...(person?.sex ? { sex: person.sex } : {}),
        }),
      ],
    };
  }
  const before = reader.tokens[i - 1]?.lower ?? "";
  const vocative = i > 0 && ["mr", "madam", "."].includes(reader.keyAt(i - 1));
  if (
    title.plural ||
    title.weak ||
    open ||
    isGenitive(reader.tokens[i]) ||
    !(DEFINITE.has(before) || title.capital || vocative)
  )
    return null;
  return { to, mentions: [buildMention(reader, i, to, { kind: "office", ids: ["?"], role: title.role })] };
}
