/** A parsed sentence -> quick answers about its dependency tree: children, stretches, who governs whom. */
import type { Sentence, Token } from "./sentence.js";

export interface Tree {
  tokens: readonly Token[];
  /** Indexes of the dependents of each token, in order of the sentence. */
  children: readonly (readonly number[])[];
  /** First token of each token's subtree. */
  left: readonly number[];
  /** Last token of each token's subtree (inclusive). */
  right: readonly number[];
  root: number;
}

/** O(n) for a projective tree; heads that form a cycle are tolerated (bounded passes). */
export function buildTree(sentence: Sentence): Tree {
  const { tokens } = sentence;
  const children: number[][] = tokens.map(() => []);
  let root = 0;
  tokens.forEach((token, i) => {
    if (token.head < 0) root = i;
    else children[token.head]?.push(i);
  });
  const left = tokens.map((_, i) => i);
  const right = tokens.map((_, i) => i);
  const visit = (i: number, depth: number): void => {
    if (depth > tokens.length) return;
    for (const child of children[i]!) {
      visit(child, depth + 1);
      left[i] = Math.min(left[i]!, left[child]!);
      right[i] = Math.max(right[i]!, right[child]!);
    }
  };
  visit(root, 0);
  return { tokens, children, left, right, root };
}

/** The first dependent of `i` with one of these relations, or undefined. */
export function dependent(tree: Tree, i: number, relations: readonly string[]): number | undefined {
  return tree.children[i]!.find((child) => relations.includes(tree.tokens[child]!.deprel));
}

/** All dependents of `i` with one of these relations. */
export function dependents(tree: Tree, i: number, relations: readonly string[]): number[] {
  return tree.children[i]!.filter((child) => relations.includes(tree.tokens[child]!.deprel));
}

/** The tokens from `i` (exclusive) up to the root, nearest first. */
export function ancestors(tree: Tree, i: number): number[] {
  const path: number[] = [];
  for (let at = tree.tokens[i]!.head; at >= 0 && path.length <= tree.tokens.length; at = tree.tokens[at]!.head)
    path.push(at);
  return path;
}

/** `token` and everything conjoined to it, in order. */
export function conjuncts(tree: Tree, token: number): number[] {
  return [token, ...dependents(tree, token, ["conj"])];
}

/** True for a token that heads a clause: a verb, or a predicate with a copula or a subject. */
export function headsClause(tree: Tree, i: number): boolean {
  const { upos, xpos } = tree.tokens[i]!;
  if (upos === "VERB")
    return !(xpos === "VBN" || xpos === "VBG") || !["amod", "compound"].includes(tree.tokens[i]!.deprel);
  return tree.children[i]!.some((child) => ["cop", "nsubj", "nsubj:pass", "aux"].includes(tree.tokens[child]!.deprel));
}
