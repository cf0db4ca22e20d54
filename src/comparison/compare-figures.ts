/** Two aligned candidates -> the amounts, spans of time, counts and dates that one gives and the other does not. */

import type { Candidate } from "./cluster-acts.js";
import { isCommon } from "./common-words.js";
import { type Figure, findFigures } from "./figures.js";
import { difference, type Found, type Side } from "./found-difference.js";
import { stemWords } from "./stem-words.js";
import { groupOf } from "./synonyms.js";

const FIELDS: Record<Figure["kind"], string> = {
  money: "quantity",
  count: "quantity",
  duration: "duration",
  date: "time",
  when: "time",
};

/** At most one difference a field: quantity, duration, time. Figures that both give are no difference. */
export function figuresDiffer(a: Side, b: Side): Found[] {
  const [x, y] = [figuresOf(a, b), figuresOf(b, a)];
  return ["quantity", "duration", "time"].flatMap((field) => {
    const onlyX = missingFrom(x, y, field);
    const onlyY = missingFrom(y, x, field);
    return onlyX || onlyY ? [figureDiffers(field, [a, onlyX], [b, onlyY])] : [];
  });
}

/** Figures of a side; those that stand nearer to what a rival of the other side says are compared there. */
function figuresOf({ candidate, rivals }: Side, other: Side): Figure[] {
  const words = textOf(candidate);
  const figures = findFigures(words).filter((figure) => isTerm(figure, candidate));
  if (rivals.length === 0) return figures;
  const theirs = tellingWords(textOf(other.candidate));
  const others = rivals.map((rival) => tellingWords(textOf(rival)));
  return figures.filter(({ at, words: figure }) => {
    const around = [...tellingWords(partAround(words, at, at + figure.length))];
    const shared = (set: Set<string>) => around.filter((word) => set.has(word)).length;
    return others.every((set) => shared(set) <= shared(theirs));
  });
}

/** Which numbers are terms of the clause was decided with its grammar (Scope); here only their words are found. */
function isTerm(figure: Figure, { acts, published }: Candidate): boolean {
  const { kind, value } = figure;
  if (kind === "date")
    return !isPast(figure, published) || acts.some(({ scope }) => scope.start?.endsWith(value.slice(1)));
  if (kind === "duration") return acts.some(({ scope }) => scope.durationDays === Number(value));
  return kind !== "count" || acts.some(({ scope }) => scope.quantity === Number(value));
}

const HALF_A_YEAR = 6;

/**
 * A day before the text was published tells when something it refers to was done ("the order of 2 April"), unless a
 * clause begins on it. Without a year the nearer of the two years is meant.
 */
function isPast({ value, year }: Figure, published: string | null): boolean {
  const [at, day] = [published?.slice(0, 4), published?.slice(4)];
  if (!at || !day || day.length < 6) return false;
  if (year !== undefined) return `${year}${value.slice(1)}` < published!;
  const monthsBefore = Number(day.slice(1, 3)) - Number(value.slice(2, 4));
  return value.slice(1) < day && monthsBefore < HALF_A_YEAR;
}

const JOINT = /[,;\n]|\band\b|\bas well as\b/g;

/** The member of a list that a figure stands in: what tells what it counts. */
function partAround(words: string, start: number, end: number): string {
  const joints = [...words.matchAll(JOINT)].map((joint) => joint.index);
  const from = joints.filter((at) => at < start).at(-1) ?? 0;
  const to = joints.find((at) => at >= end) ?? words.length;
  return words.slice(from, to);
}

function textOf(candidate: Candidate): string {
  return candidate.spans.map((span) => span.quote).join("\n");
}

/** Heads of the words that tell one matter from another: no names, no stock words of readouts. */
function tellingWords(text: string): Set<string> {
  const plain = text.replace(/\p{Lu}[\p{L}’'-]*/gu, " ");
  return new Set(
    stemWords(plain)
      .filter((word) => !isCommon(word))
      .map((word) => groupOf(word) ?? word),
  );
}

function missingFrom(mine: Figure[], theirs: Figure[], field: string): string {
  const alone = mine.filter(
    (figure) =>
      FIELDS[figure.kind] === field &&
      !theirs.some((other) => other.kind === figure.kind && other.value === figure.value),
  );
  return alone.map((figure) => figure.words.trim()).join(", ");
}

function figureDiffers(field: string, x: readonly [Side, string], y: readonly [Side, string]): Found {
  const [full, bare] = x[1] ? [x, y] : [y, x];
  const [fullId, bareId] = [full[0].candidate.source, bare[0].candidate.source];
  if (bare[1])
    return difference(
      "scope",
      field,
      "different",
      full,
      bare,
      `${fullId} says “${full[1]}”, ${bareId} says “${bare[1]}”.`,
    );
  return difference("scope", field, "narrower", full, bare, `Only ${fullId} says “${full[1]}”.`);
}
