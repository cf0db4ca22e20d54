/** The members of an item -> its label: the issue's name and the words of the shortest clause, plain and short. */
import { type Candidate, UNTRIGGERED } from "./cluster-acts.js";
import type { IssueTree } from "./issue-tree.js";

const LONGEST_LABEL = 80;
const LEAST_WORDS = 3;
/** Words that join a clause to what stands before it and say nothing by themselves. */
const JOINING = /^(?:(?:as well as|that|and|also|on|about)\s+)+/i;
/** The same for what follows a verb, with its particle and whom it thanks. */
const AFTER_VERB =
  /^(?:(?:as well as|that|and|also|on|about|to|for|of|with|in|as|by|at|how|up|over|out|again|once|very much,?|you)\s+)+/i;
/** A clause that opens with one of these says what somebody does whom only the words before it name. */
const PRONOUN = /^(?:I|he|she|it|we|they|this|these|there)\s/i;

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

/** What follows the words that make the act, where that says enough by itself; else the whole clause. */
function contentOf({ topic }: Candidate): string {
  const whole = tidy(topic.quote, JOINING);
  const inside = topic.trigger.end > topic.start && topic.trigger.end < topic.end;
  if (!inside || topic.rule === UNTRIGGERED) return whole;
  const after = tidy(topic.quote.slice(topic.trigger.end - topic.start), AFTER_VERB);
  const saysLess = after.split(" ").length < LEAST_WORDS || (PRONOUN.test(after) && !PRONOUN.test(whole));
  return saysLess ? whole : after;
}

/** Without line breaks, without the `opening` words, and without a quotation mark that has lost its fellow. */
function tidy(words: string, opening: RegExp): string {
  const bare = words
    .replace(/\s+/g, " ")
    .replace(/^[\s,;:–—"“”‘’'-]+/, "")
    .replace(opening, "");
  return bare.replace(/^([^"“]*)["”]$/, "$1");
}

function cut(label: string): string {
  if (label.length <= LONGEST_LABEL) return label;
  return `${label.slice(0, LONGEST_LABEL - 1).replace(/[\s,;:]+\S*$/, "")}…`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
