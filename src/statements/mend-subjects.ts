/** A parsed sentence -> the same with subjects where English puts them; parsers take what stands before them for the subject. */
import type { Sentence, Token } from "../text/syntax/sentence.js";

/**
 * Two rules. What stands under a preposition is no subject: in "During his meeting with the envoy, the minister agreed"
 * the noun after the comma is. A full sentence whose noun governs a past form and that has no other verb has that form
 * for its verb ("Both ministers resolved to meet").
 */
export function mendSubjects(sentence: Sentence): Sentence {
  const { tokens } = sentence;
  const verbless = mainVerb(tokens);
  const opened = tokens.findIndex((_, i) => isUnderPreposition(tokens, i) && subjectAfter(tokens, i) !== undefined);
  if (verbless === undefined && opened < 0) return sentence;
  const mended = tokens.map((token) => ({ ...token }));
  if (verbless !== undefined) {
    const noun = mended[verbless]!.head;
    Object.assign(mended[verbless]!, { head: -1, deprel: "root" });
    Object.assign(mended[noun]!, { head: verbless, deprel: "nsubj" });
    for (const token of mended) if (token.head === noun && token.start > mended[verbless]!.start) token.head = verbless;
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
  if (comma < 0) return undefined;
  const within = (k: number) => k > comma && k < verb;
  const first = tokens[comma + 1]!;
  if (first.upos === "ADP" || first.upos === "SCONJ" || first.upos === "CCONJ" || first.upos === "VERB")
    return undefined;
  const at = tokens.findIndex(
    ({ upos, head }, k) => within(k) && ["NOUN", "PROPN", "PRON"].includes(upos) && !within(head),
  );
  return at < 0 ? undefined : at;
}

function mainVerb(tokens: readonly Token[]): number | undefined {
  const root = tokens.findIndex(({ head }) => head < 0);
  if (root < 0 || !["NOUN", "PROPN", "PRON"].includes(tokens[root]!.upos) || tokens.at(-1)?.text !== ".")
    return undefined;
  const finite = tokens.some(({ upos, xpos }) => upos === "AUX" || (upos === "VERB" && /^VB[DZP]$/.test(xpos)));
  const at = tokens.findIndex(({ head, deprel, xpos }) => head === root && deprel === "acl" && xpos === "VBN");
  if (finite || at < root || tokens[at + 1]?.lower === "by" || tokens[at - 1]?.upos === "PUNCT") return undefined;
  return at;
}
