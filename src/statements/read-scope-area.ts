/** A clause's tokens and mentions -> the states, seas and places where what it speaks of happens. */
import { stateOf } from "../model/states-of.js";
import { monthOf } from "../text/partial-date.js";
import type { Token } from "../text/syntax/sentence.js";
import type { ScopeMention } from "./read-scope.js";

const LOCATIVE = new Set("in into inside within across throughout near around over along off outside at".split(" "));
/** Nouns that tie an "of", a genitive or an adjective to a place: "the territory of", "Sudan's borders", "Syrian airspace". */
const GROUNDS = new Set(
  (
    "territory territories soil land airspace water waters border borders frontier region regions area areas east west north south " +
    "part parts city cities town village coast shore port ports front centre center skies sky province provinces district"
  ).split(" "),
);
/** "in" behind these opens no place: "interest in", "confidence in". */
const ABSTRACT = new Set(
  "interest interested believe belief trust confidence faith confident stake share role".split(" "),
);
const WATERS = new Set("sea strait gulf ocean bay canal channel peninsula strip heights".split(" "));
/** Targets that move: "Chadian troops" are from Chad, not in it. */
const MOBILE = new Set(
  (
    "troops peacekeepers military warship military-aircraft border-post journalists aid-operations merchant-vessel " +
    "shipping"
  ).split(" "),
);
/** Capitalised words behind "in" that name no place. */
const NO_PLACE = new Set(
  (
    "format council summit organization organisation kingdom republic agreement process meeting forum conference charter " +
    "statement declaration war day government parliament congress assembly group commission union games championship cup"
  ).split(" "),
);
const FURTHEST = 4;

/**
 * Ids of states, else names in lower case with hyphens ("black-sea"), in order of place, each once. `covered` are
 * the targets: "energy facilities of Chad" and "Chad's energy facilities" are in Chad.
 */
export function readScopeArea(
  tokens: readonly Token[],
  mentions: readonly ScopeMention[],
  covered: readonly { id: string; from: number; to: number }[],
  from: number,
  to: number,
): string[] {
  const area: string[] = [];
  const targets = covered.filter(({ id }) => !MOBILE.has(id));
  const within = mentions.filter((mention) => mention.from >= from && mention.to <= to);
  let placed: ScopeMention | null = null;
  for (const mention of within) {
    if (mention.kind !== "state" && mention.kind !== "place") continue;
    const joined: boolean = placed !== null && isJoined(tokens, placed.to, mention.from);
    placed = joined || isPlaced(tokens, mention, targets, from, to) ? mention : null;
    if (placed) area.push(...idsOf(mention));
  }
  for (let at = from; at < to; at++) {
    if (WATERS.has(tokens[at]!.lower) && isCapital(tokens[at]!)) addWaters(area, tokens, at, from, to);
  }
  if (area.length === 0) addUnknownPlace(area, tokens, mentions, from, to);
  return [...new Set(area)];
}

function idsOf({ kind, ids, name }: ScopeMention): readonly string[] {
  if (kind === "state") return ids.filter((id) => id !== "?").map(stateOf);
  const own = ids.filter((id) => /^[a-z]/.test(id));
  if (own.length > 0) return own;
  return name === undefined ? ids.filter((id) => id !== "?") : [slugOf(name)];
}

/** "Russia and Ukraine", "Kenya, Uganda and Rwanda": what stands between are only joining words. */
function isJoined(tokens: readonly Token[], from: number, to: number): boolean {
  if (to <= from || to - from > 3) return false;
  for (let at = from; at < to; at++) {
    const { lower } = tokens[at]!;
    if (lower !== "and" && lower !== "," && lower !== "or" && lower !== "the" && lower !== "&" && lower !== "in")
      return false;
  }
  return true;
}

function isPlaced(
  tokens: readonly Token[],
  mention: ScopeMention,
  targets: readonly { from: number; to: number }[],
  from: number,
  to: number,
): boolean {
  const after = tokens[mention.to]?.lower === "'s" || tokens[mention.to]?.lower === "’s" ? mention.to + 1 : mention.to;
  if (mention.modifier || mention.possessive || after > mention.to) {
    const ground = tokens[after]?.upos === "ADJ" ? after + 1 : after;
    if (ground >= to) return false;
    return (
      GROUNDS.has(tokens[ground]!.lower) || targets.some((target) => target.from >= after && target.from <= ground)
    );
  }
  const behind = tokens[mention.to];
  const isPartOfName =
    behind !== undefined && (behind.lower === "-" || (WATERS.has(behind.lower) && isCapital(behind)));
  return !isPartOfName && hasLocative(tokens, mention, targets, from);
}

/** A preposition of place before the mention, over articles and adjectives ("in the whole of eastern Ukraine"). */
function hasLocative(
  tokens: readonly Token[],
  mention: ScopeMention,
  targets: readonly { from: number; to: number }[],
  from: number,
): boolean {
  for (let at = mention.from - 1; at >= from && at >= mention.from - FURTHEST; at--) {
    const { lower, upos } = tokens[at]!;
    if (lower === "of")
      return at > from && (GROUNDS.has(tokens[at - 1]!.lower) || targets.some((target) => target.to === at));
    if (LOCATIVE.has(lower)) return !(lower === "in" && at > from && ABSTRACT.has(tokens[at - 1]!.lemma));
    if (lower === "between" && at > from && GROUNDS.has(tokens[at - 1]!.lower)) return true;
    if (upos !== "DET" && upos !== "ADJ" && upos !== "PROPN") return false;
  }
  return false;
}

/** "the Black Sea", "the Strait of Hormuz"; not "the Black Sea Initiative", which is the name of something else. */
function addWaters(area: string[], tokens: readonly Token[], at: number, from: number, to: number): void {
  let start = at;
  while (start > from && at - start < 3 && isCapital(tokens[start - 1]!) && tokens[start - 1]!.lower !== "the")
    start -= 1;
  let end = at + 1;
  const of = tokens[end]?.lower === "of" && end + 1 < to && isCapital(tokens[end + 1]!);
  if (of) end += 2;
  if (start === at && !of) return;
  if (end < to && isCapital(tokens[end]!) && tokens[end]!.upos !== "NUM") return;
  area.push(slugOf(wordsOf(tokens, start, end)));
}

/** "in Geneva": capitalised words behind a preposition of place that no mention covers. */
function addUnknownPlace(
  area: string[],
  tokens: readonly Token[],
  mentions: readonly ScopeMention[],
  from: number,
  to: number,
): void {
  for (let at = from; at + 1 < to; at++) {
    const { lower } = tokens[at]!;
    if (lower !== "in" && lower !== "near" && lower !== "at") continue;
    const start = tokens[at + 1]!.lower === "the" ? at + 2 : at + 1;
    let end = start;
    while (end < to && end - start < 3 && isPlaceName(tokens[end]!)) end += 1;
    const taken = mentions.some((mention) => mention.from < end && start < mention.to);
    const behind = tokens[end];
    if (end === start || taken || behind?.upos === "NOUN" || behind?.lower === "'s" || behind?.lower === "of") continue;
    if (behind?.upos === "ADJ" && isCapital(behind)) continue;
    if (tokens.slice(start, end + 1).some((token) => NO_PLACE.has(token.lower))) continue;
    area.push(slugOf(wordsOf(tokens, start, end)));
  }
}

function isPlaceName(token: Token): boolean {
  return token.upos === "PROPN" && isCapital(token) && monthOf(token) === undefined;
}

function wordsOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ lower }) => lower)
    .join(" ");
}

function isCapital({ text }: Token): boolean {
  const code = text.charCodeAt(0);
  return code >= 65 && code <= 90;
}

function slugOf(words: string): string {
  return words
    .normalize("NFD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
