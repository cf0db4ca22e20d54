/** A verb that names topics and the words after it -> where each further topic begins, read off the commas, not the tree. */
import type { Tree } from "../text/syntax/tree.js";
import type { TriggerMatch } from "./match-triggers.js";

const NAMING = new Set(["discussed", "informed"]);
const LEAST_ENTRIES = 3;
const LEAST_WORDS = 2;
/** What a topic may begin with, after "and" or "as well as". */
const OPENS = new Set(["DET", "ADJ", "NOUN", "PROPN", "NUM"]);

/**
 * "discussed the process in Chad, aid to Mali, elections in Libya, and the border": from the second topic on, each
 * begins a clause. Nothing is cut unless there are three topics or more and no verb of their own stands among them.
 */
export function listCuts(tree: Tree, match: TriggerMatch): number[] {
  const { trigger, head } = match;
  if (!NAMING.has(trigger.act ?? "") || trigger.frame === "noun" || trigger.speech) return [];
  const entries = entriesAfter(tree, Math.max(match.to, head) + 1);
  return entries.length < LEAST_ENTRIES ? [] : entries.slice(1).map(({ from }) => from);
}

interface Entry {
  from: number;
  to: number;
}

function entriesAfter(tree: Tree, from: number): Entry[] {
  const entries: Entry[] = [];
  let start = from;
  for (let i = from; i <= tree.tokens.length; i++) {
    const token = tree.tokens[i];
    if (token && token.text !== "," && !/^[.;:!?]$/.test(token.text)) continue;
    if (!isEntry(tree, start, i, entries.length > 0)) return entries;
    entries.push({ from: start, to: i });
    if (token?.text !== ",") return entries;
    start = i + 1;
  }
  return entries;
}

function isEntry(tree: Tree, from: number, to: number, further: boolean): boolean {
  const words = tree.tokens.slice(from, to);
  const opening = words.findIndex(({ upos, lower }) => upos !== "CCONJ" && !["as", "well"].includes(lower));
  if (opening < 0 || words.length - opening < LEAST_WORDS || words.some(isOfClause)) return false;
  return !further || OPENS.has(words[opening]!.upos);
}

/** A finite verb, a relative word or a participle that goes on: the words are no plain topic. */
function isOfClause({ xpos, lower }: Tree["tokens"][number]): boolean {
  return /^(?:VBD|VBZ|VBP|MD|W)/.test(xpos) || lower === "including" || lower === "especially";
}
