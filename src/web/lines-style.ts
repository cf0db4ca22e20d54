/** Lines -> the style rules by which choosing one lights it in every text without a script. */
import type { LineView } from "../model/explainer.js";

/** One rule a line costs the browser on every step; beyond this many the chosen anchor alone is lit. */
const MOST_RULES = 400;

/** `#i7` is the line in the rail, `.n7` its marks; `kind-…` the filter's choices. Only numbers and our own keys go in. */
export function linesStyle(lines: readonly LineView[]): string {
  const rules = lines
    .slice(0, MOST_RULES)
    .map(
      ({ number }) =>
        `.sbs:has(#i${number}:target,.ref[href="#i${number}"]:target) mark.n${number}{background:var(--lit);color:var(--lit-ink)}`,
    );
  return `${rules.join("\n")}\n`;
}
