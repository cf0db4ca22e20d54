/** The kinds of drift, the gravest first. Apart from the schemas, which a command that compares never loads. */

/** Seen from the report: what it does to what the readout says. `adds`: no readout given has it. */
export const DRIFT_KINDS = [
  "reverses",
  "mis-attributes",
  "hardens",
  "softens",
  "widens",
  "narrows",
  "drops",
  "adds",
] as const;
