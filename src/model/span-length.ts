/** How long a span may be. Apart from the schemas, which the commands that only read and compare never load. */

/** No span that leaves a stage is longer, in code units (contract: spans are clauses). */
export const LONGEST_SPAN = 400;
