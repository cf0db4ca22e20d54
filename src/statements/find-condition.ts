/** A clause -> the words of the condition under which its act holds, or null. */
import type { Quote } from "../model/span.js";
import type { Tree } from "../text/syntax/tree.js";
import { isInverted } from "./read-mood.js";

const MARKERS = new Set(["if", "unless", "provided", "providing"]);
const EVENTS = new Set(["event", "case", "condition"]);
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

function conditionAt(tree: Tree, i: number): number | undefined {
  const token = tree.tokens[i]!;
  if (MARKERS.has(token.lower) && (token.deprel === "mark" || token.lower === "unless"))
    return token.head >= 0 ? token.head : i;
  if (token.lower === "should" && token.head > i && isInverted(tree, token.head)) return token.head;
  if (!LEADS.has(token.lower)) return undefined;
  for (let k = i + 1; k <= i + 2; k++) {
    const next = tree.tokens[k];
    if (next && EVENTS.has(next.lower) && ["of", "that"].includes(tree.tokens[k + 1]?.lower ?? "")) return k;
  }
  return undefined;
}
