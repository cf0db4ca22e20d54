/** A personal pronoun -> whom it refers to: by speaker, sex and number, grammatical subject, and recency. */
import type { Token } from "../text/syntax/sentence.js";
import {
  coordinated,
  type Discourse,
  factsOf,
  isPersonId,
  positionOf,
  recent,
  statesOf,
  type Trace,
} from "./discourse.js";
import type { Mention } from "./mention.js";
import { firstWord, resolveBody } from "./resolve-body.js";
import { everyone } from "./resolve-group.js";
import type { Speakers } from "./resolve-speaker.js";
import { mostSalient, subjectVerb } from "./salience.js";

/** Ids of whom the pronoun means; `["?"]` where it cannot be told. */
export function resolvePronoun(discourse: Discourse, mention: Mention, speakers: Speakers): string[] {
  const { tokens } = discourse.sentences[mention.sentence]!;
  const word = tokens[mention.from]!.lower;
  if (/^(?:we|i)$/.test(word) && opensInnerQuotation(tokens, mention.from)) return ["?"];
  if (/^(we|us|our|ours|ourselves)$/.test(word))
    return hasSpeaker(speakers, mention)
      ? ofSpeaker(discourse, speakers.of(mention), true)
      : ownSide(discourse, mention);
  if (/^(i|me|my|mine|myself)$/.test(word))
    return hasSpeaker(speakers, mention) ? ofSpeaker(discourse, speakers.of(mention), false) : ownVoice(discourse);
  if (mention.sex !== undefined)
    return mostSalient(discourse, mention, (one) => isPerson(discourse, one, mention.sex!));
  if (/^(they|them|their|theirs|themselves)$/.test(word)) return several(discourse, mention);
  return resolveBody(discourse, mention);
}

/** “My colleague told me, ‘We accept’”: single marks within double ones open somebody else's words. */
function opensInnerQuotation(tokens: readonly Token[], i: number): boolean {
  return /^['‘]$/.test(tokens[i - 1]?.text ?? "") && tokens.slice(0, i - 1).some(({ text }) => /^["“«]$/.test(text));
}

function hasSpeaker(speakers: Speakers, mention: Mention): boolean {
  return speakers.isQuoted(mention) || speakers.hasTurn(mention);
}

/** "our shared goals", "our two countries": everybody's. */
const SHARED = new Set(
  "shared joint common mutual bilateral two respective countries nations peoples people administrations partnership cooperation relationship alliance ties collaboration friendship talks meeting conversation".split(
    " ",
  ),
);

/** What takes two: "we agreed", "we signed". */
const MUTUAL = new Set("agree sign adopt discuss exchange meet reach".split(" "));

/** "we" outside quotations: the parties for which the text speaks; with a mutual verb all who took part. */
function ownSide(discourse: Discourse, mention: Mention): string[] {
  const { context, participants } = discourse;
  const { tokens } = discourse.sentences[mention.sentence]!;
  const own = positionOf(tokens, mention.head);
  const together =
    own.subject &&
    MUTUAL.has(tokens[own.verb]?.lemma ?? "") &&
    !tokens.slice(own.verb, own.verb + 3).some(({ lower }) => lower === "with");
  const all = statesOf(discourse, participants);
  const owned = mention.possessive ? tokens.slice(mention.to, mention.to + 3) : [];
  if (owned.some(({ lower }) => SHARED.has(lower)) && all.length > 1 && context.parties.length > 0) return all;
  if (together && context.parties.length === 1 && all.length > 1 && all.includes(context.parties[0]!)) return all;
  return context.parties.length > 0 ? [...context.parties] : ["?"];
}

/** "I" outside quotations: the publisher's own person in the contact. */
function ownVoice(discourse: Discourse): string[] {
  const { parties } = discourse.context;
  const own = discourse.participants.filter(
    (id) => isPersonId(id) && parties.includes(factsOf(discourse, id).state ?? ""),
  );
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

/** "they": the latest subject of several; a plural noun nearer than that is meant instead. */
function several(discourse: Discourse, mention: Mention): string[] {
  const { tokens } = discourse.sentences[mention.sentence]!;
  const own = positionOf(tokens, mention.head);
  for (const one of recent(discourse, mention.sentence, 2)) {
    if (
      /^(we|us|our|i)$/i.test(firstWord(discourse, one.mention)) ||
      (one.verb === own.verb &&
        one.mention.sentence === mention.sentence &&
        !mention.possessive &&
        !/sel/.test(mention.name))
    )
      continue;
    if (!one.subject && !(mention.possessive && one.mention.sentence === mention.sentence)) continue;
    const ids = coordinated(discourse, one).filter((id) => id !== "?");
    if (ids.length > 1)
      return !sharesSubject(tokens, mention, one) && pluralSubject(discourse, mention, one) ? ["?"] : ids;
    if (isPeople(discourse, one)) return [...one.mention.ids];
  }
  if (pluralSubject(discourse, mention, null)) return ["?"];
  const before = recent(discourse, mention.sentence, 1).find(
    (one) => one.subject && one.mention.sentence < mention.sentence,
  );
  if (!own.subject && !mention.possessive) return ["?"];
  if (before && (before.mention.kind === "state" || before.mention.kind === "organisation"))
    return [...before.mention.ids];
  const all = everyone(discourse);
  return isToldInFirstPerson(discourse, mention) ? notOwn(discourse, all) : all;
}

/** "I spoke with the ministers of Iceland and Norway. They …": whoever says "I" is not among them. */
function isToldInFirstPerson(discourse: Discourse, mention: Mention): boolean {
  return recent(discourse, mention.sentence, 1).some(
    (one) => one.subject && /^(?:we|i)$/i.test(firstWord(discourse, one.mention)),
  );
}

function notOwn(discourse: Discourse, ids: readonly string[]): string[] {
  const others = ids.filter((id) => !discourse.context.parties.includes(factsOf(discourse, id).state ?? id));
  return others.length > 0 ? others : ["?"];
}

/** "The leaders met X and reaffirmed their support": the pronoun's verb has the candidate for its subject. */
function sharesSubject(tokens: readonly Token[], mention: Mention, one: Trace): boolean {
  if (one.mention.sentence !== mention.sentence || !one.subject) return false;
  const own = positionOf(tokens, mention.head).verb;
  return own === one.verb || subjectVerb(tokens, own) === one.verb;
}

/** "the Russians", "U.S. officials": a state spoken of in the plural. */
function isPeople({ sentences }: Discourse, { mention }: Trace): boolean {
  const head = sentences[mention.sentence]!.tokens[mention.head]!;
  return mention.role === "people" || (mention.role === "side" && head.xpos.endsWith("S"));
}

/** A plural common noun is the subject between the candidate and the pronoun: "the talks … they". */
function pluralSubject({ sentences, traces }: Discourse, mention: Mention, candidate: Trace | null): boolean {
  const since = candidate && candidate.mention.sentence === mention.sentence ? candidate.mention.to : 0;
  const { tokens } = sentences[mention.sentence]!;
  const covered = (i: number): boolean =>
    traces.some(({ mention: other }) => other.sentence === mention.sentence && i >= other.from && i < other.to);
  for (let i = since; i < mention.from; i++) {
    const token = tokens[i]!;
    if (
      (token.xpos === "NNS" || token.lower === "people") &&
      !covered(i) &&
      (candidate === null || /^(nsubj|nsubj:pass|obj)$/.test(token.deprel))
    )
      return true;
  }
  return false;
}
