/** A noun in its tree -> the mentions that its phrase names, and their ids. */
import { conjuncts, dependents, type Tree } from "../text/syntax/tree.js";
import type { Mention } from "./mention.js";

/** "all members except Hungary": who is left out does not act. */
const EXCLUDING = new Set(["except", "but", "save", "excluding", "minus", "without", "unlike"]);

/** Ids that a noun phrase names: its own mentions, else those of its possessor ("Kyiv's refusal", "leaders of ..."). */
export function idsOfPhrase(tree: Tree, noun: number, mentions: readonly Mention[]): string[] {
  const named = mentionsOfPhrase(tree, noun, mentions);
  const ids = [...new Set(named.flatMap((mention) => mention.ids))];
  return ids.length > 0 ? ids : ["?"];
}

/** "The Chinese side and the Vietnamese side reached": two subjects with "and" between them are one, though the tree joined them to the verb alone. */
function joinedSubjects(tree: Tree, noun: number): number[] {
  const { head, deprel } = tree.tokens[noun]!;
  if (head < 0 || deprel !== "nsubj") return [];
  return dependents(tree, head, ["nsubj"]).filter(
    (other) => other !== noun && tree.tokens[tree.left[Math.max(noun, other)]! - 1]?.lower === "and",
  );
}

export function mentionsOfPhrase(tree: Tree, noun: number, mentions: readonly Mention[]): Mention[] {
  const heads = [...conjuncts(tree, noun), ...joinedSubjects(tree, noun)];
  const direct = mentions.filter(
    ({ from, to }) => heads.some((i) => i >= from && i < to) && !EXCLUDING.has(tree.tokens[from - 1]?.lower ?? ""),
  );
  if (direct.length > 0) return direct;
  const left = tree.left[noun]!;
  const right = Math.min(tree.right[noun]!, noun + 8);
  const near = mentions.filter((mention) => mention.from >= left && mention.to <= right + 1);
  return near.filter(
    ({ from, kind }) => kind !== "pronoun" && kind !== "place" && !EXCLUDING.has(tree.tokens[from - 1]?.lower ?? ""),
  );
}
