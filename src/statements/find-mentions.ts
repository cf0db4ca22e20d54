/** Parsed sentences and the gazetteer -> every mention of an actor or place, in order of the text. */
import type { Sentence } from "../text/syntax/sentence.js";
import { buildMention, type MentionReader } from "./build-mention.js";
import type { Gazetteer } from "./gazetteer.js";
import { readNames } from "./match-names.js";
import type { Mention } from "./mention.js";
import { readBareName } from "./read-bare-name.js";
import { groupAt, pronounAt } from "./read-group-words.js";
import { withHalves } from "./read-half.js";
import type { Known } from "./read-name.js";
import { introducedAt } from "./read-named.js";
import { remember } from "./read-person.js";
import { readPhrase } from "./read-phrase.js";

/**
 * Mentions do not overlap; the longest reading wins. `published` (partial date) settles who held an office; without it
 * an office keeps its own id (`USA:president`). What only the discourse settles has ids `["?"]`: see resolveReferences.
 */
export function findMentions(
  sentences: readonly Sentence[],
  gazetteer: Gazetteer,
  published: string | null = null,
): Mention[] {
  const memory = new Map<string, { pieces: readonly string[]; known: Known }[]>();
  const seen = new Set<string>();
  const mentions: Mention[] = [];
  sentences.forEach((sentence, ordinal) => {
    const names = withHalves(readNames(sentence, gazetteer), gazetteer, seen);
    const reader = { ...names, gazetteer, sentence: ordinal, published, memory, seen };
    for (let i = 0; i < sentence.tokens.length; ) {
      const found = readAt(reader, i);
      mentions.push(...found.mentions);
      i = Math.max(found.to, i + 1);
    }
  });
  return mentions;
}

function readAt(reader: MentionReader, i: number): { to: number; mentions: Mention[] } {
  if (reader.tokens[i]!.upos === "PUNCT") return { to: i + 1, mentions: [] };
  const atom = reader.atomAt(i);
  if (atom?.entries[0]?.kind === "none") return { to: atom.to, mentions: [] };
  const phrase = readPhrase(reader, i);
  if (phrase) return phrase;
  const single =
    readBareName(reader, i) ??
    groupAt(reader, i) ??
    pronounAt(reader, i) ??
    introducedAt(reader, i) ??
    strangerAt(reader, i);
  return single ? { to: single.to, mentions: [single] } : { to: i + 1, mentions: [] };
}

/** A full name that is the subject of a verb and that nothing else explains: a person of whom no more is known. */
function strangerAt(reader: MentionReader, i: number): Mention | null {
  const { tokens } = reader;
  const token = tokens[i]!;
  if (token.upos !== "PROPN" || !["nsubj", "nsubj:pass"].includes(token.deprel) || tokens[token.head]?.upos !== "VERB")
    return null;
  let to = i + 1;
  while (
    to < tokens.length &&
    tokens[to]!.upos === "PROPN" &&
    tokens[to]!.deprel === "flat" &&
    tokens[to]!.head === i &&
    !reader.atomAt(to)
  )
    to += 1;
  if (to === i + 1 || !tokens.slice(i, to).every(({ text }) => /^\p{Lu}(\p{Ll}|\.|$|['’])/u.test(text))) return null;
  const mention = buildMention(reader, i, to, { kind: "person", ids: ["?"] });
  remember(reader, { id: "?", name: mention.name });
  return mention;
}
