/** "it", "its", "itself" -> the state or organisation that is meant. */
import type { Token } from "../text/syntax/sentence.js";
import { type Discourse, positionOf, recent, type Trace } from "./discourse.js";
import type { Mention } from "./mention.js";
import { governs } from "./salience.js";

/** Verbs whose "it" is a course of events, or nothing at all. */
const EVENTUAL = new Set(
  (
    "turn happen last mean seem appear follow take come give go remain depend become begin include provide " +
    "work focus concern cover"
  ).split(" "),
);

export function firstWord({ sentences }: Discourse, { sentence, from }: Mention): string {
  return sentences[sentence]!.tokens[from]!.text;
}

/** The clause's subject, else the nearest body before the word in its sentence, else the last sentence's subject. */
export function resolveBody(discourse: Discourse, mention: Mention): string[] {
  const { tokens } = discourse.sentences[mention.sentence]!;
  const own = positionOf(tokens, mention.head);
  if (!mention.possessive && own.verb >= 0 && EVENTUAL.has(tokens[own.verb]!.lemma)) return ["?"];
  const bodies = recent(discourse, mention.sentence, 1).filter((one) => isBody(discourse, one));
  const here = bodies.filter(({ mention: other }) => other.sentence === mention.sentence);
  const found = subjectAbove(tokens, mention, here) ?? nearestIn(tokens, mention, own.verb, here);
  if (found) return [...found.mention.ids];
  if (here.length > 0 || !(own.subject || mention.possessive)) return ["?"];
  const before = bodies.find((one) => one.subject && !one.mention.modifier);
  return [...((before ?? (bodies.length === 1 && mention.possessive ? bodies[0] : undefined))?.mention.ids ?? ["?"])];
}

function isBody(discourse: Discourse, { mention }: Trace): boolean {
  if (mention.ids.length !== 1 || mention.ids[0] === "?") return false;
  if (mention.kind === "pronoun") return /^it(s|self)?$/i.test(firstWord(discourse, mention));
  return mention.kind === "state" || mention.kind === "organisation";
}

/** The subject of a clause over the word's own; of its own clause only for "its" and "itself". */
function subjectAbove(tokens: readonly Token[], mention: Mention, here: readonly Trace[]): Trace | undefined {
  const own = positionOf(tokens, mention.head).verb;
  const inside = mention.possessive || mention.name.endsWith("self");
  return here.find(({ subject, verb }) => subject && (verb === own ? inside : governs(tokens, verb, own)));
}

/** The nearest body before the word; for "it" as a subject no other noun may stand between. */
function nearestIn(
  tokens: readonly Token[],
  mention: Mention,
  verb: number,
  here: readonly Trace[],
): Trace | undefined {
  const nearest = here.find((one) => !one.mention.modifier && (mention.possessive || one.verb !== verb));
  if (!nearest || mention.possessive || nearest.subject) return nearest;
  const between = tokens.slice(nearest.mention.to, mention.from);
  return between.some(({ upos }) => upos === "NOUN" || upos === "PROPN") ? undefined : nearest;
}
