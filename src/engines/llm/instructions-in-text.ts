/** A text -> the sentences in it that speak to a language model and not to a reader. */
import type { Act } from "../../model/act.js";
import type { Document } from "../../model/document.js";
import type { Outcome, Problem } from "../../model/problem.js";
import type { Span } from "../../model/span.js";

/** Words that no readout uses and that texts made to mislead a model do. */
const SPEAKS_TO_MODEL = [
  /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:previous|prior|above|earlier|preceding|all|your|these)\b.{0,40}\b(?:instructions?|prompts?|rules|directions|guidelines)\b/i,
  /\b(?:system|developer)\s+(?:prompt|message|instruction|note|override)\b/i,
  /\byou are (?:now )?(?:an?|the) (?:AI|assistant|language model|chatbot|LLM|system)\b/i,
  /\b(?:as an?|dear|attention,?|note to(?: the)?|hey,?) (?:AI|assistant|language model|LLM|model|chatbot)\b/i,
  /\b(?:respond|reply|answer|output|return|print|emit)\b.{0,30}\b(?:JSON|schema|act"?:|the following (?:act|text|json|object))/i,
  /\b(?:mark|label|report|record|classify|list)\b.{0,60}\bas\s+(?:["'“]?(?:agreed|accepted|asserted|rejected)\b)/i,
  /<\|?(?:im_start|im_end|system|assistant|user)\|?>|\[\/?INST\]|<<?\/?SYS>>?|\bBEGIN (?:SYSTEM|INSTRUCTIONS?)\b/i,
  /"(?:act|veridicality|quote|trigger)"\s*:/,
];

const SENTENCE = /[^.!?\n]+[.!?\n]*/g;

/** Spans of whole sentences, in order. */
export function instructionsIn(text: string): Span[] {
  return [...text.matchAll(SENTENCE)]
    .filter(([sentence]) => SPEAKS_TO_MODEL.some((pattern) => pattern.test(sentence)))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** Acts that a model found in such sentences are left out, and the reader is told that they are there. */
export function withoutInstructed({ id, text }: Document, acts: readonly Act[]): Outcome<Act[]> {
  const spans = instructionsIn(text);
  const value = acts.filter((act) => !spans.some(({ start, end }) => act.start < end && start < act.end));
  const problems = spans.map((span): Problem => {
    const words = text.slice(span.start, span.end).trim().slice(0, 80);
    const message = `"${id}" speaks to a language model: “${words}”. It was read as text; what llm found in it is left out. Look at the text before you trust it.`;
    return { level: "warning", stage: "engines", code: "instructions-in-text", message, document: id, span };
  });
  return { value, problems };
}
