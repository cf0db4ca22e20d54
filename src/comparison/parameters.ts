/** The numbers that decide which items of two texts are one and how they relate; tuned by bench/leave-one-out.ts. */

export interface Parameters {
  /** Shares of the pair score (they sum to 1): issue vocabulary, words, kind of act, place in the text. */
  issueShare: number;
  wordShare: number;
  actShare: number;
  orderShare: number;
  /** What a broader or narrower issue counts of an equal one, and what an issue of the same family counts. */
  broaderCounts: number;
  familyCounts: number;
  /** What each wider issue above an issue adds to its weight. */
  depthCounts: number;
  /** What a synonym counts of an equal word. */
  synonymCounts: number;
  /** Weight added to the measure of an overlap, so that little that is shared by little stays little. */
  dampWords: number;
  dampIssues: number;
  /** Pair score from which mutual best candidates are one item. */
  linkFrom: number;
  /** Score of what is left over from which a clause is tied to a further one (one to many). */
  furtherFrom: number;
  /** What stays of a feature's weight once a link has used it. */
  usedKeeps: number;
  /** Similarity of words from which two clauses of one text repeat each other. */
  repeatFrom: number;
  /** Difference in strength from which acts of one class differ in it. */
  strengthGap: number;
}

export const PARAMETERS: Parameters = {
  issueShare: 0.4,
  wordShare: 0.4,
  actShare: 0.1,
  orderShare: 0.1,
  broaderCounts: 0.6,
  familyCounts: 0.15,
  depthCounts: 0.25,
  synonymCounts: 0.6,
  dampWords: 0.5,
  dampIssues: 0.5,
  linkFrom: 0.3,
  furtherFrom: 0.35,
  usedKeeps: 0.3,
  repeatFrom: 0.6,
  strengthGap: 0.3,
};
