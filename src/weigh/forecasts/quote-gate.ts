/** A quotation and the archived text it is said to be from -> where it stands; nothing that is no exact slice gets in. */
import type { ForecastEvidence } from "../../model/forecast.js";
import { ReadoutError } from "../../model/problem.js";

/** Throws ReadoutError `quote-not-found`, or `quote-ambiguous` where it stands more than once and no `start` tells which. */
export function gateQuote(
  evidence: ForecastEvidence,
  { text, sha256 }: { text: string; sha256: string },
): ForecastEvidence {
  const { quote, start, source } = evidence;
  const at = start ?? text.indexOf(quote);
  if (at === -1 || text.slice(at, at + quote.length) !== quote) throw notFound(quote, source, text);
  if (start === undefined && text.indexOf(quote, at + 1) !== -1)
    throw new ReadoutError(
      "quote-ambiguous",
      `"${shown(quote)}" stands more than once in ${source}. Give more of the words around it, or \`start\`.`,
    );
  return { ...evidence, sha256, start: at, end: at + quote.length };
}

function notFound(quote: string, source: string, text: string): ReadoutError {
  const near = text.toLowerCase().includes(quote.toLowerCase()) ? " It stands there with other capitals." : "";
  const message = `"${shown(quote)}" is no exact slice of ${source}.${near} Copy the words from the text.`;
  return new ReadoutError("quote-not-found", message);
}

function shown(quote: string): string {
  return quote.length > 60 ? `${quote.slice(0, 57)}…` : quote;
}
