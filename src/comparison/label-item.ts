/** The members of an item -> its label: issue names and the words of the shortest clause, plain and short. */
import type { Candidate } from "./cluster-acts.js";
import type { IssueTree } from "./issue-tree.js";

const LONGEST_LABEL = 72;
const OPENING = /^(?:(?:that|to|on|for|of|about|with|the|a|an|its|his|her|their|also|and|in|as)\s+)+/i;

export function labelOf(group: Candidate[], issues: string[], tree: IssueTree): string {
  const clause = group.map(wordsOf).sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0]!;
  const name = [...issues].sort((a, b) => tree.depth(b) - tree.depth(a) || (a < b ? -1 : 1)).map((id) => tree.nameOf(id))[0];
  return cut(name ? `${name}: ${clause}` : capital(clause));
}

/** What follows the words that make the act. */
function wordsOf({ main }: Candidate): string {
  const after = main.trigger.end > main.start && main.trigger.end < main.end ? main.quote.slice(main.trigger.end - main.start) : main.quote;
  const words = after.replace(/\s+/g, " ").replace(/^[\s,;:–—-]+/, "").replace(OPENING, "");
  return words.length >= 8 ? words : main.quote.replace(/\s+/g, " ");
}

function cut(label: string): string {
  if (label.length <= LONGEST_LABEL) return label;
  return `${label.slice(0, LONGEST_LABEL).replace(/[\s,;:]+\S*$/, "")}…`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
