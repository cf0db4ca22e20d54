/** A document's sentences -> readings: trees, triggers, mentions settled, and who speaks outside of the sentence. */
import type { Document } from "../model/document.js";
import { stateOf } from "../model/states-of.js";
import { findQuotations } from "../text/quotes.js";
import { findSpeakerTurns, type Turn } from "../text/speaker-turns.js";
import { parseText } from "../text/syntax/parse-text.js";
import type { Sentence } from "../text/syntax/sentence.js";
import { buildTree, type Tree } from "../text/syntax/tree.js";
import { findSpeechFrames } from "./attribute-speech.js";
import { findMentions } from "./find-mentions.js";
import { findParticipants } from "./find-participants.js";
import { followSpeakers } from "./follow-speakers.js";
import { giveVoices } from "./give-voices.js";
import type { Lexicon } from "./lexicon.js";
import { matchesByToken, matchTriggers, type TriggerMatch } from "./match-triggers.js";
import { mendSubjects } from "./mend-subjects.js";
import { mendTree } from "./mend-tree.js";
import type { Mention } from "./mention.js";
import { resolveReferences } from "./resolve-reference.js";
import type { SpeechFrame } from "./speech-frame.js";

/** One sentence with everything known of it before its clauses are read. */
export interface Reading {
  sentence: Sentence;
  tree: Tree;
  matches: TriggerMatch[];
  byToken: Map<number, TriggerMatch>;
  mentions: Mention[];
  frames: SpeechFrame[];
  /** Speaker by a quotation or a transcript's speaker line, outside of the sentence's own grammar. */
  voice: Mention | undefined;
  /** Ids of those who took part in the contact, as far as they are known. */
  participants: readonly string[];
}

/** Readings in order of the text; a journalist's questions are left out. */
export function readSentences(document: Document, lexicon: Lexicon, participants: readonly string[]): Reading[] {
  const sentences = parseText(document.text, lexicon.standIns).map((sentence) =>
    mendTree(mendSubjects(sentence), lexicon),
  );
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
      participants: known,
    };
  });
  followSpeakers(readings);
  giveVoices(readings, findQuotations(document.text), document.text);
  return withSpeakers(takeTurns(readings, findSpeakerTurns(document.text)), known);
}

/** Whoever has turns of his own took part as well, where the text names no two sides. */
function withSpeakers({ readings, spoke }: Turns, known: readonly string[]): Reading[] {
  if (spoke.length === 0 || new Set(known.map(stateOf)).size > 1) return readings;
  const participants = [...new Set([...known, ...spoke])];
  for (const reading of readings) reading.participants = participants;
  return readings;
}

interface Turns {
  readings: Reading[];
  /** Ids of whose turns they are. */
  spoke: string[];
}

/** Questions of journalists are nobody's undertaking and are left out; every other turn is its speaker's words. */
function takeTurns(readings: Reading[], turns: readonly Turn[]): Turns {
  let speaker: Mention | undefined;
  let turn = -1;
  const spoke: string[] = [];
  const told = readings.filter((reading) => {
    const { sentence, mentions, frames } = reading;
    while (turn + 1 < turns.length && turns[turn + 1]!.labelStart < sentence.end) {
      turn += 1;
      const { start, question } = turns[turn]!;
      const to = sentence.tokens.findIndex((token) => token.start >= start);
      speaker = question
        ? undefined
        : (mentions.find((mention) => mention.end <= start && mention.kind === "person") ?? speaker);
      frames.push({ from: 0, to: to < 0 ? sentence.tokens.length : to, speaker: undefined });
      if (speaker && !speaker.ids.includes("?")) spoke.push(...speaker.ids);
    }
    reading.voice ??= speaker;
    return !turns[turn]?.question;
  });
  return { readings: told, spoke };
}

function bySentence(mentions: readonly Mention[], count: number): Mention[][] {
  const lists: Mention[][] = Array.from({ length: count }, () => []);
  for (const mention of mentions) lists[mention.sentence]?.push(mention);
  return lists;
}
