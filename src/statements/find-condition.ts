/** A clause -> the words of the condition under which its act holds, or null. */
import type { Quote } from "../model/span.js";
import type { Tree } from "../text/syntax/tree.js";
import { isInverted } from "./read-mood.js";

const MARKERS = new Set(["if", "unless", "provided", "providing"]);
const EVENTS = new Set(["event", "case", "condition"]);
/** "contingent on the vote". */
const TIED = new Set(["contingent", "conditional", "conditioned", "dependent"]);
const ANSWERS = new Set(["respond", "react", "retaliate"]);
const LEADS = new Set(["in", "on", "under"]);

/** The first conditional clause or phrase among tokens `from` to `to` (exclusive). */
export function findCondition(tree: Tree, from: number, to: number, text: string): Quote | null {
  for (let i = from; i < to; i++) {
    const head = conditionAt(tree, i);
    if (head === undefined) continue;
    const last = Math.min(tree.right[head]!, to - 1);
    if (last <= i) continue;
    const start = tree.tokens[i]!.start;
    const end = tree.tokens[last]!.end;
    return { start, end, quote: text.slice(start, end) };
  }
  return null;
}

/** "would respond, with its allies, to any further attack". */
function answersAny(tree: Tree, i: number): boolean {
  if (tree.tokens[i]!.lower !== "to" || tree.tokens[i + 1]?.lower !== "any") return false;
  return tree.tokens.slice(0, i).some(({ lemma }) => ANSWERS.has(lemma));
}

function conditionAt(tree: Tree, i: number): number | undefined {
  const token = tree.tokens[i]!;
  if (MARKERS.has(token.lower) && (token.deprel === "mark" || token.lower === "unless"))
    return token.head >= 0 ? token.head : i;
  if (token.lower === "should" && token.head > i && isInverted(tree, token.head)) return token.head;
  if (tree.tokens[i + 1] && TIED.has(token.lower) && ["on", "upon"].includes(tree.tokens[i + 1]!.lower)) return i;
  if (answersAny(tree, i)) return token.head >= 0 ? token.head : i;
  if (!LEADS.has(token.lower)) return undefined;
  for (let k = i + 1; k <= i + 2; k++) {
    const next = tree.tokens[k];
    if (next && EVENTS.has(next.lower) && ["of", "that"].includes(tree.tokens[k + 1]?.lower ?? "")) return k;
  }
  return undefined;
}
