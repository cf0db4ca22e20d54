/** A trigger in its tree -> who acts and towards whom, by the places its catalogue entry names. */
import type { Trigger } from "../model/catalog.js";
import { conjuncts, dependent, dependents, type Tree } from "../text/syntax/tree.js";
import type { TriggerMatch } from "./match-triggers.js";
import type { Mention } from "./mention.js";
import { CONTACTS, isContactHeld } from "./modality.js";

/** "all members except Hungary": who is left out does not act. */
const EXCLUDING = new Set(["except", "but", "save", "excluding", "minus", "without", "unlike"]);

type Place = Trigger["actor"];

/** Ids of the actor; empty where the words name nobody, `["?"]` where they name somebody unknown. */
export function actorsOf(tree: Tree, match: TriggerMatch, mentions: readonly Mention[]): string[] {
  if (match.trigger.actor === "subject" && match.trigger.frame === "verb") {
    const found = agentBehind(tree, match.head, mentions) ?? rightBefore(tree, match.head, mentions);
    if (found) return found;
  }
  const ids = idsAt(tree, match, match.trigger.actor, mentions);
  const unfound = match.trigger.actor === "subject" && (ids.length === 0 || ids[0] === "?");
  if (!unfound) return [...new Set([...ids, ...partnersIn(tree, match, mentions)])];
  const parties = match.trigger.act === "agreed" ? partiesOf(tree, match, mentions) : undefined;
  if (parties || hidesActor(tree, match)) return parties ?? ids;
  const only = onlyOneBefore(tree, match.from, mentions);
  return only && only.ids.length > 0 ? [...only.ids] : ids;
}

const PARTNERS = new Set(
  "friend partner colleague counterpart side brother neighbour neighbor ally government leader delegation".split(" "),
);

/** "agreed with the Prime Minister of Kenya to open it": what is agreed with somebody he has agreed too. */
function partnersIn(tree: Tree, { trigger, head }: TriggerMatch, mentions: readonly Mention[]): string[] {
  const noun = trigger.act === "agreed" ? oblique(tree, head, "with") : undefined;
  if (noun === undefined) return [];
  const named = mentions.some(({ from, to, modifier }) => !modifier && from <= noun && noun < to);
  return named || PARTNERS.has(tree.tokens[noun]!.lemma)
    ? idsOfPhrase(tree, noun, mentions).filter((id) => id !== "?")
    : [];
}

/** "accepted with reservations by Chad": the agent of a participle, however the parser hung it. */
function agentBehind(tree: Tree, head: number, mentions: readonly Mention[]): string[] | undefined {
  const { xpos } = tree.tokens[head]!;
  if (!/^VB[ND]$/.test(xpos) || tree.tokens[head - 1]?.lemma === "have") return undefined;
  if (xpos === "VBD" && dependents(tree, head, ["nsubj", "obj"]).length > 0) return undefined;
  const end = tree.tokens.findIndex(({ upos, text }, i) => i > head && (upos === "VERB" || /^[,;.]$/.test(text)));
  const agent = mentions.find(
    ({ from, modifier }) =>
      !modifier &&
      from > head &&
      (end < 0 || from < end) &&
      [tree.tokens[from - 1], tree.tokens[from - 2]].some((token) => token?.lower === "by"),
  );
  return agent && idsOfPhrase(tree, agent.head, mentions);
}

/**
 * "the agreement between Chad and Peru was signed", "a deal was reached between them", "the Chadian-Sudanese accord was
 * initialled": whose agreement it is has agreed.
 */
function partiesOf(tree: Tree, match: TriggerMatch, mentions: readonly Mention[]): string[] | undefined {
  const agreements = dependents(tree, match.head, ["nsubj:pass", "nsubj"]).concat(match.object ?? []);
  const owners = mentions.filter(
    ({ modifier, from, to }) => modifier && agreements.some((noun) => tree.left[noun]! <= from && to <= noun),
  );
  if (owners.length > 1) return [...new Set(owners.flatMap(({ ids }) => ids))];
  const between = agreements
    .concat(match.head)
    .map((noun) => oblique(tree, noun, "between"))
    .find((noun) => noun !== undefined);
  const noun = between ?? mentions.find(({ from }) => from > match.head && opensBetween(tree, from))?.head;
  return noun === undefined ? undefined : idsOfPhrase(tree, noun, mentions);
}

/** "between Chad …", "between the Chadian …" */
function opensBetween({ tokens }: Tree, from: number): boolean {
  return (
    tokens[from - 1]?.lower === "between" || (tokens[from - 1]?.upos === "DET" && tokens[from - 2]?.lower === "between")
  );
}

/** A passive that names no agent: "it was agreed", "an agreement was reached", "the talks were suspended". */
export function hidesActor(tree: Tree, { trigger, head }: TriggerMatch): boolean {
  if (trigger.actor === "none") return trigger.act === "agreed";
  return (
    trigger.actor === "subject" &&
    dependents(tree, head, ["nsubj:pass", "aux:pass"]).length > 0 &&
    subjectOf(tree, head) === undefined
  );
}

/** Where the tree shows no subject: the one actor named before the trigger, if there is just one. */
export function onlyOneBefore(tree: Tree, trigger: number, mentions: readonly Mention[]): Mention | undefined {
  const before = mentions.filter(
    ({ from, to, kind, possessive, modifier }) =>
      to <= trigger && !possessive && !modifier && kind !== "place" && !isUnderPreposition(tree, from),
  );
  return before.length === 1 ? before[0] : undefined;
}

/** Ids of the recipient; empty where there is none. */
export function recipientsOf(tree: Tree, match: TriggerMatch, mentions: readonly Mention[]): string[] {
  return match.trigger.recipient === "none" ? [] : idsAt(tree, match, match.trigger.recipient, mentions);
}

/** "…, and Yerevan has agreed", "…, Hanoi and Manila have agreed": who is named right before a finite verb, alone or in a list, is its subject, whatever the tree says. */
function rightBefore(tree: Tree, verb: number, mentions: readonly Mention[]): string[] | undefined {
  let at = verb;
  while (at > 0 && ["AUX", "ADV", "PART"].includes(tree.tokens[at - 1]!.upos) && tree.tokens[at - 1]!.lower !== "to")
    at -= 1;
  const passive = dependents(tree, verb, ["aux:pass", "nsubj:pass"]).length > 0;
  if (
    passive ||
    !["VBD", "VBZ", "VBP", "VBN"].includes(tree.tokens[verb]!.xpos) ||
    (tree.tokens[verb]!.xpos === "VBN" && at === verb)
  )
    return undefined;
  const named = mentions.filter(
    ({ possessive, modifier, kind }) => !possessive && !modifier && kind !== "place" && kind !== "pronoun",
  );
  const last = named.find(({ to }) => to === at);
  if (!last || isUnderPreposition(tree, last.from)) return undefined;
  const before = tree.tokens[last.from - 1];
  if (before === undefined) return [...last.ids];
  const first = tree.tokens[last.from - 1]!.lower === "and" && named.find(({ to }) => to === last.from - 1);
  if (first && !isUnderPreposition(tree, first.from) && tree.tokens[first.from - 1]?.upos === "PUNCT")
    return [...first.ids, ...last.ids];
  const listed = tree.tokens[last.from - 2]?.upos === "PROPN";
  const anew =
    before.upos === "PUNCT" ||
    (before.upos === "CCONJ" && tree.tokens.slice(0, last.from).some(({ upos }) => upos === "VERB"));
  return anew && !listed ? [...last.ids] : undefined;
}

/** "except Hungary", "but Eritrea", "in Moscow", "between Kenya and Uganda". */
function isUnderPreposition(tree: Tree, from: number): boolean {
  const before = [from - 1, from - 2].map((i) => tree.tokens[i]).filter((token) => token !== undefined);
  const [near, far] = before;
  return (
    near !== undefined &&
    (["ADP", "SCONJ"].includes(near.upos) ||
      ["but", "except", "save"].includes(near.lower) ||
      (near.upos === "DET" && far !== undefined && ["ADP", "SCONJ"].includes(far.upos)) ||
      (near.lower === "and" && tree.tokens.slice(Math.max(0, from - 5), from).some(({ lower }) => lower === "between")))
  );
}

function idsAt(tree: Tree, match: TriggerMatch, place: Place, mentions: readonly Mention[]): string[] {
  const noun = nounAt(tree, match, place);
  return noun === undefined ? [] : idsOfPhrase(tree, noun, mentions);
}

function nounAt(tree: Tree, match: TriggerMatch, place: Place): number | undefined {
  const { head, object } = match;
  switch (place) {
    case "none":
      return undefined;
    case "subject":
      return match.trigger.frame === "noun"
        ? (possessorOf(tree, head) ?? subjectOf(tree, head))
        : subjectOf(tree, head);
    case "object":
      return dependent(tree, head, ["obj", "iobj"]) ?? passiveSubject(tree, head);
    case "possessor":
      return possessorOf(tree, object ?? head) ?? subjectOf(tree, head);
    default:
      return oblique(tree, head, place) ?? (object === undefined ? undefined : oblique(tree, object, place));
  }
}

function passiveSubject(tree: Tree, head: number): number | undefined {
  return dependent(tree, head, ["nsubj:pass"]);
}

/** The noun under a preposition of the head: "with Russia". */
function oblique(tree: Tree, head: number, preposition: string): number | undefined {
  return dependents(tree, head, ["obl", "nmod", "obl:agent", "xcomp", "advcl"]).find((noun) =>
    dependents(tree, noun, ["case", "mark"]).some((i) => tree.tokens[i]!.lower === preposition),
  );
}

function possessorOf(tree: Tree, noun: number): number | undefined {
  const genitive = dependent(tree, noun, ["nmod:poss", "nmod", "det"]);
  const owners = dependents(tree, noun, ["nmod", "nmod:poss", "obl", "det", "amod", "compound"]).filter((i) => {
    if (i < noun) return tree.tokens[i]!.deprel !== "det" || tree.tokens[i]!.xpos === "PRP$";
    return dependents(tree, i, ["case"]).some((k) => ["of", "by", "from"].includes(tree.tokens[k]!.lower));
  });
  return owners[0] ?? (genitive !== undefined && tree.tokens[genitive]!.xpos === "PRP$" ? genitive : undefined);
}

/**
 * The noun that acts: the subject; the agent of a passive; for an infinitive or participle the subject of what governs
 * it (its object where that is what is asked to act); for a participle after a noun that noun.
 */
export function subjectOf(tree: Tree, verb: number, depth = 0): number | undefined {
  if (depth > 8) return undefined;
  const agent =
    (isActive(tree, verb) ? undefined : dependent(tree, verb, ["obl:agent"])) ??
    (dependent(tree, verb, ["nsubj:pass"]) === undefined ? undefined : oblique(tree, verb, "by"));
  if (agent !== undefined) return agent;
  const subject = dependent(tree, verb, ["nsubj"]);
  if (subject !== undefined && !isRelative(tree, subject)) return subject;
  if (dependent(tree, verb, ["nsubj:pass"]) !== undefined) return undefined;
  const { head, deprel } = tree.tokens[verb]!;
  if (head < 0) return undefined;
  switch (deprel) {
    case "advcl":
      return (
        askedToAct(tree, verb, head) ??
        blamedOrThanked(tree, verb, head) ??
        quotedPerson(tree, verb) ??
        subjectOf(tree, head, depth + 1)
      );
    case "conj":
    case "parataxis":
    case "ccomp":
      return subjectOf(tree, head, depth + 1);
    case "xcomp":
      return dependent(tree, head, ["obj", "iobj", "nsubj:pass"]) ?? subjectOf(tree, head, depth + 1);
    case "acl":
    case "acl:relcl":
      if (tree.tokens[head]!.upos === "PROPN" && tree.tokens[verb]!.xpos === "VB")
        return subjectOf(tree, head, depth + 1);
      return tree.tokens[verb]!.xpos === "VB" || isGerundOf(tree, verb)
        ? (possessorOf(tree, head) ?? subjectOf(tree, head, depth + 1))
        : head;
    default:
      return subjectOf(tree, head, depth + 1);
  }
}

/** "the chance of agreeing": not the noun, but whose chance it is, agrees. */
function isGerundOf(tree: Tree, verb: number): boolean {
  return tree.tokens[verb]!.xpos === "VBG" && dependents(tree, verb, ["mark", "case"]).length > 0;
}

/** "and pledged help": a past form with an object of its own has no agent, whatever "by" stands in its clause. */
function isActive(tree: Tree, verb: number): boolean {
  const { xpos } = tree.tokens[verb]!;
  return (xpos === "VBD" || xpos === "VBZ") && dependent(tree, verb, ["obj", "ccomp", "xcomp"]) !== undefined;
}

/** "quoted X as saying", "X was cited as saying": whose words a third party passes on. */
export function quotedPerson(tree: Tree, verb: number): number | undefined {
  const { head, xpos } = tree.tokens[verb]!;
  if (xpos !== "VBG" || tree.tokens[verb - 1]?.lower !== "as" || head < 0) return undefined;
  const quotes = (i: number) => ["quote", "cite"].includes(tree.tokens[i]?.lemma ?? "");
  if (quotes(head)) return dependents(tree, head, ["obj", "nsubj:pass"])[0];
  return quotes(tree.tokens[head]!.head) ? head : undefined;
}

/** "pressed Kyiv to agree": the object right before the infinitive is who would act. */
function askedToAct(tree: Tree, verb: number, governor: number): number | undefined {
  const to = dependents(tree, verb, ["mark", "aux"]).find((i) => tree.tokens[i]!.lower === "to");
  return to === undefined || isContactHeld(tree, governor)
    ? undefined
    : dependents(tree, governor, ["obj", "iobj"]).find(
        (object) =>
          tree.right[object] === to - 1 &&
          tree.tokens[tree.left[object]!]!.upos !== "ADP" &&
          !CONTACTS.has(tree.tokens[object]!.lemma),
      );
}

/** "thanked Oman for hosting them", "accused Chad of closing it", "congratulated Peru on agreeing": the object is who did it. */
function blamedOrThanked(tree: Tree, verb: number, governor: number): number | undefined {
  const led = dependents(tree, verb, ["mark", "case"]).some((i) => {
    const { lower } = tree.tokens[i]!;
    return (
      lower === "for" ||
      (lower === "of" && ACCUSING.has(tree.tokens[governor]!.lemma)) ||
      (lower === "on" && tree.tokens[governor]!.lemma === "congratulate")
    );
  });
  return led && tree.tokens[verb]!.xpos === "VBG" ? dependent(tree, governor, ["obj", "iobj"]) : undefined;
}

const ACCUSING = new Set(["accuse", "suspect", "convict"]);

function isRelative(tree: Tree, i: number): boolean {
  return ["who", "which", "that"].includes(tree.tokens[i]!.lower) && tree.tokens[i]!.upos === "PRON";
}

/** Ids that a noun phrase names: its own mentions, else those of its possessor ("Kyiv's refusal", "leaders of ..."). */
export function idsOfPhrase(tree: Tree, noun: number, mentions: readonly Mention[]): string[] {
  const named = mentionsOfPhrase(tree, noun, mentions);
  const ids = [...new Set(named.flatMap((mention) => mention.ids))];
  return ids.length > 0 ? ids : ["?"];
}

/** "The Chinese side and the Vietnamese side reached": two subjects with "and" between them are one, though the tree joined them to the verb alone. */
function joinedSubjects(tree: Tree, noun: number): number[] {
  const { head, deprel } = tree.tokens[noun]!;
  if (head < 0 || deprel !== "nsubj") return [];
  return dependents(tree, head, ["nsubj"]).filter(
    (other) => other !== noun && tree.tokens[tree.left[Math.max(noun, other)]! - 1]?.lower === "and",
  );
}

export function mentionsOfPhrase(tree: Tree, noun: number, mentions: readonly Mention[]): Mention[] {
  const heads = [...conjuncts(tree, noun), ...joinedSubjects(tree, noun)];
  const direct = mentions.filter(
    ({ from, to }) => heads.some((i) => i >= from && i < to) && !EXCLUDING.has(tree.tokens[from - 1]?.lower ?? ""),
  );
  if (direct.length > 0) return direct;
  const left = tree.left[noun]!;
  const right = Math.min(tree.right[noun]!, noun + 8);
  const near = mentions.filter((mention) => mention.from >= left && mention.to <= right + 1);
  return near.filter(
    ({ from, kind }) => kind !== "pronoun" && kind !== "place" && !EXCLUDING.has(tree.tokens[from - 1]?.lower ?? ""),
  );
}
