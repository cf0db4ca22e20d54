/** The numbers that decide which items of two texts are one and how they relate; tuned by bench/leave-one-out.ts. */

export interface Parameters {
  /** Shares of the pair score, relative to their sum: rarest issue, words, class of act, place in the text. */
  issueShare: number;
  wordShare: number;
  classShare: number;
  orderShare: number;
  /** What equal words are worth without anything else: a clause told in the same words is the same clause. */
  wordsAlone: number;
  /** What a broader or narrower issue counts of an equal one. */
  broaderCounts: number;
  /** What a synonym counts of an equal word. */
  synonymCounts: number;
  /** What a word that nearly every readout uses counts of another. */
  commonCounts: number;
  /** Weight added to the measure of shared words, so that little that is shared by little stays little. */
  dampWords: number;
  /** Measure of shared words under which one party's thanks and another's view are never one. */
  thanksWordsFrom: number;
  /** How much it counts by how far a better pair of one of its clauses outdoes a pair. */
  lagCounts: number;
  /** Pair score from which two clauses without a partner are one item. */
  linkFrom: number;
  /** Score of what is left over from which a clause is tied to a further one (one to many). */
  furtherFrom: number;
  /** What stays of a feature's weight once a link has used it. */
  usedKeeps: number;
  /** Worth (weight of the act, and length) from which a clause is compared at all. */
  worthFrom: number;
  /** The same in texts written to be short (readouts, statements, posts). */
  worthFromInShort: number;
  /** What a clause of e times a hundred characters is worth more than one of a hundred. */
  lengthCounts: number;
  /** Share of words from which two clauses of one text on the same issues repeat each other. */
  repeatFrom: number;
  /** The same in texts written to be short. */
  repeatFromInShort: number;
  /** Share of issues from which views and accusations of one text repeat each other. */
  repeatIssuesFrom: number;
  /** Share of words for clauses that name no issue. */
  repeatBareFrom: number;
  /** Difference in strength from which acts of one class differ in it. */
  strengthGap: number;
  /** Share of telling words from which two clauses are taken to say one thing, whatever else each is about. */
  likeWordsFrom: number;
}

export const PARAMETERS: Parameters = {
  issueShare: 0.45,
  wordShare: 0.4,
  classShare: 0.1,
  orderShare: 0.06,
  wordsAlone: 1.1,
  broaderCounts: 0.75,
  synonymCounts: 0.3,
  commonCounts: 0.5,
  dampWords: 2,
  thanksWordsFrom: 0.16,
  lagCounts: 1.5,
  linkFrom: 0.38,
  furtherFrom: 0.3,
  usedKeeps: 0.3,
  worthFrom: 0.15,
  worthFromInShort: 0.1,
  lengthCounts: 0.25,
  repeatFrom: 0.1,
  repeatFromInShort: 0.15,
  repeatIssuesFrom: 0.6,
  repeatBareFrom: 0.5,
  strengthGap: 0.3,
  likeWordsFrom: 0.25,
};
