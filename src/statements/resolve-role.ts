/** "the President", "his spokesperson", "the Foreign Ministry": a role without an owner -> who holds it here. */
import { type Discourse, factsOf, isPersonId, recent } from "./discourse.js";
import type { Mention } from "./mention.js";
import { holderAt, officesOf, roleCovers } from "./office-holders.js";

const REMEMBERED_SENTENCES = 8;

/**
 * Id of the person or office; null where nothing settles it. In order: the possessor's office, a participant with the
 * role (of several the publisher's own), the publisher's own office, whoever last was named with the role.
 */
export function resolveRole(discourse: Discourse, mention: Mention): string | null {
  const role = mention.role ?? "";
  if (role === "counterpart") return counterpart(discourse, mention);
  const possessor = possessorOf(discourse, mention);
  if (possessor !== null) return officeOf(discourse, possessor, role);
  const { participants, context } = discourse;
  const own = context.parties.length === 1 ? context.parties[0]! : null;
  const holders = participants.filter((id) => isPersonId(id) && roleCovers(role, factsOf(discourse, id).role ?? ""));
  if (isVocative(discourse, mention))
    return only(holders.filter((id) => factsOf(discourse, id).state !== own)) ?? onlyOther(discourse, role, own);
  if (holders.length === 1) return holders[0]!;
  if (holders.length > 1)
    return holders.find((id) => factsOf(discourse, id).state === own) ?? lastNamed(discourse, mention, role, holders);
  const ownOffice = own === null ? null : officeOf(discourse, own, role);
  const named = lastNamed(discourse, mention, role);
  return ownOffice ?? named;
}

function only(ids: readonly string[]): string | null {
  return ids.length === 1 ? ids[0]! : null;
}

/** The one person of that role whom the text names and who is not the speaker's. */
function onlyOther({ facts }: Discourse, role: string, own: string | null): string | null {
  return only(
    [...facts]
      .filter(([id, known]) => isPersonId(id) && roleCovers(role, known.role ?? "") && known.state !== own)
      .map(([id]) => id),
  );
}

/** "Mr President" speaks to somebody else. */
function isVocative({ sentences }: Discourse, { sentence, from }: Mention): boolean {
  const { tokens } = sentences[sentence]!;
  return /^(mr|madam)\.?$/.test(tokens[from]?.lower ?? "") || /^(mr|madam)\.?$/.test(tokens[from - 1]?.lower ?? "");
}

/** State of the possessor right before: "his spokesperson", "Zelenskyy's office". */
function possessorOf(discourse: Discourse, mention: Mention): string | null {
  const before = discourse.traces.at(-1)?.mention;
  if (
    !before?.possessive ||
    before.sentence !== mention.sentence ||
    mention.from - before.to > 1 ||
    before.ids.length !== 1
  )
    return null;
  const id = before.ids[0]!;
  if (id === "?") return null;
  return factsOf(discourse, id).state ?? null;
}

/** The state's office in the role by the catalogue, as its holder at the date; null where the catalogue has none. */
export function officeOf({ context }: Discourse, state: string, role: string): string | null {
  const { gazetteer, published } = context;
  if (!gazetteer) return null;
  const office =
    officesOf(gazetteer, state, role)[0] ??
    (role === "secretary" ? officesOf(gazetteer, state, "foreign-minister")[0] : undefined);
  return office === undefined ? null : (holderAt(gazetteer, office, published) ?? office);
}

function lastNamed(discourse: Discourse, mention: Mention, role: string, among?: readonly string[]): string | null {
  for (const { mention: other } of recent(discourse, mention.sentence, REMEMBERED_SENTENCES)) {
    if ((other.kind !== "person" && other.kind !== "office") || other.ids.length !== 1 || other.ids[0] === "?")
      continue;
    const id = other.ids[0]!;
    if (among ? among.includes(id) : roleCovers(role, other.role ?? factsOf(discourse, id).role ?? "")) return id;
  }
  return null;
}

/** "his Russian counterpart", "her counterpart": the one of that state, or of two the other. */
function counterpart(discourse: Discourse, mention: Mention): string | null {
  const persons = discourse.participants.filter(isPersonId);
  if (mention.state !== undefined) {
    const there = persons.filter((id) => factsOf(discourse, id).state === mention.state);
    if (there.length === 1) return there[0]!;
    const like = recent(discourse, mention.sentence, 2).find(
      ({ mention: other }) => other.ids.length === 1 && factsOf(discourse, other.ids[0]!).role !== undefined,
    );
    const role = like && factsOf(discourse, like.mention.ids[0]!).role;
    return role === undefined ? null : officeOf(discourse, mention.state, role);
  }
  const before = discourse.traces.at(-1)?.mention.ids[0];
  return before !== undefined && persons.length === 2 && persons.includes(before)
    ? persons.find((id) => id !== before)!
    : null;
}

/** "the Foreign Ministry": the publisher's own, else the one named before, else that of the state named last. */
export function resolveInstitution(discourse: Discourse, mention: Mention): string | null {
  const possessor = possessorOf(discourse, mention);
  const { parties } = discourse.context;
  const before = recent(discourse, mention.sentence, REMEMBERED_SENTENCES).find(
    ({ mention: other }) => other.kind === "organisation" && other.ids[0]!.endsWith(`:${mention.role}`),
  );
  if (before && possessor === null && parties.length !== 1) return before.mention.ids[0]!;
  const latest = recent(discourse, mention.sentence, 2).find(
    ({ mention: other }) => other.kind === "state" || other.kind === "person" || other.kind === "organisation",
  );
  const latestId = latest?.mention.ids[0];
  const state =
    possessor ??
    (parties.length === 1
      ? parties[0]!
      : latestId === undefined || latestId === "?"
        ? null
        : (factsOf(discourse, latestId).state ?? null));
  return state === null ? null : `${state}:${mention.role}`;
}
