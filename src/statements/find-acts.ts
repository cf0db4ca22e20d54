/** A Document -> its Acts: who does what to whom in words, who says so, how surely, quoted exactly. */
import { createHash } from "node:crypto";
import { type Act, PLOVER } from "../model/act.js";
import type { Document } from "../model/document.js";
import type { Outcome } from "../model/problem.js";
import { LONGEST_SPAN, type Quote } from "../model/span.js";
import { matchPatterns } from "../text/pattern.js";
import { findQuotations, type Quotation } from "../text/quotes.js";
import { findSpeakerTurns, type Turn } from "../text/speaker-turns.js";
import { parseText } from "../text/syntax/parse-text.js";
import type { Sentence } from "../text/syntax/sentence.js";
import { buildTree, dependents, type Tree } from "../text/syntax/tree.js";
import { findSpeechFrames, type SpeechFrame, speakersOfQuotations } from "./attribute-speech.js";
import { type Choice, chooseActs, STRENGTH } from "./choose-act.js";
import { findCondition } from "./find-condition.js";
import { findMentions } from "./find-mentions.js";
import { findParticipants } from "./find-participants.js";
import { judgeVeridicality } from "./judge-veridicality.js";
import type { Lexicon } from "./lexicon.js";
import { matchesByToken, matchTriggers, type TriggerMatch } from "./match-triggers.js";
import { mendTree } from "./mend-tree.js";
import type { Mention } from "./mention.js";
import { actorsOf, idsOfPhrase, mentionsOfPhrase, recipientsOf, subjectOf } from "./name-actors.js";
import { readScope } from "./read-scope.js";
import { resolveReferences } from "./resolve-reference.js";
import { type Clause, splitClauses } from "./split-clauses.js";
import { tagIssues } from "./tag-issues.js";
import { weighClause } from "./weigh-clause.js";

const UTTERED = new Set<Act["act"]>(["accused", "expressed", "informed", "denied", "threatened"]);
const POINTERS = new Set(["it", "this", "that", "them", "these", "those"]);
const TELLING = new Set<Act["act"]>(["expressed", "informed", "discussed", "supported"]);
const TOLD = new Set<Act["act"]>(["expressed", "informed", "supported"]);

/** One sentence with everything known of it before its clauses are read. */
interface Reading {
  sentence: Sentence;
  tree: Tree;
  matches: TriggerMatch[];
  byToken: Map<number, TriggerMatch>;
  mentions: Mention[];
  frames: SpeechFrame[];
  /** Speaker by a quotation or a transcript's speaker line, outside of the sentence's own grammar. */
  voice: Mention | undefined;
}

/**
 * Acts in order of the text; every quote is an exact slice of at most 400 code units. Never throws on content.
 * `participants` are ids of those who took part in the contact, where the caller knows them.
 */
export function findActs(document: Document, lexicon: Lexicon, participants: readonly string[] = []): Outcome<Act[]> {
  const sentences = parseText(document.text).map((sentence) => mendTree(sentence, lexicon));
  const readings = readSentences(document, sentences, lexicon, participants);
  const acts: Act[] = [];
  let ordinal = 0;
  let leadIn: Act | undefined;
  const told = new Set<string>();
  const titleEnd = document.title === null ? 0 : document.text.indexOf(document.title) + document.title.length;
  for (const reading of readings) {
    const { start, end } = reading.sentence;
    const words = document.text.slice(start, end);
    if (end <= titleEnd || told.has(words)) continue;
    told.add(words);
    const label = leadIn === undefined && isLabel(reading);
    const found = label ? [] : readSentence(document, reading, lexicon, ordinal);
    ordinal += reading.tree.tokens.length;
    acts.push(...(leadIn ? found.map((act) => underLeadIn(act, leadIn!)) : found));
    leadIn = nextLeadIn(leadIn, found, reading.sentence);
  }
  return { value: acts, problems: [] };
}

/** The acts of a sentence, clause by clause; a clause that only points back ("we discussed it as well") is about what it points to. */
function readSentence(document: Document, reading: Reading, lexicon: Lexicon, ordinal: number): Act[] {
  const acts: Act[] = [];
  for (const clause of splitClauses(reading.tree, reading.matches)) {
    const found = readClause(document, reading, clause, lexicon, ordinal + clause.from);
    const before = acts.at(-1)?.issues ?? [];
    const pointsBack = reading.tree.tokens.slice(clause.from, clause.to).some(({ lower }) => POINTERS.has(lower));
    acts.push(...found.map((act) => (act.issues.length === 0 && pointsBack && !act.rule.startsWith("default:") ? { ...act, issues: before } : act)));
  }
  return acts;
}

/** Entries of a list are what its lead-in makes them ("These points enter into force after:"). */
function underLeadIn(act: Act, leadIn: Act): Act {
  if (!act.rule.startsWith("default:")) return act;
  const { act: type, plover, actors, recipients, veridicality, strength } = leadIn;
  return { ...act, act: type, plover, actors, recipients, veridicality, strength, rule: leadIn.rule };
}

/** A sentence that ends with a colon opens a list; the list goes on while its entries end with a semicolon. */
function nextLeadIn(leadIn: Act | undefined, found: readonly Act[], { tokens }: Sentence): Act | undefined {
  const mark = tokens.at(-1)?.text;
  if (mark === ":") return found.find((act) => !act.rule.startsWith("default:"));
  return mark === ";" || mark === "," ? leadIn : undefined;
}

function readSentences(
  document: Document,
  sentences: Sentence[],
  lexicon: Lexicon,
  participants: readonly string[],
): Reading[] {
  const found = findMentions(sentences, lexicon.gazetteer, document.published);
  const context = {
    published: document.published,
    parties: document.parties,
    title: document.title,
    participants: [...participants],
    gazetteer: lexicon.gazetteer,
  };
  const known = participants.length > 0 ? [...participants] : findParticipants(sentences, found, context);
  const mentions = bySentence(
    resolveReferences(sentences, found, { ...context, participants: known }),
    sentences.length,
  );
  const readings = sentences.map((sentence, i): Reading => {
    const tree = buildTree(sentence);
    const matches = matchTriggers(tree, lexicon);
    const byToken = matchesByToken(matches);
    return {
      sentence,
      tree,
      matches,
      byToken,
      mentions: mentions[i]!,
      frames: findSpeechFrames(sentence, mentions[i]!, lexicon),
      voice: undefined,
    };
  });
  followSpeakers(readings);
  giveVoices(readings, findQuotations(document.text));
  return takeTurns(readings, findSpeakerTurns(document.text));
}

/** Questions of journalists are nobody's undertaking and are left out; every other turn is its speaker's words. */
function takeTurns(readings: Reading[], turns: readonly Turn[]): Reading[] {
  let speaker: Mention | undefined;
  let turn = -1;
  return readings.filter((reading) => {
    const { sentence, mentions, frames } = reading;
    while (turn + 1 < turns.length && turns[turn + 1]!.labelStart < sentence.end) {
      turn += 1;
      const { start, question } = turns[turn]!;
      const to = sentence.tokens.findIndex((token) => token.start >= start);
      speaker = question
        ? undefined
        : (mentions.find((mention) => mention.end <= start && mention.kind === "person") ?? speaker);
      frames.push({ from: 0, to: to < 0 ? sentence.tokens.length : to, speaker: undefined });
    }
    reading.voice ??= speaker;
    return !turns[turn]?.question;
  });
}

function bySentence(mentions: readonly Mention[], count: number): Mention[][] {
  const lists: Mention[][] = Array.from({ length: count }, () => []);
  for (const mention of mentions) lists[mention.sentence]?.push(mention);
  return lists;
}

/** The subject of the sentence's main verb where that is a verb of speech. */
function mainSpeaker({ tree, byToken, mentions }: Reading): Mention | undefined {
  const subject = byToken.get(tree.root)?.trigger.speech ? subjectOf(tree, tree.root) : undefined;
  return subject === undefined ? undefined : mentionsOfPhrase(tree, subject, mentions)[0];
}

/** "…, it said": who was last named as speaking, where the pronoun can mean them. */
function followSpeakers(readings: readonly Reading[]): void {
  let last: Mention | undefined;
  for (const { frames } of readings) {
    for (const frame of frames) {
      const { speaker } = frame;
      if (speaker?.kind === "pronoun" && last && (speaker.ids.includes("?") || speaker.ids.some((id) => last!.ids.includes(id)))) frame.speaker = last;
      last = frame.speaker ?? last;
    }
  }
}

function giveVoices(readings: Reading[], quotations: readonly Quotation[]): void {
  const speakers = speakersOfQuotations(
    readings.map(({ sentence }) => sentence),
    quotations,
    (i) => readings[i]!.frames[0]?.speaker ?? mainSpeaker(readings[i]!),
  );
  for (const [quotation, speaker] of speakers) {
    for (const reading of readings) {
      const { start, end } = reading.sentence;
      if (
        start < quotation.end &&
        end > quotation.start &&
        2 * (Math.min(end, quotation.end) - Math.max(start, quotation.start)) > end - start
      )
        reading.voice = speaker;
    }
  }
}

function readClause(document: Document, reading: Reading, clause: Clause, lexicon: Lexicon, ordinal: number): Act[] {
  const { tree, matches, byToken, mentions } = reading;
  const words = { ...clause, ...withoutFrames(reading, clause) };
  if (words.to - words.from < 3 || isFurniture(reading, words, lexicon)) return [];
  const condition = findCondition(tree, words.from, words.to, document.text);
  return chooseActs(tree, words, matches, byToken, mentions).flatMap((chosen, rank) => {
    const choice =
      condition !== null && rank === 0 && chosen.act === "pledged"
        ? { ...chosen, act: "conditioned" as const }
        : chosen;
    const quote = quoteOf(document.text, tree, words, choice.token, rank > 0);
    if (quote === null) return [];
    const act = makeAct(document, reading, words, choice, quote, condition, lexicon, ordinal);
    return document.genre === "report" && isNarration(act, document, choice) ? [] : [act];
  });
}

/** In a report, words that nobody is said to have uttered and that make no act are the reporter's own. */
function isNarration(act: Act, document: Document, choice: Choice): boolean {
  const unattributed = act.attribution.every((name) => name === document.publisher);
  if (!unattributed) return false;
  if (TELLING.has(act.act) && act.veridicality !== "asserted") return true;
  return (
    choice.match === undefined ||
    choice.match.trigger.speech ||
    (TOLD.has(act.act) && act.actors.every((id) => id === "?"))
  );
}

/** A title or heading: a sentence without a verb and without a trigger. */
function isLabel({ tree, matches }: Reading): boolean {
  return !matches.some(({ trigger }) => trigger.act !== null) && !tree.tokens.some(({ upos }) => upos === "VERB" || upos === "AUX");
}

/** True for a clause of nothing but furniture: no trigger reaches beyond the furniture's words. */
function isFurniture({ tree, matches }: Reading, { from, to }: Clause, lexicon: Lexicon): boolean {
  return matchPatterns(lexicon.furniture, tree.tokens, from, to).some(
    (piece) =>
      to - from <= lexicon.furnitureWords.get(piece.id)! &&
      (lexicon.wholeFurniture.has(piece.id) ||
        !matches.some(
          (match) =>
            match.trigger.act !== null &&
            match.head >= from &&
            match.head < to &&
            (match.from < piece.from || match.to >= piece.to),
        )),
  );
}

/** The clause without the words that only say who speaks. */
function withoutFrames({ frames }: Reading, { from, to }: Clause): { from: number; to: number } {
  let [start, end] = [from, to];
  for (const frame of frames) {
    if (frame.from <= start && frame.to > start) start = Math.min(frame.to, end);
    else if (frame.from > start && frame.from < end)
      end = frame.to >= end - 1 || frame.from - start >= end - frame.to ? frame.from : end;
  }
  return { from: start, to: end };
}

/**
 * The words of the clause (for an inner act those of its subtree) without joining words and marks at their ends. Of a
 * clause longer than a span may be, the subject is given up first, then the end.
 */
function quoteOf(text: string, tree: Tree, clause: Clause, token: number, inner: boolean): Quote | null {
  const joins = (i: number) => ["PUNCT", "CCONJ"].includes(tree.tokens[i]!.upos);
  let from = inner ? Math.max(clause.from, tree.left[token]!) : clause.from;
  let to = inner ? Math.min(clause.to - 1, tree.right[token]!) : clause.to - 1;
  if (inner) to = beforeRelative(tree, token, to);
  while (to > from && joins(to)) to -= 1;
  if (tree.tokens[to]!.end - tree.tokens[from]!.start > LONGEST_SPAN && token > from && token < to) from = token;
  while (from < to && joins(from)) from += 1;
  const { start } = tree.tokens[from]!;
  while (to > from && tree.tokens[to]!.end - start > LONGEST_SPAN) to -= 1;
  const { end } = tree.tokens[to]!;
  return end - start < 4 || end - start > LONGEST_SPAN ? null : { start, end, quote: text.slice(start, end) };
}

/** Ends an inner act before the relative clause that only tells which thing is meant. */
function beforeRelative(tree: Tree, token: number, to: number): number {
  for (let i = token + 2; i <= to; i++) {
    if (tree.tokens[i]!.deprel === "acl:relcl" && tree.left[i]! > token + 1) return tree.left[i]! - 1;
  }
  return to;
}

function makeAct(
  document: Document,
  reading: Reading,
  clause: Clause,
  choice: Choice,
  quote: Quote,
  condition: Quote | null,
  lexicon: Lexicon,
  ordinal: number,
): Act {
  const { tree, sentence, mentions, byToken } = reading;
  const question = sentence.tokens.slice(-3).some(({ text }) => text === "?");
  const judged = judgeVeridicality(tree, choice.token, byToken, question);
  const veridicality =
    choice.rule.startsWith("default:") && judged.veridicality === "unasserted" && !question
      ? "asserted"
      : judged.veridicality;
  const trigger = wordsOf(document.text, tree, choice);
  const own = choice.match && utters(choice) && !isSubordinate(tree, choice.match.head) ? [choice.match] : [];
  const speakers = speakersOf(reading, [...own, ...judged.speech]);
  const issues = tagIssues(lexicon.issues, sentence.tokens, clause.from, clause.to);
  const actors = actorsFor(reading, choice, speakers, document);
  if (choice.rule === "default:future" && foretells(speakers, actors))
    choice = { ...choice, act: "expressed", rule: "default:prediction", strength: STRENGTH.expressed };
  return {
    ...quote,
    id: createHash("sha256")
      .update(`${document.sha256}:${quote.start}:${quote.end}:${choice.rule}`)
      .digest("hex")
      .slice(0, 12),
    document: document.id,
    act: choice.act,
    plover: PLOVER[choice.act],
    actors,
    recipients: choice.match ? recipientsOf(tree, choice.match, mentions) : [],
    attribution: chainOf(document, speakers),
    veridicality,
    strength: strengthOf(choice, tree, clause, lexicon),
    issues,
    scope: readScope(
      { targets: lexicon.targets, mentions, published: document.published },
      sentence,
      clause.from,
      clause.to,
    ),
    condition,
    rule: choice.rule,
    trigger,
    weight: weighClause(choice, issues),
    clause: ordinal,
  };
}

/** "I should say that", "let me thank": who speaks in the first person does what he says he would like to do. */
function speaksFirst(tree: Tree, { from, to }: Clause): boolean {
  return tree.tokens.slice(from, Math.min(to, from + 8)).some(({ lower }) => lower === "i" || lower === "me" || lower === "we");
}

/** What somebody says that another state will do is a prediction, not an undertaking. */
function foretells(speakers: readonly Mention[], actors: readonly string[]): boolean {
  const stateOf = (id: string) => id.split(":")[0]!;
  const own = speakers.at(-1)?.ids.map(stateOf) ?? [];
  return own.length > 0 && !own.includes("?") && !actors.some((id) => own.includes(stateOf(id)));
}

function wordsOf(text: string, tree: Tree, { match, token }: Choice): Quote {
  const start = tree.tokens[match?.from ?? token]!.start;
  const end = tree.tokens[match?.to ?? token]!.end;
  return { start, end, quote: text.slice(start, end) };
}

/** "because they think that ...": a thought told in passing, not whose words the clause is. */
function isSubordinate(tree: Tree, i: number): boolean {
  return ["advcl", "acl", "acl:relcl"].includes(tree.tokens[i]!.deprel) && dependents(tree, i, ["mark"]).length > 0;
}

/** True for acts made by speaking: whoever makes them is also who says so. */
function utters({ act, match }: Choice): boolean {
  return match !== undefined && match.trigger.frame !== "noun" && (match.trigger.speech || UTTERED.has(act));
}

/** Speakers outermost first: the frame or quotation around the sentence, then the speech verbs above the act. */
function speakersOf(reading: Reading, speech: readonly TriggerMatch[]): Mention[] {
  const { tree, mentions, frames, voice } = reading;
  const chain = frames.flatMap(({ speaker }) => (speaker ? [speaker] : []));
  if (voice && !chain.some(({ name }) => name === voice.name)) chain.unshift(voice);
  for (const match of [...speech].reverse()) {
    const subject = subjectOf(tree, match.head);
    const named = subject === undefined ? undefined : mentionsOfPhrase(tree, subject, mentions)[0];
    const unknown = named?.kind === "pronoun" && (named.ids.includes("?") || chain.length > 0) && /^(I|we|they|it|he|she)$/i.test(named.name);
    if (named && !unknown && chain.at(-1)?.name !== named.name) chain.push(named);
  }
  return chain;
}

function chainOf(document: Document, speakers: readonly Mention[]): string[] {
  const names = speakers.map(({ name }) => name);
  return document.publisher === null
    ? names
    : [document.publisher, ...names.filter((name) => name !== document.publisher)];
}

function actorsFor(reading: Reading, choice: Choice, speakers: readonly Mention[], document: Document): string[] {
  const { tree, mentions } = reading;
  if (choice.match) {
    const ids = actorsOf(tree, choice.match, mentions);
    if (ids.length > 0) return ids;
  } else {
    const subject = subjectOf(tree, choice.token);
    if (subject !== undefined && choice.rule !== "default:necessity") return idsOfPhrase(tree, subject, mentions);
  }
  const last = speakers.at(-1);
  if (last) return last.ids.length > 0 ? last.ids : ["?"];
  return document.parties.length > 0 ? [...document.parties] : ["?"];
}

function strengthOf(choice: Choice, tree: Tree, clause: Clause, lexicon: Lexicon): number {
  const hedged = matchPatterns(lexicon.hedges, tree.tokens, clause.from, clause.to).reduce(
    (sum, { id }) => sum + (lexicon.hedgeStrengths.get(id) ?? 0),
    choice.strength,
  );
  return Math.round(Math.min(1, Math.max(0, hedged)) * 100) / 100;
}
