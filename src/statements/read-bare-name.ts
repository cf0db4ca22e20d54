/** A catalogued name that no larger phrase takes up -> a state, an organisation or a place, by its surroundings. */
import { buildMention, isGenitive, isModifier, type MentionReader } from "./build-mention.js";
import type { Mention } from "./mention.js";
import type { Entry } from "./name-trie.js";
import { type OwnerEntry, pickEntry } from "./read-owners.js";

type Named = Exclude<Entry, { kind: "person" | "title" | "institution" }>;

const WITHIN = new Set("in at near outside around inside across within throughout via over".split(" "));
const TOWARDS = new Set(["to", "from", "into", "for", "via"]);
const MOTION = new Set(
  (
    "visit trip travel fly go arrive return invite invitation come head journey tour flight leave move send " +
    "depart departure arrival welcome drive evacuate relocate transfer route"
  ).split(" "),
);
const EVENTS = new Set(
  (
    "agreement agreements accord accords process summit talks meeting memorandum convention protocol " +
    "conference declaration time region airport framework formula treaty format package round street area " +
    "oblast province negotiations communiqué"
  ).split(" "),
);

/** The mention at token `i` by the longest catalogued name there; null where none is an actor or place. */
export function readBareName(reader: MentionReader, i: number): Mention | null {
  const atom = reader.atomAt(i);
  const named =
    atom?.entries.filter(
      (entry): entry is Named => entry.kind === "state" || entry.kind === "place" || entry.kind === "organisation",
    ) ?? [];
  if (!atom || named.length === 0 || isGivenName(reader, i, atom.to)) return null;
  const places = named.filter((entry) => entry.kind === "place");
  const actors = named.filter((entry): entry is OwnerEntry => entry.kind !== "place");
  const location = named.some(
    (entry) => entry.kind === "place" || (entry.kind === "state" && entry.form === "metonym"),
  );
  const where = location && isLocation(reader, i, atom.to);
  if (actors.length === 0 || (where && places.length > 0)) return placeMention(reader, i, atom.to, places);
  const entry = chooseForm(reader, i, atom.to, actors);
  reader.seen.add(entry.id);
  if (where && entry.kind === "state" && entry.form === "metonym") return placeMention(reader, i, atom.to, [entry]);
  const modifier =
    (entry.form === "adjective" && !actors.some((other) => other.form !== "adjective")) ||
    isModifier(reader.tokens, i, atom.to);
  const possessive = isGenitive(reader.tokens[atom.to]);
  return buildMention(reader, i, atom.to, {
    kind: entry.kind,
    ids: [entry.id],
    name: entry.name,
    modifier: modifier && !possessive,
    ...(entry.kind === "state" && entry.form === "people" && { role: "people" }),
  });
}

/** A place that several states claim, or that lies in several, has the ids of all of them. */
function placeMention(
  reader: MentionReader,
  from: number,
  to: number,
  entries: readonly { id: string; name: string }[],
): Mention {
  const ids = [...new Set(entries.map(({ id }) => id))];
  return buildMention(reader, from, to, {
    kind: "place",
    ids,
    name: entries[0]!.name,
    modifier: isModifier(reader.tokens, from, to),
  });
}

/** Among entries of one name: a state seen before; then the adjective before a noun, else the noun. */
function chooseForm(reader: MentionReader, from: number, to: number, entries: readonly OwnerEntry[]): OwnerEntry {
  const id = pickEntry(reader, entries)!.id;
  const own = entries.filter((entry) => entry.id === id);
  const adjective = isModifier(reader.tokens, from, to);
  return own.find((entry) => (entry.form === "adjective") === adjective) ?? own[0]!;
}

/** "in Moscow", "a visit to Kyiv", "the Minsk agreements". */
function isLocation(reader: MentionReader, from: number, to: number): boolean {
  const { tokens } = reader;
  let at = from - 1;
  while (at >= 0 && (["DET", "ADJ"].includes(tokens[at]!.upos) || tokens[at]!.lower === "central")) at -= 1;
  const before = tokens[at]?.lower ?? "";
  if (EVENTS.has(tokens[to]?.lower ?? "")) return true;
  if (isGenitive(tokens[to])) return false;
  if (WITHIN.has(before)) return true;
  if (TOWARDS.has(before)) return isMotion(reader, at, from);
  if (before !== "and" && before !== "or") return false;
  const other = tokens[tokens[from]!.head];
  return other !== undefined && tokens[from]!.head < at && WITHIN.has(tokens[tokens[from]!.head - 1]?.lower ?? "");
}

/** A word of motion governs the name, or stands right before the preposition. */
function isMotion({ tokens }: MentionReader, preposition: number, name: number): boolean {
  const governor = tokens[tokens[name]!.head];
  const near = [tokens[preposition - 1], tokens[preposition - 2]];
  return [governor, ...near].some((token) => token !== undefined && MOTION.has(token.lemma));
}

/** "Jordan Petersen", "Chad Miller": a state's name as a given name. */
function isGivenName({ tokens, atomAt }: MentionReader, i: number, to: number): boolean {
  const next = tokens[to];
  if (to - i > 1 || !next || next.deprel !== "flat" || next.head !== i) return false;
  return /^\p{Lu}\p{Ll}/u.test(next.text) && !atomAt(to);
}
