/** Building blocks of made-up readouts -> arbitrary texts for the property tests, with two parties to be named. */
import fc from "fast-check";

/** States with a president, by names of one token that stand in the same places of a sentence; the ids are the catalogue's. */
export const PARTIES: Record<string, string> = {
  Chile: "CHL",
  Kenya: "KEN",
  Armenia: "ARM",
  Ghana: "GHA",
  Peru: "PER",
  Egypt: "EGY",
};

const LEADS = [
  "The President of {A} spoke by telephone with the President of {B}.",
  "The Prime Minister of {A} received the Prime Minister of {B} on Monday.",
  "Delegations of {A} and {B} met in Geneva.",
  "The foreign ministers of {A} and {B} held talks on the margins of the summit.",
] as const;

const PLAIN = [
  "The two sides agreed to a thirty-day pause in strikes on energy infrastructure.",
  "The two leaders agreed to start talks on a maritime ceasefire in the Black Sea.",
  "{A} rejected the proposal of {B} for a naval patrol.",
  "The President of {A} urged {B} to accept a full ceasefire.",
  "{B} has yet to accept a full ceasefire.",
  "{A} and {B} discussed the exchange of prisoners.",
  "{B} proposed an exchange of forty prisoners.",
  "{A} will accept the map if {B} withdraws its troops.",
  "{B} accused {A} of breaking the truce.",
  "The sides stopped short of agreeing on sanctions relief.",
  "{A} pledged humanitarian aid for the border towns.",
  "The plan that {A} accepted was rejected by {B}.",
  "{B} refused to lift sanctions and demanded the return of detained fishermen.",
  "Neither {A} nor {B} agreed to a nuclear inspection.",
  "The parties' experts discussed nuclear safety and the grain corridor.",
  "Both sides agreed to keep in touch.",
] as const;

const SPEECH = [
  "The Foreign Ministry of {A} said that {B} had accepted a full ceasefire.",
  "According to {B}, the sides agreed on an exchange of prisoners.",
  "The sides agreed to reopen the border, the Foreign Ministry of {B} said.",
] as const;

const QUOTED = [
  '"We accept the exchange of prisoners," the Foreign Ministry of {A} said.',
  'The President of {B} called the ceasefire "a first step" and thanked {A}.',
  '"The sides discussed gas. They agreed to meet again," the President of {B} said.',
] as const;

/** Paragraphs on neither party and on nothing that a readout is about. */
const UNRELATED = [
  "The national library of Portugal opened a new reading room for children.",
  "Heavy rain is forecast for the weekend in the north of Uruguay. Umbrellas sell well.",
  "A violin that had been lost for sixty years was found in an attic in Malta.",
  "The Prime Minister of Iceland opened a swimming pool. She praised its architects.",
  '"The cake was delicious," the baker said.',
  "Fiji and Tonga drew two to two in a friendly match.",
  "Related articles",
] as const;

const blocks = (...pools: (readonly string[])[]) => {
  const body = fc.array(fc.constantFrom(...pools.flat()), { minLength: 1, maxLength: 6 });
  const joints = fc.constantFrom(" ", "\n\n");
  return fc
    .tuple(fc.constantFrom(...LEADS), body, joints)
    .map(([lead, sentences, joint]) => [lead, ...sentences].join(joint));
};

/** Texts with `{A}` and `{B}` for the parties: a lead and up to six further sentences. */
export const templates = blocks(PLAIN, SPEECH, QUOTED);

/** The same without quotation marks, and without anybody who says anything. */
export const silentTemplates = blocks(PLAIN);

export const unrelatedParagraphs = fc.array(fc.constantFrom(...UNRELATED), { minLength: 1, maxLength: 3 });

/** Two different names. */
export const parties = fc
  .shuffledSubarray(Object.keys(PARTIES), { minLength: 2, maxLength: 2 })
  .map(([a, b]) => ({ a: a!, b: b! }));

/** Puts the names in. */
export function named(template: string, { a, b }: { a: string; b: string }): string {
  return template.replaceAll("{A}", a).replaceAll("{B}", b);
}

/** The other way round, in any text that has them: names, ids or quotes. */
export function swapped(text: string, x: string, y: string): string {
  return text.replace(new RegExp(`\\b(${x}|${y})\\b`, "g"), (name) => (name === x ? y : x));
}
