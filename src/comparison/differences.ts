/** Two aligned candidates -> the fields in which they differ, each with the words on either side and one plain sentence. */
import { contentKey } from "./cluster-acts.js";
import { alikeInClass } from "./commitment-class.js";
import { figuresDiffer } from "./compare-figures.js";
import { issuesDiffer } from "./compare-issues.js";
import { namesDiffer, scopeFieldsDiffer, targetsDiffer } from "./compare-scope.js";
import { contradicts, strengthDiffers } from "./compare-strength.js";
import type { Found, Known, Side } from "./found-difference.js";
import type { Parameters } from "./parameters.js";

/**
 * Differences of a pair, the same whichever side comes first. Between acts of two classes only targets that both state
 * are compared: a text that says "discussed" leaves the terms of an agreement out because it is weaker, not narrower.
 */
export function findDifferences(one: Side, two: Side, known: Known, p: Parameters): Found[] {
  const [a, b] = contentKey(one.candidate) <= contentKey(two.candidate) ? [one, two] : [two, one];
  if (lettersOf(a) === lettersOf(b)) return [];
  const clash = contradicts(a, b);
  if (clash) return [clash];
  const strength = strengthDiffers(a, b, p);
  if (strength && !sameFooting(a, b)) return [...targetsDiffer(a, b, known), strength];
  return [
    ...scopeFieldsDiffer(a, b, known),
    ...figuresDiffer(a, b),
    ...namesDiffer(a, b),
    ...issuesDiffer(a, b, known.issues, p),
    ...(strength ? [strength] : []),
  ];
}

/** The words without marks and spaces: two copies of one text say the same, however each was read. */
function lettersOf({ candidate }: Side): string {
  return candidate.spans
    .map((span) => span.quote)
    .join("")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Acts of one class, both told as facts or both left open. */
function sameFooting({ candidate: { main: x } }: Side, { candidate: { main: y } }: Side): boolean {
  return alikeInClass(x, y) && (x.veridicality === "unasserted") === (y.veridicality === "unasserted");
}
