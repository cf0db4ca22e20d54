/** The stages in the order in which data goes through them. Feeds the help, the README's table and the tidy test. */
export const FLOW = [
  {
    stage: "documents",
    verb: "readDocument",
    input: "a page, PDF or text: an address, a file or standard input",
    output: "Document: immutable text with offsets, publisher, parties, genre, dates",
  },
  {
    stage: "statements",
    verb: "findActs",
    input: "a Document",
    output: "Acts: who does what to whom in words, who says so, how surely, quoted",
  },
  {
    stage: "voices",
    verb: "splitVoices",
    input: "a report and its Acts",
    output: "a source a voice: the report's own, each side's, others'",
  },
  {
    stage: "comparison",
    verb: "compareActs",
    input: "Acts of several Documents",
    output: "Comparison: aligned items, what differs and how, what is left unsaid",
  },
  {
    stage: "ledger",
    verb: "recordCommitment",
    input: "Acts that an editor confirms",
    output: "Commitment: who owes what to whom, until when, under each source's reading",
  },
  {
    stage: "weigh",
    verb: "weighAgreement",
    input: "an agreement, reference classes and their histories",
    output: "Weighing: fates of agreements like it, chances with bounds, how firm its terms are",
  },
  {
    stage: "watch",
    verb: "checkTerms",
    input: "Incidents and an agreement's terms under every reading",
    output: "Findings: covered, not covered or uncertain; what changed before, during and after",
  },
  {
    stage: "publish",
    verb: "publishComparison",
    input: "a Comparison and its texts",
    output: "a terminal view, Markdown, CSV or one HTML page",
  },
] as const;
