/** A sentence as the stages see it: tokens with offsets, lemmas, tags and a dependency tree (Universal Dependencies). */

export interface Token {
  /** Offsets into the document's text, UTF-16 code units. */
  start: number;
  end: number;
  /** The token as written. */
  text: string;
  lower: string;
  lemma: string;
  /** Universal part of speech (UPOS). */
  upos: string;
  /** Penn Treebank tag (XPOS). */
  xpos: string;
  /** Index of the head in the sentence's tokens; -1 for the root. */
  head: number;
  /** Relation to the head: UD v2 without subtypes, except nsubj:pass, aux:pass, obl:agent and acl:relcl. */
  deprel: string;
}

export interface Sentence {
  start: number;
  end: number;
  tokens: Token[];
}
