/** Readings in order -> pronouns that speak ("he added", "they said") stand for who was last named as speaking. */
import type { Token } from "../text/syntax/sentence.js";
import { positionOf } from "./discourse.js";
import type { TriggerMatch } from "./match-triggers.js";
import type { Mention } from "./mention.js";
import { saidBy } from "./name-sources.js";
import type { Reading } from "./read-sentences.js";

/** Sentences outside of quotation marks after which nobody remembers who spoke. */
const REMEMBERED_SENTENCES = 5;
/** Verbs by which whoever spoke goes on. */
const GOING_ON = new Set(["add", "continue", "conclude"]);
/** Acts done by words, whoever tells of them. */
const UTTERED = new Set<TriggerMatch["trigger"]["act"]>(["accused", "denied", "threatened", "demanded"]);
const BODIES =
  /\b(?:kremlin|house|ministr|government|office|department|administration|agency|authorit|army|military|police|court|council|parliament|party|group|movement|alliance|bloc|embassy|commission|committee|organi[sz]ation|regime|statement|communiqu|report|newspaper|magazine|company|union|readout|post|media|commentary|editorial|article|letter|document|daily|paper|agency|broadcaster)/i;
const PLURAL =
  /(?:officials|spokesmen|diplomats|ministers|envoys|analysts|experts|sources|commanders|leaders|rebels|activists|lawmakers|residents|witnesses|authorities|people|members|aides|advisers)$/i;

/** Who spoke last, and who was last named as a person of whom a sentence is about, by sentence. */
interface Memory {
  speaker: Mention | undefined;
  at: number;
  person: Mention | undefined;
}

/** Settles them in place: a mention gets the name and ids of whom it means. */
export function followSpeakers(readings: readonly Reading[]): void {
  const memory: Memory = { speaker: undefined, at: 0, person: undefined };
  let plain = 0;
  for (const reading of readings) {
    plain += reading.sentence.tokens.some(({ text }) => /^["“”«»]$/.test(text)) ? 0 : 1;
    if (plain - memory.at > REMEMBERED_SENTENCES) memory.speaker = undefined;
    const spoken = speechOf(reading);
    for (const { speaker, verb } of [...spoken.framed, ...spoken.told]) {
      if (speaker.kind === "pronoun") settle(speaker, memory, reading.tree.tokens, verb);
      if (speaker.kind === "pronoun" && speaker.ids.includes("?") && speaker.name.length <= 4) continue;
      memory.speaker = speaker.kind === "pronoun" && memory.speaker?.name === speaker.name ? memory.speaker : speaker;
      memory.at = plain;
      memory.person = undefined;
    }
    if (spoken.framed.length + spoken.told.length === 0) memory.person = personAbout(reading) ?? memory.person;
  }
}

function settle(pronoun: Mention, { speaker, person }: Memory, tokens: readonly Token[], verb: number): void {
  const word = tokens[pronoun.from]?.lower ?? "";
  const goesOn = GOING_ON.has(tokens[verb]?.lemma ?? "");
  const newer = fitting(pronoun, word, person);
  const before = fitting(pronoun, word, speaker);
  const meant = goesOn ? (before ?? newer) : (newer ?? before);
  const settled = !pronoun.ids.includes("?") && meant === newer && newer?.ids[0] !== "?";
  if (!meant || settled) return;
  Object.assign(pronoun, { ids: meant.ids, name: meant.name, ...(meant.sex ? { sex: meant.sex } : {}) });
}

function fitting(pronoun: Mention, word: string, who: Mention | undefined): Mention | undefined {
  if (!who) return undefined;
  const head = who.name
    .split(/ (?:of|for|from|at|in) /)[0]!
    .split(" ")
    .at(-1)!;
  const body = who.kind === "state" || who.kind === "organisation" || BODIES.test(head);
  const plural = who.kind === "group" || PLURAL.test(head);
  if (pronoun.sex !== undefined && /^s?he$/.test(word))
    return !body && !plural && (who.sex === undefined || who.sex === pronoun.sex) ? who : undefined;
  return (word === "they" && (plural || body)) || (word === "it" && body && !plural) ? who : undefined;
}

/** The person who is the subject of the sentence's main verb, and of no clause beneath it. */
function personAbout({ mentions, sentence, tree }: Reading): Mention | undefined {
  return mentions.find(({ kind, head, possessive, modifier }) => {
    if ((kind !== "person" && kind !== "office") || possessive || modifier) return false;
    const { subject, verb } = positionOf(sentence.tokens, head);
    return subject && verb === tree.root;
  });
}

interface Spoken {
  speaker: Mention;
  verb: number;
}

/** Who speaks in frames, and by the sentence's own verbs: of the two the latter are whose words they are. */
function speechOf(reading: Reading): { framed: Spoken[]; told: Spoken[] } {
  const { frames, matches, tree } = reading;
  const framed = frames.flatMap(({ speaker, from, to, beneath }) => {
    const verb = tree.tokens.findIndex(({ upos }, i) => i >= from && i < to && upos === "VERB");
    return speaker && !beneath ? [{ speaker, verb: Math.max(verb, from) }] : [];
  });
  const told = matches
    .filter(({ head, trigger }) => {
      const utters = trigger.speech || (head === tree.root && trigger.frame === "verb" && UTTERED.has(trigger.act));
      return utters && !trigger.conduct && !frames.some(({ from, to }) => head >= from && head < to);
    })
    .flatMap((match: TriggerMatch) => {
      const speaker = isOuter(reading, match.head) ? saidBy(reading, match) : undefined;
      return speaker ? [{ speaker, verb: match.head }] : [];
    });
  return { framed, told };
}

/** The main verb, or one coordinated with it. */
function isOuter({ tree }: Reading, verb: number): boolean {
  const { head, deprel } = tree.tokens[verb]!;
  return head < 0 || (tree.tokens[head]!.head < 0 && ["conj", "parataxis", "advcl", "xcomp"].includes(deprel));
}
