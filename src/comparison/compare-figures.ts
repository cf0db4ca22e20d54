/** Two aligned candidates -> the amounts, spans of time, counts and dates that one gives and the other does not. */
import { difference, type Found, type Side } from "./found-difference.js";
import { type Figure, findFigures } from "./figures.js";

const FIELDS: Record<Figure["kind"], string> = { money: "quantity", count: "quantity", duration: "duration", date: "time", when: "time" };

/** At most one difference a field: quantity, duration, time. Figures that both give are no difference. */
export function figuresDiffer(a: Side, b: Side): Found[] {
  const [x, y] = [figuresOf(a), figuresOf(b)];
  return ["quantity", "duration", "time"].flatMap((field) => {
    const onlyX = missingFrom(x, y, field);
    const onlyY = missingFrom(y, x, field);
    return onlyX || onlyY ? [figureDiffers(field, [a, onlyX], [b, onlyY])] : [];
  });
}

function figuresOf({ candidate }: Side): Figure[] {
  return findFigures(candidate.spans.map((span) => span.quote).join("\n"));
}

function missingFrom(mine: Figure[], theirs: Figure[], field: string): string {
  const alone = mine.filter((figure) => FIELDS[figure.kind] === field && !theirs.some((other) => other.kind === figure.kind && other.value === figure.value));
  return alone.map((figure) => figure.words.trim()).join(", ");
}

function figureDiffers(field: string, x: readonly [Side, string], y: readonly [Side, string]): Found {
  const [full, bare] = x[1] ? [x, y] : [y, x];
  const [fullId, bareId] = [full[0].candidate.source, bare[0].candidate.source];
  if (bare[1]) return difference("scope", field, "different", full, bare, `${fullId} says “${full[1]}”, ${bareId} says “${bare[1]}”.`);
  return difference("scope", field, "narrower", full, bare, `Only ${fullId} says “${full[1]}”.`);
}
