/** A Document -> its Acts: who does what to whom in words, who says so, how surely, quoted exactly. */
import { createHash } from "node:crypto";
import { PLOVER, type Act } from "../model/act.js";
import type { Document } from "../model/document.js";
import type { Outcome } from "../model/problem.js";
import { LONGEST_SPAN, type Quote } from "../model/span.js";
import { findQuotations, type Quotation } from "../text/quotes.js";
import { matchPatterns } from "../text/pattern.js";
import { parseText } from "../text/syntax/parse-text.js";
import type { Sentence } from "../text/syntax/sentence.js";
import { buildTree, type Tree } from "../text/syntax/tree.js";
import { findSpeechFrames, type SpeechFrame, speakersOfQuotations } from "./attribute-speech.js";
import { type Choice, chooseActs } from "./choose-act.js";
import { findCondition } from "./find-condition.js";
import { findMentions } from "./find-mentions.js";
import { findParticipants } from "./find-participants.js";
import { judgeVeridicality } from "./judge-veridicality.js";
import type { Lexicon } from "./lexicon.js";
import { matchTriggers, type TriggerMatch } from "./match-triggers.js";
import type { Mention } from "./mention.js";
import { actorsOf, idsOfPhrase, mentionsOfPhrase, recipientsOf, subjectOf } from "./name-actors.js";
import { readScope } from "./read-scope.js";
import { resolveReferences } from "./resolve-reference.js";
import { type Clause, splitClauses } from "./split-clauses.js";
import { tagIssues } from "./tag-issues.js";

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
  const sentences = parseText(document.text);
  const readings = readSentences(document, sentences, lexicon, participants);
  const acts: Act[] = [];
  let ordinal = 0;
  for (const reading of readings) {
    for (const clause of splitClauses(reading.tree, reading.matches)) {
      acts.push(...readClause(document, reading, clause, lexicon, ordinal));
      ordinal += 1;
    }
  }
  return { value: acts, problems: [] };
}

function readSentences(document: Document, sentences: Sentence[], lexicon: Lexicon, participants: readonly string[]): Reading[] {
  const found = findMentions(sentences, lexicon.gazetteer, document.published);
  const context = { published: document.published, parties: document.parties, title: document.title, participants: [...participants] };
  const known = participants.length > 0 ? [...participants] : findParticipants(sentences, found, context);
  const mentions = bySentence(resolveReferences(sentences, found, { ...context, participants: known }), sentences.length);
  const readings = sentences.map((sentence, i): Reading => {
    const tree = buildTree(sentence);
    const matches = matchTriggers(tree, lexicon);
    const byToken = new Map(matches.flatMap((match) => [match.head, ...(match.object === undefined ? [] : [match.object])].map((token) => [token, match] as const)));
    return { sentence, tree, matches, byToken, mentions: mentions[i]!, frames: findSpeechFrames(sentence, mentions[i]!, lexicon), voice: undefined };
  });
  giveVoices(readings, findQuotations(document.text));
  return readings;
}

function bySentence(mentions: readonly Mention[], count: number): Mention[][] {
  const lists: Mention[][] = Array.from({ length: count }, () => []);
  for (const mention of mentions) lists[mention.sentence]?.push(mention);
  return lists;
}

function giveVoices(readings: Reading[], quotations: readonly Quotation[]): void {
  const speakers = speakersOfQuotations(readings.map(({ sentence }) => sentence), quotations, (i) => readings[i]!.frames[0]?.speaker);
  for (const [quotation, speaker] of speakers) {
    for (const reading of readings) {
      const { start, end } = reading.sentence;
      if (start < quotation.end && end > quotation.start && 2 * (Math.min(end, quotation.end) - Math.max(start, quotation.start)) > end - start) reading.voice = speaker;
    }
  }
}

function readClause(document: Document, reading: Reading, clause: Clause, lexicon: Lexicon, ordinal: number): Act[] {
  const { tree, matches, byToken, mentions } = reading;
  const words = { ...clause, ...withoutFrames(reading, clause) };
  if (words.to - words.from < 3) return [];
  return chooseActs(tree, words, matches, byToken, mentions).flatMap((choice, rank) => {
    const quote = quoteOf(document.text, tree, words, rank === 0 ? undefined : choice.token);
    return quote === null ? [] : [makeAct(document, reading, words, choice, quote, lexicon, ordinal)];
  });
}

/** The clause without the words that only say who speaks. */
function withoutFrames({ frames }: Reading, { from, to }: Clause): { from: number; to: number } {
  let [start, end] = [from, to];
  for (const frame of frames) {
    if (frame.from <= start && frame.to > start) start = Math.min(frame.to, end);
    else if (frame.from > start && frame.from < end) end = frame.to >= end - 1 || frame.from - start >= end - frame.to ? frame.from : end;
  }
  return { from: start, to: end };
}

/** The words of the clause (or of the subtree of `token` in it) without joining words and marks at its ends. */
function quoteOf(text: string, tree: Tree, clause: Clause, token: number | undefined): Quote | null {
  let from = token === undefined ? clause.from : Math.max(clause.from, tree.left[token]!);
  let to = (token === undefined ? clause.to - 1 : Math.min(clause.to - 1, tree.right[token]!)) ;
  while (from < to && ["PUNCT", "CCONJ"].includes(tree.tokens[from]!.upos)) from += 1;
  while (to > from && ["PUNCT", "CCONJ"].includes(tree.tokens[to]!.upos)) to -= 1;
  const start = tree.tokens[from]?.start ?? 0;
  while (to > from && tree.tokens[to]!.end - start > LONGEST_SPAN) to -= 1;
  const end = tree.tokens[to]?.end ?? start;
  return end - start < 4 || end - start > LONGEST_SPAN ? null : { start, end, quote: text.slice(start, end) };
}

function makeAct(document: Document, reading: Reading, clause: Clause, choice: Choice, quote: Quote, lexicon: Lexicon, ordinal: number): Act {
  const { tree, sentence, mentions, byToken } = reading;
  const question = sentence.tokens.at(-1)?.text === "?";
  const judged = judgeVeridicality(tree, choice.token, byToken, question);
  const veridicality = choice.rule === "default:future" || choice.rule === "default:necessity" || choice.rule === "default:condition" ? "asserted" : judged.veridicality;
  const trigger = wordsOf(document.text, tree, choice);
  const speakers = speakersOf(reading, judged.speech);
  return {
    ...quote,
    id: createHash("sha256").update(`${document.sha256}:${quote.start}:${quote.end}:${choice.rule}`).digest("hex").slice(0, 12),
    document: document.id,
    act: choice.act,
    plover: PLOVER[choice.act],
    actors: actorsFor(reading, choice, speakers, document),
    recipients: choice.match ? recipientsOf(tree, choice.match, mentions) : [],
    attribution: chainOf(document, speakers),
    veridicality,
    strength: strengthOf(choice, tree, clause, lexicon),
    issues: tagIssues(lexicon.issues, sentence.tokens, clause.from, clause.to),
    scope: readScope({ targets: lexicon.targets, mentions }, sentence, clause.from, clause.to),
    condition: findCondition(tree, clause.from, clause.to, document.text),
    rule: choice.rule,
    trigger,
    clause: ordinal,
  };
}

function wordsOf(text: string, tree: Tree, { match, token }: Choice): Quote {
  const start = tree.tokens[match?.from ?? token]!.start;
  const end = tree.tokens[match?.to ?? token]!.end;
  return { start, end, quote: text.slice(start, end) };
}

/** Speakers outermost first: the frame or quotation around the sentence, then the speech verbs above the act. */
function speakersOf(reading: Reading, speech: readonly TriggerMatch[]): Mention[] {
  const { tree, mentions, frames, voice } = reading;
  const chain = frames.flatMap(({ speaker }) => (speaker ? [speaker] : []));
  if (voice && !chain.some(({ name }) => name === voice.name)) chain.unshift(voice);
  for (const match of [...speech].reverse()) {
    const subject = subjectOf(tree, match.head);
    const named = subject === undefined ? undefined : mentionsOfPhrase(tree, subject, mentions)[0];
    if (named && chain.at(-1)?.name !== named.name) chain.push(named);
  }
  return chain;
}

function chainOf(document: Document, speakers: readonly Mention[]): string[] {
  const names = speakers.map(({ name }) => name);
  return document.publisher === null ? names : [document.publisher, ...names.filter((name) => name !== document.publisher)];
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
  const hedged = matchPatterns(lexicon.hedges, tree.tokens, clause.from, clause.to).reduce((sum, { id }) => sum + (lexicon.hedgeStrengths.get(id) ?? 0), choice.strength);
  return Math.round(Math.min(1, Math.max(0, hedged)) * 100) / 100;
}
