/** A quote and the address of its original -> a link that lands on the very words (WICG Text Fragments). */
import type { QuoteView } from "../model/explainer.js";

const LONGEST_EXACT = 80;
const EDGE_WORDS = 4;

/** For a digest the address alone, since its words do not stand in the original. Only http(s) addresses reach here. */
export function originalLink(url: string, quote: Pick<QuoteView, "quote">, digest: boolean): string {
  return digest ? url : `${url.split("#")[0]}#:~:text=${textDirective(quote.quote)}`;
}

/** `start,end` for long quotes, the whole for short ones; hyphens and commas are escaped, since the syntax uses them. */
function textDirective(quote: string): string {
  const words = quote.trim().split(/\s+/);
  if (quote.length <= LONGEST_EXACT || words.length <= 2 * EDGE_WORDS) return encode(words.join(" "));
  return `${encode(words.slice(0, EDGE_WORDS).join(" "))},${encode(words.slice(-EDGE_WORDS).join(" "))}`;
}

function encode(words: string): string {
  return encodeURIComponent(words.replace(/\p{Surrogate}/gu, "")).replace(/-/g, "%2D");
}
