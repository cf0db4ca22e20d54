/** The members of an item -> its label: the issue's name and the words of the shortest clause, plain and short. */
import type { Candidate } from "./cluster-acts.js";
import type { IssueTree } from "./issue-tree.js";

const LONGEST_LABEL = 80;
const LEAST_WORDS = 3;
/** Words that join a clause to what stands before it and say nothing by themselves. */
const OPENING = /^(?:(?:that|to|on|for|of|about|with|the|a|an|its|his|her|their|our|also|and|in|as|by|at|how)\s+)+/i;

/** `issues` are those of the item. At most 80 characters; a cut is shown by "…". */
export function labelOf(group: Candidate[], issues: string[], tree: IssueTree): string {
  const clause = [...group].sort(
    (a, b) => a.topic.quote.length - b.topic.quote.length || (a.topic.quote < b.topic.quote ? -1 : 1),
  )[0]!;
  const named = clause.issues.filter((id) => issues.includes(id));
  const issue = named.find((id) => !tree.isAboutContact(id)) ?? named[0];
  const words = contentOf(clause);
  return cut(issue === undefined ? capital(words) : `${tree.nameOf(issue)}: ${words}`);
}

/** What follows the words that make the act, where that says enough; else the whole clause. */
function contentOf({ topic }: Candidate): string {
  const inside = topic.trigger.end > topic.start && topic.trigger.end < topic.end;
  const after = inside ? tidy(topic.quote.slice(topic.trigger.end - topic.start)).replace(OPENING, "") : "";
  return after.split(" ").length >= LEAST_WORDS ? after : tidy(topic.quote);
}

function tidy(words: string): string {
  return words.replace(/\s+/g, " ").replace(/^[\s,;:–—-]+/, "");
}

function cut(label: string): string {
  if (label.length <= LONGEST_LABEL) return label;
  return `${label.slice(0, LONGEST_LABEL - 1).replace(/[\s,;:]+\S*$/, "")}…`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
