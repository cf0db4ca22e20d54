/** Acts of any engine -> those whose words stand in the text exactly where they say; the others are problems. */
import type { Act } from "../model/act.js";
import type { Document } from "../model/document.js";
import type { Outcome, Problem } from "../model/problem.js";
import type { Quote } from "../model/span.js";
import { LONGEST_SPAN } from "../model/span-length.js";

/** Nothing is searched for and nothing is mended: an act that does not slice to its quote does not exist. */
export function verbatimGate(engine: string, { id, text }: Document, acts: readonly Act[]): Outcome<Act[]> {
  const slices = ({ start, end, quote }: Quote) => start >= 0 && end > start && text.slice(start, end) === quote;
  const passes = (act: Act) =>
    slices(act) && act.end - act.start <= LONGEST_SPAN && (act.condition === null || slices(act.condition));
  const problems = acts
    .filter((act) => !passes(act))
    .map(
      ({ quote }): Problem => ({
        level: "warning",
        stage: "engines",
        code: "quote-not-exact",
        message: `${engine}: “${quote.slice(0, 80)}” does not stand in the text of "${id}" as it says, so the act is left out.`,
        document: id,
      }),
    );
  return { value: acts.filter(passes), problems };
}
