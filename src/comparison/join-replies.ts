/** Candidates of one text in order -> the same with each answer joined to the proposal that it answers. */
import type { Act } from "../model/act.js";
import type { Candidate } from "./cluster-acts.js";
import { acknowledges } from "./commitment-class.js";

/** Acts that say yes or no to what another has put forward. */
const ANSWERS: ReadonlySet<Act["act"]> = new Set([
  "accepted",
  "agreed",
  "supported",
  "rejected",
  "ordered",
  "expressed",
]);
const PUT: ReadonlySet<Act["act"]> = new Set(["proposed", "demanded"]);

/** How far behind the proposal an answer may stand, in candidates. */
const REACH = 2;

/** "This initiative", "the proposal", "Donald Trump's idea": what was put forward, without saying it again. */
const POINTS_TO_PROPOSAL =
  /(?:\b(?:this|that|the|his|her|their|its|such|such an?)|['’]s?)\s+(?:\w+\s+)?(?:initiative|proposal|idea|offer|suggestion|request|appeal|call)s?\b|\bcorresponding\b/i;
const POINTS_BACK = /\b(?:this|these|such)\b/i;

/** The first answer stands for the item, by its firmest act: it is what came of the proposal. */
export function joinReplies(candidates: readonly Candidate[]): Candidate[] {
  const joined: Candidate[] = [];
  for (const candidate of candidates) {
    const at = joined.findLastIndex((earlier, k) => k >= joined.length - REACH && isReply(earlier, candidate));
    if (at < 0) joined.push(candidate);
    else joined[at] = answered(joined[at]!, candidate);
  }
  return joined;
}

/** An answer by another party than the one that proposed, that points to the proposal or to its matter. */
function isReply(proposal: Candidate, reply: Candidate): boolean {
  if (!PUT.has(proposal.topic.act) || !ANSWERS.has(reply.main.act)) return false;
  if (reply.main.act === "expressed" && !acknowledges(reply.main)) return false;
  if (reply.main.actors.every((actor) => proposal.topic.actors.includes(actor))) return false;
  const shares = reply.issues.some((issue) => proposal.issues.includes(issue));
  const { quote } = reply.main;
  const points = POINTS_TO_PROPOSAL.test(quote) && (shares || reply.issues.length === 0);
  return points || (shares && POINTS_BACK.test(quote));
}

function answered(proposal: Candidate, reply: Candidate): Candidate {
  return {
    ...proposal,
    main: proposal.main === proposal.topic ? firmest(reply) : proposal.main,
    acts: [...proposal.acts, ...reply.acts],
    spans: [...proposal.spans, ...reply.spans],
    issues: [...new Set([...proposal.issues, ...reply.issues])],
    words: new Set([...proposal.words, ...reply.words]),
  };
}

/** "Welcomed the halt and at once ordered the army to observe it": the order. A refusal is not outweighed. */
function firmest({ main, acts }: Candidate): Act {
  if (main.act === "rejected") return main;
  const answers = acts.filter(({ act, veridicality }) => ANSWERS.has(act) && veridicality === "asserted");
  return answers.reduce((best, act) => (act.strength > best.strength ? act : best), main);
}
