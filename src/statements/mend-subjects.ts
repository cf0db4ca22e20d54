/** A parsed sentence -> the same with subjects where English puts them; parsers take what stands before them for the subject. */
import type { Sentence, Token } from "../text/syntax/sentence.js";

/**
 * Three rules. What stands under a preposition is no subject: in "During his meeting with the envoy, the minister agreed"
 * the noun after the comma is. A passive without a relative word, in a full sentence whose root is a noun, is the
 * sentence's verb ("Steps to be taken on trade were discussed"). A participle that opens a sentence with a finite verb
 * after its comma is not the sentence's verb ("Expressing their will for peace, the leaders agreed").
 */
export function mendSubjects(sentence: Sentence): Sentence {
  const { tokens } = sentence;
  const passive = mainPassive(tokens);
  const opened = tokens.findIndex((_, i) => isUnderPreposition(tokens, i) && subjectAfter(tokens, i) !== undefined);
  const after = verbAfterParticiple(tokens);
  if (passive === undefined && opened < 0 && after === undefined) return sentence;
  const mended = tokens.map((token) => ({ ...token }));
  if (after) {
    Object.assign(mended[after.verb]!, { head: -1, deprel: "root" });
    Object.assign(mended[0]!, { head: after.verb, deprel: "advcl" });
    Object.assign(mended[after.subject]!, { head: after.verb, deprel: "nsubj" });
    for (const token of mended)
      if (token.head === 0 && token.start > mended[after.subject]!.start) token.head = after.verb;
    return { ...sentence, tokens: mended };
  }
  if (passive !== undefined) {
    const noun = tokens.findIndex(({ head }) => head < 0);
    Object.assign(mended[passive]!, { head: -1, deprel: "root" });
    Object.assign(mended[noun]!, { head: passive, deprel: "nsubj:pass" });
  } else {
    const verb = mended[opened]!.head;
    Object.assign(mended[subjectAfter(tokens, opened)!]!, { head: verb, deprel: "nsubj" });
    mended[opened]!.deprel = "obl";
  }
  return { ...sentence, tokens: mended };
}

function isUnderPreposition(tokens: readonly Token[], i: number): boolean {
  const { deprel, head } = tokens[i]!;
  if (deprel !== "nsubj" || head < i) return false;
  return tokens.some((token, k) => k < i && token.head === i && token.deprel === "case");
}

/** The noun that opens what follows the last comma before the verb, where no preposition stands before it. */
function subjectAfter(tokens: readonly Token[], i: number): number | undefined {
  const verb = tokens[i]!.head;
  const comma = tokens.findLastIndex(({ text }, k) => text === "," && k > i && k < verb);
  if (comma < 0 || ["ADP", "SCONJ", "CCONJ", "VERB"].includes(tokens[comma + 1]!.upos)) return undefined;
  const within = (k: number) => k > comma && k < verb;
  const at = tokens.findIndex(
    ({ upos, head }, k) => within(k) && ["NOUN", "PROPN", "PRON"].includes(upos) && !within(head),
  );
  return at < 0 ? undefined : at;
}

function verbAfterParticiple(tokens: readonly Token[]): { verb: number; subject: number } | undefined {
  if (tokens[0]?.xpos !== "VBG" || tokens[0].head >= 0) return undefined;
  const comma = tokens.findIndex(({ text }) => text === ",");
  const verb = tokens.findIndex(({ xpos, deprel }, i) => i > comma && /^VB[DZ]$/.test(xpos) && deprel !== "conj");
  const subject = tokens.findIndex(
    ({ upos, head }, i) =>
      i > comma && i < verb && ["NOUN", "PROPN", "PRON"].includes(upos) && (head <= comma || head >= verb),
  );
  return comma > 0 && verb > comma && subject > comma ? { verb, subject } : undefined;
}

function mainPassive(tokens: readonly Token[]): number | undefined {
  const root = tokens.findIndex(({ head }) => head < 0);
  if (root < 0 || !["NOUN", "PRON"].includes(tokens[root]!.upos) || tokens.at(-1)?.text !== ".") return undefined;
  const at = tokens.findIndex(
    ({ deprel, head }, i) =>
      (deprel.startsWith("acl") || (deprel === "amod" && head === root && i > root)) &&
      tokens.some((child) => child.head === i && child.deprel === "aux:pass"),
  );
  const relative = tokens.some(({ xpos }, i) => i < at && i > root && xpos.startsWith("W"));
  return at < root || relative || tokens[at - 1]?.xpos === "VBN" ? undefined : at;
}
