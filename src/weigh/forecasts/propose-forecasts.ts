/** A document, its acts and the words of prediction -> what experts in it predict, for an editor to register or not. */
import type { Act } from "../../model/act.js";
import type { Catalog } from "../../model/catalog.js";
import type { Document } from "../../model/document.js";
import type { ProposedForecast } from "../../model/forecast.js";
import { compilePatterns, matchPatterns } from "../../text/pattern.js";
import { parseText } from "../../text/syntax/parse-text.js";
import type { Sentence } from "../../text/syntax/sentence.js";
import { readSpeaker } from "./read-speaker.js";

type Words = Pick<Catalog, "predictions" | "issues" | "states" | "organisations" | "offices">;

const LONGEST_QUOTE = 1000;

/**
 * Sentences that predict something on an issue of the catalogue and that no party to it says: what a party says of its
 * own conduct is a promise, which reading finds as an act. The acts of the same words give the speaker where they name
 * one. Nothing is registered and no number is made of words.
 */
export function proposeForecasts(document: Document, acts: readonly Act[], catalog: Words): ProposedForecast[] {
  const predictions = compilePatterns(catalog.predictions.map(({ id, pattern }) => ({ id, patterns: [pattern] })));
  const issues = compilePatterns(catalog.issues);
  const hedging = new Set(catalog.predictions.filter(({ hedge }) => hedge).map(({ id }) => id));
  return parseText(document.text).flatMap((sentence) => {
    const found = matchPatterns(predictions, sentence.tokens);
    const about = [...new Set(matchPatterns(issues, sentence.tokens).map(({ id }) => id))];
    const asksWhether = found[0] && /\b(whether|if)\b/i.test(wordsBefore(document.text, sentence, found[0].from));
    if (found.length === 0 || asksWhether || about.length === 0 || sentence.end - sentence.start > LONGEST_QUOTE)
      return [];
    const speaker = readSpeaker(sentence, document, actsWithin(acts, sentence), catalog);
    if (speaker === null) return [];
    const hedge = found.find(({ id }) => hedging.has(id));
    const { start, end } = sentence;
    const published = document.published?.length === 10 ? { published: document.published } : {};
    return [
      {
        by: speaker,
        statement: document.text.slice(start, end),
        hedge: hedge ? wordsOf(document.text, sentence, hedge.from, hedge.to) : null,
        issues: about,
        evidence: {
          source: document.source,
          sha256: document.sha256,
          quote: document.text.slice(start, end),
          start,
          end,
          ...published,
        },
        because: `"${wordsOf(document.text, sentence, found[0]!.from, found[0]!.to)}" predicts`,
      },
    ];
  });
}

function actsWithin(acts: readonly Act[], { start, end }: Sentence): Act[] {
  return acts.filter((act) => act.start >= start && act.end <= end);
}

function wordsOf(text: string, { tokens }: Sentence, from: number, to: number): string {
  return text.slice(tokens[from]!.start, tokens[to - 1]!.end);
}

function wordsBefore(text: string, { start, tokens }: Sentence, at: number): string {
  return text.slice(start, tokens[at]!.start);
}
