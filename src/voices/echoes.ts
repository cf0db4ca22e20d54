/** Acts with their speakers -> those that are no echo: what the report quotes without a name and has from a voice elsewhere. */
import type { Act } from "../model/act.js";
import type { Span } from "../model/span.js";
import { findQuotations } from "../text/quotes.js";
import type { Told } from "./split-voices.js";

/** Fewer words are too common to tell whose they are; what one voice says twice is known by less. */
const LEAST_WORDS = 3;
const LEAST_WORDS_OF_ONE = 2;

/**
 * A caption's `agreed that talks would "begin at once in the Gulf"` repeats the side of whom the body has these very
 * words, and is not counted again: the side did not say "agreed". Nor is what one voice says twice on one matter
 * (`alike` tells whether two acts are on one), told once whole and once by a phrase.
 */
export function withoutEchoes(told: readonly Told[], text: string, alike: (a: Act, b: Act) => boolean): Told[] {
  const quotations = findQuotations(text);
  const named = told.filter(({ speaker }) => speaker !== null);
  return told.filter((one) => {
    const own = one.speaker !== null;
    const phrases = phrasesOf(one.act, quotations, text, own ? LEAST_WORDS_OF_ONE : LEAST_WORDS);
    const others = named.filter((other) => isApart(one.act, other.act) && (!own || saysAgain(one, other, alike)));
    const quotes = others.map(({ act }) => plain(act.quote));
    return phrases.length === 0 || !phrases.every((phrase) => quotes.some((quote) => quote.includes(phrase)));
  });
}

/** One voice, one matter, and the other telling gives the words whole. */
function saysAgain(one: Told, other: Told, alike: (a: Act, b: Act) => boolean): boolean {
  const whole = (quote: string) => /^["“«]/.test(quote) || !/["“”«»]/.test(quote);
  return (
    one.speaker!.party === other.speaker!.party &&
    one.speaker!.party !== null &&
    whole(other.act.quote) &&
    alike(one.act, other.act)
  );
}

function isApart(a: Span, b: Span): boolean {
  return a.end <= b.start || b.end <= a.start;
}

function phrasesOf(act: Span, quotations: readonly Span[], text: string, least: number): string[] {
  const inside = quotations.filter(({ start, end }) => start >= act.start && end <= act.end + 1);
  const phrases = inside.map(({ start, end }) => plain(text.slice(start, end)));
  return phrases.filter((phrase) => phrase.split(" ").length >= least);
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
