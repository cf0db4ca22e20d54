/** A singular pronoun and those it may refer to -> the most salient of them. */
import type { Token } from "../text/syntax/sentence.js";
import { coordinated, type Discourse, factsOf, positionOf, recent, type Trace } from "./discourse.js";
import type { Mention } from "./mention.js";

const BACK_SENTENCES = 3;
/** Two candidates nearer than this are not told apart. */
const MARGIN = 0.4;

/** The candidate with the highest salience; `["?"]` where another comes close. */
export function mostSalient(discourse: Discourse, mention: Mention, fits: (one: Trace) => boolean): string[] {
  const scores = new Map<string, { ids: readonly string[]; name: string; score: number }>();
  recent(discourse, mention.sentence, BACK_SENTENCES).forEach((one, age) => {
    if (!fits(one)) return;
    const score = salience(discourse, mention, one) - age * 0.02;
    const key = one.mention.ids[0] === "?" ? `?${one.mention.name}` : one.mention.ids.join(" ");
    if (score > (scores.get(key)?.score ?? 0)) scores.set(key, { ids: one.mention.ids, name: one.mention.name, score });
  });
  const [first, second] = [...scores.values()].sort((a, b) => b.score - a.score);
  if (!first || (second && first.score - second.score < MARGIN)) return ["?"];
  if (first.ids[0] === "?") mention.name = first.name;
  return [...first.ids];
}

/** Subject before object, near before far, a clause's governor before its neighbour; a fellow argument is never meant. */
function salience(discourse: Discourse, mention: Mention, one: Trace): number {
  const { tokens } = discourse.sentences[mention.sentence]!;
  const own = positionOf(tokens, mention.head);
  const distance = mention.sentence - one.mention.sentence;
  const role = one.subject ? 3 : one.mention.possessive || one.mention.modifier ? 0.5 : 1.2;
  let score = role;
  if (distance === 0 && mention.possessive && isThanked(tokens, one, mention)) return 8;
  if (distance === 0) {
    if (one.verb === own.verb && !mention.possessive && isArgument(tokens, one)) return -1;
    if (!own.subject && !mention.possessive && one.subject && one.verb === subjectVerb(tokens, own.verb)) return -1;
    if (one.subject && governs(tokens, one.verb, own.verb)) score += 3;
    else if (one.verb === own.verb && one.subject) score += 3;
    else score += 0.8;
  } else {
    score += 1 - 1.2 * distance;
    if (own.subject && one.subject && governsNothing(tokens, own.verb)) score += 0.5;
  }
  if (coordinated(discourse, one).length > 1) score -= 1;
  if (one.mention.kind === "pronoun") score += 0.3;
  const id = one.mention.ids[0]!;
  if (discourse.participants.includes(id)) score += 0.5;
  if (discourse.context.parties.length === 1 && factsOf(discourse, id).state === discourse.context.parties[0])
    score += 0.3;
  return score;
}

const THANKS = new Set(
  "thank congratulate commend praise credit applaud laud salute criticise criticize blame".split(" "),
);

/** "thanked X for his support": X's. */
function isThanked(tokens: readonly Token[], { mention, verb }: Trace, pronoun: Mention): boolean {
  if (!THANKS.has(tokens[verb]?.lemma ?? "") || mention.from < verb || mention.to > pronoun.from) return false;
  return (
    pronoun.from - mention.to <= 4 &&
    tokens.slice(mention.to, pronoun.from).some(({ lower }) => lower === "for" || lower === "on")
  );
}

/** The verb whose subject a verb shares: "spoke with X to thank him", "met and agreed"; -1 where it has its own. */
export function subjectVerb(tokens: readonly Token[], verb: number): number {
  const token = tokens[verb];
  if (!token || token.head < 0 || hasSubject(tokens, verb)) return -1;
  if (!["conj", "xcomp", "advcl", "acl", "parataxis"].includes(token.deprel)) return -1;
  const upper = token.head;
  if (token.deprel === "xcomp" && tokens.some(({ head, deprel }) => head === upper && deprel === "obj")) return -1;
  return hasSubject(tokens, upper) ? upper : subjectVerb(tokens, upper);
}

function hasSubject(tokens: readonly Token[], verb: number): boolean {
  return tokens.some(({ head, deprel }) => head === verb && deprel.startsWith("nsubj"));
}

/** Depends on its verb directly, not through another noun. */
function isArgument(tokens: readonly Token[], { mention, verb, subject }: Trace): boolean {
  return subject || tokens[mention.head]!.head === verb || tokens[mention.head]!.deprel === "conj";
}

/** True where `upper` stands above `lower` in the tree. */
export function governs(tokens: readonly Token[], upper: number, lower: number): boolean {
  let at = lower;
  for (let step = 0; step < 20 && at >= 0; step++) {
    if (at === upper) return true;
    at = tokens[at]!.head;
  }
  return false;
}

/** The pronoun's own verb is the sentence's main one. */
function governsNothing(tokens: readonly Token[], verb: number): boolean {
  return verb >= 0 && tokens[verb]!.head < 0;
}
