/** A clause's tokens and mentions -> the ids of the parties among whom it holds: "between", "mutual", "both sides". */
import { statesOf } from "../model/states-of.js";
import type { Token } from "../text/syntax/sentence.js";
import type { ScopeMention } from "./read-scope.js";

const LONGEST_LIST = 16;
const MUTUAL = new Set("mutual mutually reciprocal reciprocally bilateral bilaterally".split(" "));
const SIDES = new Set(
  "side sides party parties country countries state states nation nations government governments leaders presidents ministers".split(
    " ",
  ),
);

/** Ids of states and organisations in order of place; [] where the words do not say. A single party is no answer. */
export function readParties(
  tokens: readonly Token[],
  mentions: readonly ScopeMention[],
  from: number,
  to: number,
): string[] {
  for (let at = from; at < to; at++) {
    const { lower } = tokens[at]!;
    const listed = lower === "between" || lower === "among" ? listAfter(tokens, mentions, at + 1, to) : [];
    if (listed.length > 1) return listed;
    if (lower === "-") {
      const pair = joinedByHyphen(mentions, at);
      if (pair.length > 1) return pair;
    }
  }
  return saysBoth(tokens, from, to) ? groupOrPair(tokens, mentions, from, to) : [];
}

/** Mentions from `at` on, until a verb, a mark other than a comma, or a preposition behind the second one. */
function listAfter(tokens: readonly Token[], mentions: readonly ScopeMention[], at: number, to: number): string[] {
  let end = at;
  const ids = () => distinct(mentions.filter((mention) => mention.from >= at && mention.from < end));
  while (end < to && end - at < LONGEST_LIST) {
    const { upos, lower } = tokens[end]!;
    if (upos === "VERB" || upos === "AUX" || lower === ";" || lower === ".") break;
    if (upos === "ADP" && lower !== "of" && ids().length > 1) break;
    end += 1;
  }
  return ids();
}

/** "Russian-American talks", "the Armenia-Azerbaijan border". */
function joinedByHyphen(mentions: readonly ScopeMention[], at: number): string[] {
  const left = mentions.find((mention) => mention.to === at && mention.kind === "state");
  const right = mentions.find((mention) => mention.from === at + 1 && mention.kind === "state");
  return left && right ? distinct([left, right]) : [];
}

function saysBoth(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const { lower } = tokens[at]!;
    if (MUTUAL.has(lower)) return true;
    const next = at + 1 < to ? tokens[at + 1]!.lower : "";
    if ((lower === "both" || lower === "each" || lower === "either") && (SIDES.has(next) || next === "of")) return true;
    if (lower === "each" && next === "other") return true;
  }
  return false;
}

/** A mention of the clause with several ids ("the two sides"), else the first two states of the sentence joined by "and". */
function groupOrPair(tokens: readonly Token[], mentions: readonly ScopeMention[], from: number, to: number): string[] {
  for (const mention of mentions) {
    if (mention.from < from || mention.to > to) continue;
    const ids = distinct([mention]);
    if (ids.length > 1) return ids;
  }
  const states = mentions.filter(({ kind }) => kind === "state");
  for (let at = 1; at < states.length; at++) {
    const [left, right] = [states[at - 1]!, states[at]!];
    const between = tokens.slice(left.to, right.from).filter(({ lower }) => lower !== "the");
    if (between.length === 1 && between[0]!.lower === "and") return distinct([left, right]);
  }
  return [];
}

function distinct(mentions: readonly ScopeMention[]): string[] {
  const ids = mentions.filter(({ kind }) => kind !== "place").flatMap((mention) => mention.ids);
  return statesOf(ids);
}
