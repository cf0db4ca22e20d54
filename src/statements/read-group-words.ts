/** Tokens -> references by common words: "the two leaders", "both sides", "they", "its"; whom, the discourse settles. */
import { buildMention, type MentionReader } from "./build-mention.js";
import type { Mention } from "./mention.js";
import { titleAt } from "./read-title.js";
import { GROUP_NOUNS } from "./role-nouns.js";

const COUNTS: ReadonlyMap<string, number> = new Map([
  ["two", 2],
  ["both", 2],
  ["three", 3],
  ["four", 4],
  ["five", 5],
  ["either", 2],
  ["neither", 2],
]);
const OPENERS = new Set("the both these all each either neither our their two three".split(" "));
const SINGULAR = new Map([
  ["side", "sides"],
  ["party", "parties"],
  ["country", "countries"],
  ["leader", "leaders"],
  ["president", "presidents"],
  ["nation", "nations"],
  ["delegation", "delegations"],
  ["state", "states"],
]);
/** Nouns of states that mean others than those concerned when something qualifies them. */
const QUALIFIED = new Set("of in that which who whose from with around along".split(" "));

/** A group reference at token `i`, ids open; null where there is none. */
export function groupAt(reader: MentionReader, i: number): Mention | null {
  const opener = reader.keyAt(i);
  if (!OPENERS.has(opener)) return null;
  let at = i + 1;
  let count = COUNTS.get(opener);
  if (["the", "of"].includes(reader.keyAt(at)) && opener !== "the") at += reader.keyAt(at + 1) === "the" ? 2 : 1;
  const number = COUNTS.get(reader.keyAt(at));
  if (number !== undefined) {
    count = number;
    at += 1;
  }
  const noun = groupNoun(reader, i, at, count);
  if (noun) return finish(reader, i, noun.to, noun.role, count);
  return count !== undefined && standsAlone(reader, i, at) ? finish(reader, i, at, "both", count) : null;
}

function groupNoun(
  reader: MentionReader,
  i: number,
  at: number,
  count: number | undefined,
): { to: number; role: string } | null {
  const key = reader.keyAt(at);
  const distributive = ["each", "either", "neither"].includes(reader.keyAt(i));
  const title = titleAt(reader, at);
  if (title?.plural)
    return qualified(reader, title.to, count)
      ? ofGroup(reader, title.to, title.role)
      : { to: title.to, role: title.role };
  const noun = distributive ? SINGULAR.get(key) : key;
  if (noun === undefined || !GROUP_NOUNS.has(noun) || reader.atomAt(at)) return null;
  if (reader.keyAt(i) === "all" && count === undefined && !["sides", "parties", "participants"].includes(noun))
    return null;
  if (
    count === undefined &&
    !distributive &&
    !["sides", "parties"].includes(noun) &&
    QUALIFIED.has(reader.keyAt(at + 1))
  )
    return ofGroup(reader, at + 1, noun);
  if (noun === "heads" && reader.keyAt(at + 1) === "of")
    return { to: at + (reader.keyAt(at + 3) === "and" ? 5 : 3), role: "leader" };
  return { to: at + 1, role: noun };
}

function qualified(reader: MentionReader, at: number, count: number | undefined): boolean {
  return reader.keyAt(at) === "of" || (count === undefined && QUALIFIED.has(reader.keyAt(at)));
}

/** "the leaders of the two countries": the persons of that group. */
function ofGroup(reader: MentionReader, at: number, role: string): { to: number; role: string } | null {
  if (reader.keyAt(at) !== "of") return null;
  const inner = groupAt(reader, at + 1);
  return inner ? { to: inner.to, role } : null;
}

/** "The two agreed", "Both have signed": no noun follows. */
function standsAlone(reader: MentionReader, i: number, at: number): boolean {
  if (reader.keyAt(i) === "either" || reader.keyAt(i) === "neither" || /^(two|three)$/.test(reader.keyAt(i)))
    return false;
  const next = reader.tokens[at];
  const before = reader.tokens[i - 1];
  return (
    next !== undefined &&
    ["VERB", "AUX", "ADV"].includes(next.upos) &&
    (before === undefined || before.upos === "PUNCT" || before.upos === "CCONJ" || before.upos === "SCONJ")
  );
}

function finish(reader: MentionReader, from: number, to: number, role: string, count: number | undefined): Mention {
  return buildMention(reader, from, to, { kind: "group", ids: ["?"], role, ...(count === undefined ? {} : { count }) });
}

const PRONOUNS = new Set(
  (
    "he him his himself she her hers herself it its itself they them their theirs themselves we us our ours " +
    "ourselves i me my mine myself"
  ).split(" "),
);

/** The personal pronoun at token `i`, ids open; "it" only where it can refer to an actor. */
export function pronounAt(reader: MentionReader, i: number): Mention | null {
  const token = reader.tokens[i]!;
  if (!PRONOUNS.has(token.lower) || token.text === "US" || token.text === "IT") return null;
  if (token.lower === "mine" && token.upos !== "PRON") return null;
  if (token.lower === "it" && isExpletive(reader, i)) return null;
  const sex = /^(he|him|his|himself)$/.test(token.lower)
    ? "m"
    : /^(she|her|hers|herself)$/.test(token.lower)
      ? "f"
      : undefined;
  const possessive = token.xpos === "PRP$" || /^(its|their|our|my|his)$/.test(token.lower);
  return buildMention(reader, i, i + 1, { kind: "pronoun", ids: ["?"], possessive, ...(sex ? { sex } : {}) });
}

/** "It was agreed that", "it is important to", "make it clear". */
function isExpletive({ tokens }: MentionReader, i: number): boolean {
  if (tokens[i]!.deprel === "expl" || tokens[i]!.deprel === "obj") return true;
  let at = i + 1;
  while (
    at < tokens.length &&
    (tokens[at]!.upos === "AUX" ||
      tokens[at]!.upos === "ADV" ||
      ["be", "not", "going", "to"].includes(tokens[at]!.lower))
  )
    at += 1;
  const next = tokens[at];
  return (
    next !== undefined &&
    at > i + 1 &&
    (next.upos === "ADJ" || next.xpos === "VBN" || next.upos === "DET" || next.upos === "NOUN")
  );
}
