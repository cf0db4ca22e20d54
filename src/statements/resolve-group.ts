/** "the two leaders", "both sides", "the presidents", "we": words for several -> all of those concerned. */
import { coordinated, type Discourse, factsOf, isPersonId, recent, statesOf, unique } from "./discourse.js";
import type { Mention } from "./mention.js";
import { roleCovers } from "./office-holders.js";
import { officeOf } from "./resolve-role.js";
import { GROUP_NOUNS } from "./role-nouns.js";

const BACK_SENTENCES = 4;

/** Ids of the members; `["?"]` where the text does not settle them. */
export function resolveGroup(discourse: Discourse, mention: Mention): string[] {
  const role = mention.role ?? "";
  const gathers = GROUP_NOUNS.get(role);
  if (role === "both") return lastSeveral(discourse, mention, () => true) ?? everyone(discourse, mention.count);
  if (gathers === "sides") return sides(discourse, mention);
  return persons(discourse, mention, gathers === "persons" ? wordRole(role) : role);
}

/** "interlocutors" are whoever took part; "presidents" are presidents. */
function wordRole(noun: string): string {
  const role = noun.replace(/ies$/, "y").replace(/s$/, "");
  return ["leader", "president", "minister", "premier", "chancellor"].includes(role) ? role : "";
}

function persons(discourse: Discourse, mention: Mention, role: string): string[] {
  const present = discourse.participants.filter(isPersonId);
  const inRole = role === "" ? present : present.filter((id) => roleCovers(role, factsOf(discourse, id).role ?? ""));
  const fitting = (ids: readonly string[]): boolean =>
    ids.length > 1 && (mention.count === undefined || mention.count === ids.length);
  if (fitting(inRole)) return inRole;
  const named = lastSeveral(
    discourse,
    mention,
    (id) => isPersonId(id) && (role === "" || roleCovers(role, factsOf(discourse, id).role ?? "")),
  );
  if (named) return named;
  if (fitting(present) && (role === "leader" || role === "" || mention.count !== undefined)) return present;
  const states = statesOf(
    discourse,
    discourse.participants.length > 1 ? discourse.participants : discourse.context.parties,
  );
  const offices = states.map((state) => officeOf(discourse, state, role === "" ? "leader" : role));
  return fitting(states) && offices.every((id) => id !== null) ? (offices as string[]) : ["?"];
}

function sides(discourse: Discourse, mention: Mention): string[] {
  if (isPartyToAnother(discourse, mention)) return ["?"];
  const pair =
    pairNearby(discourse, mention) ?? (discourse.context.parties.length === 0 ? pairBefore(discourse, mention) : null);
  if (pair) return pair;
  const own =
    mention.name.toLowerCase().startsWith("our") && discourse.context.parties.length > 1
      ? discourse.context.parties
      : discourse.participants;
  const states = statesOf(discourse, own.length > 1 ? own : discourse.context.parties);
  if (states.length > 1 && (mention.count === undefined || mention.count === states.length)) return states;
  return (
    lastSeveral(discourse, mention, (id) => !isPersonId(id)) ??
    (states.length > 1 && mention.count === undefined ? states : ["?"])
  );
}

/** "a Russian-Ukrainian exchange, with 175 freed by each side": a pair in the same sentence is meant. */
function pairNearby(discourse: Discourse, mention: Mention): string[] | null {
  const { tokens } = discourse.sentences[mention.sentence]!;
  const states = discourse.mentions.filter(
    (other) =>
      other.sentence === mention.sentence &&
      (other.kind === "state" || other.kind === "organisation") &&
      isNear(tokens, mention, other),
  );
  for (let i = states.length - 1; i > 0; i--) {
    const [a, b] = [states[i - 1]!, states[i]!];
    const joint = tokens
      .slice(a.to, b.from)
      .map(({ lower }) => lower)
      .join(" ");
    if (["-", "–", "and", "and the", "/"].includes(joint) && a.ids[0] !== b.ids[0]) return unique([...a.ids, ...b.ids]);
  }
  return null;
}

/** "the Parties to the Convention" are its members, "the parties to the conflict" those who fight: not who met. */
function isPartyToAnother({ sentences }: Discourse, { sentence, to, role }: Mention): boolean {
  const { tokens } = sentences[sentence]!;
  if (role !== "parties" || tokens[to]?.lower !== "to") return false;
  const after = tokens.slice(to, to + 8);
  return after.some(({ lower }) =>
    /^(convention|treaty|protocol|charter|covenant|statute|conflict|war|hostilities|fighting|dispute)$/.test(lower),
  );
}

/** Before the words, or in their complement: "both sides of the Russia-Ukraine conflict". */
function isNear(tokens: Discourse["sentences"][number]["tokens"], mention: Mention, other: Mention): boolean {
  return other.to <= mention.from || (tokens[mention.to]?.lower === "of" && other.from <= mention.to + 5);
}

/** In a report, "between Russia and Ukraine" in the sentence before says whose sides are spoken of next. */
function pairBefore({ traces, sentences }: Discourse, mention: Mention): string[] | null {
  const states = traces
    .map((one) => one.mention)
    .filter((other) => other.sentence === mention.sentence - 1 && other.kind === "state");
  const { tokens } = sentences[mention.sentence - 1] ?? { tokens: [] };
  const at = states.findIndex((a, i) => tokens[a.from - 1]?.lower === "between" && states[i + 1]?.from === a.to + 1);
  return at < 0 ? null : unique([...states[at]!.ids, ...states[at + 1]!.ids]);
}

/** The latest coordination or group of the right number; null where there is none nearby. */
function lastSeveral(discourse: Discourse, mention: Mention, fits: (id: string) => boolean): string[] | null {
  const wanted = mention.count;
  for (const one of recent(discourse, mention.sentence, BACK_SENTENCES)) {
    const ids = coordinated(discourse, one).filter((id) => id !== "?" && fits(id));
    if (ids.length > 1 && (wanted === undefined || ids.length === wanted)) return ids;
  }
  return null;
}

/** All who took part, persons before states; `["?"]` where they are not the number that is meant. */
export function everyone(discourse: Discourse, count?: number): string[] {
  const ids = discourse.participants.length > 0 ? discourse.participants : discourse.context.parties;
  const present = ids.some(isPersonId) ? ids.filter(isPersonId) : [...ids];
  return present.length > 1 && (count === undefined || count === present.length) ? [...present] : ["?"];
}
