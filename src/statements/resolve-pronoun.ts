/** A personal pronoun -> whom it refers to: by speaker, sex and number, grammatical subject, and recency. */
import { coordinated, type Discourse, factsOf, isPersonId, positionOf, recent, statesOf, type Trace } from "./discourse.js";
import type { Mention } from "./mention.js";
import { everyone } from "./resolve-group.js";
import type { Speakers } from "./resolve-speaker.js";

const BACK_SENTENCES = 3;
/** Two candidates nearer than this are not told apart. */
const MARGIN = 0.4;

/** Ids of whom the pronoun means; `["?"]` where it cannot be told. */
export function resolvePronoun(discourse: Discourse, mention: Mention, speakers: Speakers): string[] {
  const word = discourse.sentences[mention.sentence]!.tokens[mention.from]!.lower;
  if (/^(we|us|our|ours|ourselves)$/.test(word)) return hasSpeaker(speakers, mention) ? ofSpeaker(discourse, speakers.of(mention), true) : ownSide(discourse, mention);
  if (/^(i|me|my|mine|myself)$/.test(word)) return hasSpeaker(speakers, mention) ? ofSpeaker(discourse, speakers.of(mention), false) : ownVoice(discourse);
  if (mention.sex !== undefined) return best(discourse, mention, (one) => isPerson(discourse, one, mention.sex!));
  if (/^(they|them|their|theirs|themselves)$/.test(word)) return several(discourse, mention);
  return body(discourse, mention);
}

function hasSpeaker(speakers: Speakers, mention: Mention): boolean {
  return speakers.isQuoted(mention) || speakers.hasTurn(mention);
}

/** What takes two: "we agreed", "we signed". */
const MUTUAL = new Set(["agree", "sign", "adopt", "discuss", "exchange", "meet", "reach"]);

/** "we" outside quotations: the parties for which the text speaks; with a mutual verb all who took part. */
function ownSide(discourse: Discourse, mention: Mention): string[] {
  const { context, participants } = discourse;
  const { tokens } = discourse.sentences[mention.sentence]!;
  const own = positionOf(tokens, mention.head);
  const together = own.subject && MUTUAL.has(tokens[own.verb]?.lemma ?? "") && !tokens.slice(own.verb, own.verb + 3).some(({ lower }) => lower === "with");
  const all = statesOf(discourse, participants);
  if (together && context.parties.length === 1 && all.length > 1 && all.includes(context.parties[0]!)) return all;
  return context.parties.length > 0 ? [...context.parties] : ["?"];
}

/** "I" outside quotations: the publisher's own person in the contact. */
function ownVoice(discourse: Discourse): string[] {
  const { parties } = discourse.context;
  const own = discourse.participants.filter((id) => isPersonId(id) && parties.includes(factsOf(discourse, id).state ?? ""));
  if (own.length === 1) return own;
  return parties.length === 1 ? [...parties] : ["?"];
}

function ofSpeaker(discourse: Discourse, speaker: Mention | null, side: boolean): string[] {
  if (!speaker || speaker.ids.includes("?")) return ["?"];
  return side ? statesOf(discourse, speaker.ids) : speaker.ids;
}

function isPerson(discourse: Discourse, { mention }: Trace, sex: "f" | "m"): boolean {
  if (mention.ids.length !== 1 || !["person", "office", "pronoun"].includes(mention.kind)) return false;
  const id = mention.ids[0]!;
  if (mention.kind === "pronoun" && (id === "?" || !isPersonId(id))) return false;
  const known = mention.sex ?? (id === "?" ? undefined : factsOf(discourse, id).sex);
  return known === undefined || known === sex;
}

/** The candidate with the highest salience; `["?"]` where another comes close. */
function best(discourse: Discourse, mention: Mention, fits: (one: Trace) => boolean): string[] {
  const scores = new Map<string, { ids: readonly string[]; score: number }>();
  recent(discourse, mention.sentence, BACK_SENTENCES).forEach((one, age) => {
    if (!fits(one)) return;
    const score = salience(discourse, mention, one) - age * 0.02;
    const key = one.mention.ids[0] === "?" ? `?${one.mention.name}` : one.mention.ids.join(" ");
    if (score > (scores.get(key)?.score ?? 0)) scores.set(key, { ids: one.mention.ids, score });
  });
  const [first, second] = [...scores.values()].sort((a, b) => b.score - a.score);
  if (!first || (second && first.score - second.score < MARGIN)) return ["?"];
  return [...first.ids];
}

/** Subject before object, near before far, a clause's governor before its neighbour; a fellow argument is never meant. */
function salience(discourse: Discourse, mention: Mention, one: Trace): number {
  const { tokens } = discourse.sentences[mention.sentence]!;
  const own = positionOf(tokens, mention.head);
  const distance = mention.sentence - one.mention.sentence;
  const role = one.subject ? 3 : one.mention.possessive || one.mention.modifier ? 0.5 : 1.2;
  let score = role;
  if (distance === 0) {
    if (one.verb === own.verb && !mention.possessive && isArgument(tokens, one)) return -1;
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
  if (discourse.context.parties.length === 1 && factsOf(discourse, id).state === discourse.context.parties[0]) score += 0.3;
  return score;
}

/** Depends on its verb directly, not through another noun. */
function isArgument(tokens: Discourse["sentences"][number]["tokens"], { mention, verb, subject }: Trace): boolean {
  return subject || tokens[mention.head]!.head === verb || tokens[mention.head]!.deprel === "conj";
}

/** True where `upper` stands above `lower` in the tree. */
function governs(tokens: Discourse["sentences"][number]["tokens"], upper: number, lower: number): boolean {
  let at = lower;
  for (let step = 0; step < 20 && at >= 0; step++) {
    if (at === upper) return true;
    at = tokens[at]!.head;
  }
  return false;
}

/** The pronoun's own verb is the sentence's main one. */
function governsNothing(tokens: Discourse["sentences"][number]["tokens"], verb: number): boolean {
  return verb >= 0 && tokens[verb]!.head < 0;
}

/** "they": the latest subject of several; a plural noun nearer than that is meant instead. */
function several(discourse: Discourse, mention: Mention): string[] {
  const { tokens } = discourse.sentences[mention.sentence]!;
  const own = positionOf(tokens, mention.head);
  for (const one of recent(discourse, mention.sentence, 2)) {
    if (/^(we|us|our|i)$/i.test(sentenceWord(discourse, one.mention)) || (one.verb === own.verb && one.mention.sentence === mention.sentence && !mention.possessive && !/sel/.test(mention.name))) continue;
    if (!one.subject && !(mention.possessive && one.mention.sentence === mention.sentence)) continue;
    const ids = coordinated(discourse, one).filter((id) => id !== "?");
    if (ids.length > 1) return pluralSubject(discourse, mention, one) ? ["?"] : ids;
    if (isPeople(discourse, one)) return [...one.mention.ids];
  }
  if (pluralSubject(discourse, mention, null)) return ["?"];
  const before = recent(discourse, mention.sentence, 1).find((one) => one.subject && one.mention.sentence < mention.sentence);
  if (!own.subject && !mention.possessive) return ["?"];
  if (before && (before.mention.kind === "state" || before.mention.kind === "organisation")) return [...before.mention.ids];
  return everyone(discourse);
}

/** "the Russians", "U.S. officials": a state spoken of in the plural. */
function isPeople({ sentences }: Discourse, { mention }: Trace): boolean {
  const head = sentences[mention.sentence]!.tokens[mention.head]!;
  return (mention.kind === "state" || mention.kind === "organisation") && /S$/.test(head.xpos) && (head.upos === "NOUN" || head.xpos === "NNPS");
}

/** A plural common noun is the subject between the candidate and the pronoun: "the talks … they". */
function pluralSubject({ sentences, traces }: Discourse, mention: Mention, candidate: Trace | null): boolean {
  const since = candidate && candidate.mention.sentence === mention.sentence ? candidate.mention.to : 0;
  const { tokens } = sentences[mention.sentence]!;
  const covered = (i: number): boolean => traces.some(({ mention: other }) => other.sentence === mention.sentence && i >= other.from && i < other.to);
  for (let i = since; i < mention.from; i++) {
    const token = tokens[i]!;
    if ((token.xpos === "NNS" || token.lower === "people") && !covered(i) && (candidate === null || /^(nsubj|nsubj:pass|obj)$/.test(token.deprel))) return true;
  }
  return false;
}

/** Verbs whose "it" is a course of events, or nothing at all. */
const EVENTUAL = new Set(["turn", "happen", "last", "mean", "seem", "appear", "follow", "take", "come", "give", "go", "remain", "depend", "become", "begin", "include", "provide", "work", "focus", "concern", "cover"]);

function sentenceWord({ sentences }: Discourse, { sentence, from }: Mention): string {
  return sentences[sentence]!.tokens[from]!.text;
}

/** "it", "its": the state or organisation that is the clause's subject, else the nearest before it in the sentence. */
function body(discourse: Discourse, mention: Mention): string[] {
  const { tokens } = discourse.sentences[mention.sentence]!;
  const own = positionOf(tokens, mention.head);
  if (!mention.possessive && own.verb >= 0 && EVENTUAL.has(tokens[own.verb]!.lemma)) return ["?"];
  const bodies = recent(discourse, mention.sentence, 1).filter(({ mention: other }) => (other.kind === "state" || other.kind === "organisation" || (other.kind === "pronoun" && /^it(s|self)?$/i.test(sentenceWord(discourse, other)))) && other.ids.length === 1 && other.ids[0] !== "?" && !isPersonId(other.ids[0]!.replace(/:(mfa|mod|parliament|armed-forces|presidency|commission|council)$/, "")));
  const here = bodies.filter(({ mention: other }) => other.sentence === mention.sentence);
  const subject = here.find((one) => one.subject && (mention.possessive || /self$/.test(mention.name) ? one.verb === own.verb || governs(tokens, one.verb, own.verb) : one.verb !== own.verb && governs(tokens, one.verb, own.verb)));
  if (subject) return [...subject.mention.ids];
  const nearest = here.find(({ mention: other, verb }) => !other.modifier && (mention.possessive || verb !== own.verb));
  if (nearest && (mention.possessive || nearest.subject)) return [...nearest.mention.ids];
  if (here.length > 0 || !(own.subject || mention.possessive)) return ["?"];
  const before = bodies.find((one) => one.subject && !one.mention.modifier) ?? (bodies.length === 1 && mention.possessive ? bodies[0] : undefined);
  return before ? [...before.mention.ids] : ["?"];
}
