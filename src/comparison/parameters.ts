/** The numbers that decide which items of two texts are one and how they relate; tuned by bench/leave-one-out.ts. */

export interface Parameters {
  /** Shares of the pair score, relative to their sum: issue vocabulary, words, kind of act, place in the text. */
  issueShare: number;
  wordShare: number;
  actShare: number;
  orderShare: number;
  /** What equal words are worth without anything else: a clause told in the same words is the same clause. */
  wordsAlone: number;
  /** How much of the issue share counts, as nothing shared, where a side names no issue. */
  unnamedCounts: number;
  /** How much the rarest issue that both name counts, beside the share of issues that they share. */
  rarestShare: number;
  /** What a broader or narrower issue counts of an equal one, and what an issue of the same family counts. */
  broaderCounts: 0.75;
  familyCounts: number;
  /** What a synonym counts of an equal word. */
  synonymCounts: number;
  /** What a word that nearly every readout uses counts of another. */
  commonCounts: number;
  /** Weight added to the measure of an overlap, so that little that is shared by little stays little. */
  dampWords: number;
  dampIssues: number;
  /** Pair score from which mutual best candidates are one item. */
  linkFrom: number;
  /** Score of what is left over from which a clause is tied to a further one (one to many). */
  furtherFrom: number;
  /** What stays of a feature's weight once a link has used it. */
  usedKeeps: number;
  /** Weight (model/act.ts) from which a clause is compared at all. */
  weightFrom: number;
  /** The same in texts written to be short (readouts, statements, posts). */
  weightFromInShort: number;
  /** Share of words from which two clauses of one text on the same issues repeat each other. */
  repeatFrom: number;
  /** The same in texts written to be short. */
  repeatFromInShort: number;
  /** Share of issues from which views and accusations of one text repeat each other. */
  repeatIssuesFrom: 1;
  /** Share of words for clauses that name no issue. */
  repeatBareFrom: number;
  /** Difference in strength from which acts of one class differ in it. */
  strengthGap: number;
  /** Share of telling words from which two clauses are taken to say one thing, whatever else each is about. */
  likeWordsFrom: number;
}

export const PARAMETERS: Parameters = {
  issueShare: 0.6,
  wordShare: 0.25,
  actShare: 0.05,
  orderShare: 0.06,
  wordsAlone: 0.9,
  unnamedCounts: 0.5,
  rarestShare: 0.3,
  broaderCounts: 0.75,
  familyCounts: 0.1,
  synonymCounts: 0.3,
  commonCounts: 0.5,
  dampWords: 1.5,
  dampIssues: 0.1,
  linkFrom: 0.4,
  furtherFrom: 0.4,
  usedKeeps: 0.5,
  weightFrom: 0.31,
  weightFromInShort: 0.15,
  repeatFrom: 0.1,
  repeatFromInShort: 0.3,
  repeatIssuesFrom: 1,
  repeatBareFrom: 0.5,
  strengthGap: 0.3,
  likeWordsFrom: 0.25,
};
