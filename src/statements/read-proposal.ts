/** A Document -> what turns proposals of another engine into Acts: quotes are found or refused, the rest is read by our own rules. */
import { createHash } from "node:crypto";
import type { Act, ActType } from "../model/act.js";
import type { Document } from "../model/document.js";
import { PLOVER } from "../model/plover.js";
import type { Outcome, Problem } from "../model/problem.js";
import type { ProposedAct } from "../model/proposal.js";
import type { Quote, Span } from "../model/span.js";
import { matchPatterns } from "../text/pattern.js";
import { STRENGTH } from "./choose-act.js";
import type { Lexicon } from "./lexicon.js";
import { readScope } from "./read-scope.js";
import { type Reading, readSentences } from "./read-sentences.js";
import { tagIssues } from "./tag-issues.js";

/** What an act of another engine counts: it names no rule by which a clause could be weighed. */
const WEIGHT = 0.7;
const TALK: readonly ActType[] = ["discussed", "informed", "expressed"];
const TALK_WEIGHT = 0.5;

/** Proposals -> Acts, in order of the text; a proposal that does not stand on the text's own words is a problem. */
export type Admit = (proposals: readonly ProposedAct[], within: Span) => Outcome<Act[]>;

/** `engine` names who proposes, in the acts' `rule` and in problems. */
export function admitter(document: Document, lexicon: Lexicon, participants: readonly string[], engine: string): Admit {
  const readings = readSentences(document, lexicon, participants);
  return (proposals, within) => {
    const taken: Span[] = [];
    const acts: Act[] = [];
    const problems: Problem[] = [];
    for (const proposal of proposals) {
      const quote = findQuote(document.text, proposal.quote, within, taken);
      const trigger = quote && findQuote(document.text, proposal.trigger, quote, []);
      if (!quote || !trigger) {
        problems.push(unfound(document, engine, proposal, quote !== null));
        continue;
      }
      if (
        AGREEMENT.includes(proposal.act) &&
        proposal.veridicality === "asserted" &&
        !saysSo(trigger, readings, lexicon)
      ) {
        problems.push(unsaidAgreement(document, engine, proposal));
        continue;
      }
      taken.push(quote);
      acts.push(actOf(proposal, quote, trigger, { document, readings, lexicon, engine }));
    }
    return { value: acts.sort((a, b) => a.start - b.start || b.end - a.end), problems };
  };
}

const AGREEMENT: readonly ActType[] = ["agreed", "accepted"];
/** Acts whose words may stand for an agreement. */
const BINDING: readonly (ActType | null)[] = ["agreed", "accepted", "pledged", "ordered"];

/**
 * The worst that can be printed is an agreement that was none. An engine's word for it is not enough: the words that it
 * names must be some that the catalogue knows for an agreement, an acceptance or an undertaking.
 */
function saysSo(
  { start, end }: Span,
  readings: readonly Reading[],
  { triggers, phrases, phrasePatterns }: Lexicon,
): boolean {
  const within = readings.filter(({ sentence }) => sentence.start < end && start < sentence.end);
  return within.some(({ sentence: { tokens } }) => {
    const inside = (at: number) => tokens[at]!.start < end && start < tokens[at]!.end;
    const byHead = tokens.some(
      (token, at) => inside(at) && (triggers.get(token.lemma) ?? []).some(({ act }) => BINDING.includes(act)),
    );
    const found = matchPatterns(phrasePatterns, tokens).filter(({ from }) => inside(from));
    return byHead || found.some(({ id }) => BINDING.includes(phrases.get(id)?.act ?? null));
  });
}

/** The first place where exactly these words stand and nothing has been found yet; a repeat takes the next place. */
function findQuote(text: string, words: string, { start, end }: Span, taken: readonly Span[]): Quote | null {
  for (let at = text.indexOf(words, start); at >= 0 && at + words.length <= end; at = text.indexOf(words, at + 1)) {
    if (!taken.some((span) => span.start === at && span.end === at + words.length))
      return { start: at, end: at + words.length, quote: words };
  }
  return null;
}

interface Known {
  document: Document;
  readings: readonly Reading[];
  lexicon: Lexicon;
  engine: string;
}

function actOf(proposal: ProposedAct, quote: Quote, trigger: Quote, known: Known): Act {
  const { document, readings, lexicon, engine } = known;
  const at = readings.findIndex(({ sentence }) => sentence.start < quote.end && quote.start < sentence.end);
  const read = at < 0 ? { issues: [], scope: NO_SCOPE } : contentOf(readings[at]!, quote, document, lexicon);
  const speakers = proposal.attribution.map((name) => idsOf(name, readings));
  const rule = `${engine}:${proposal.act}`;
  const publisher = document.publisher === null ? [] : [document.publisher];
  return {
    ...quote,
    id: createHash("sha256")
      .update(`${document.sha256}:${quote.start}:${quote.end}:${rule}`)
      .digest("hex")
      .slice(0, 12),
    document: document.id,
    act: proposal.act,
    plover: PLOVER[proposal.act],
    actors: actorsOf(proposal.actors, readings, document),
    recipients: [...new Set(proposal.recipients.flatMap((name) => idsOf(name, readings)))],
    attribution: [...publisher, ...proposal.attribution.filter((name) => name !== document.publisher)],
    speakers: speakers.filter((_, link) => proposal.attribution[link] !== document.publisher),
    veridicality: proposal.veridicality,
    strength: STRENGTH[proposal.act],
    ...read,
    condition:
      proposal.condition === null
        ? null
        : findQuote(document.text, proposal.condition, { start: 0, end: document.text.length }, []),
    rule,
    why: proposal.why,
    trigger,
    weight: TALK.includes(proposal.act) ? TALK_WEIGHT : WEIGHT,
    clause: quote.start,
  };
}

/** Issues and scope are read by our own rules from the words quoted. */
function contentOf(reading: Reading, { start, end }: Span, document: Document, lexicon: Lexicon) {
  const { sentence, mentions } = reading;
  const from = sentence.tokens.findIndex((token) => token.end > start);
  const after = sentence.tokens.findIndex((token) => token.start >= end);
  const to = after < 0 ? sentence.tokens.length : after;
  const known = { targets: lexicon.targets, mentions, published: document.published };
  return { issues: tagIssues(lexicon.issues, sentence.tokens, from, to), scope: readScope(known, sentence, from, to) };
}

const NO_SCOPE: Act["scope"] = {
  targets: [],
  area: [],
  parties: [],
  start: null,
  durationDays: null,
  quantity: null,
  exceptions: [],
};

function actorsOf(names: readonly string[], readings: readonly Reading[], { parties }: Document): string[] {
  const ids = [...new Set(names.flatMap((name) => idsOf(name, readings)))];
  if (ids.length > 0) return ids;
  return names.length === 0 && parties.length > 0 ? [...parties] : ["?"];
}

/** Ids of the mention that the words are, anywhere in the text; "?" for words that name nobody known. */
function idsOf(name: string, readings: readonly Reading[]): string[] {
  const wanted = plain(name);
  for (const { mentions, sentence } of readings) {
    const found = mentions.find((mention) => {
      const words = sentence.tokens.slice(mention.from, mention.to).map(({ text }) => text);
      return [mention.name, words.join(" ")].some((one) => plain(one) === wanted) && !mention.ids.includes("?");
    });
    if (found) return found.ids;
  }
  return ["?"];
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/^the\s+/, "")
    .replace(/\s+/g, " ")
    .trim();
}

function unsaidAgreement({ id }: Document, engine: string, { quote, trigger }: ProposedAct): Problem {
  const message = `${engine}: took “${quote.slice(0, 80)}” for an agreement by the words “${trigger.slice(0, 40)}”, which do not say so; it is left out.`;
  return { level: "warning", stage: "engines", code: "agreement-unsaid", message, document: id };
}

function unfound({ id }: Document, engine: string, { quote, trigger }: ProposedAct, hasQuote: boolean): Problem {
  const words = hasQuote ? trigger : quote;
  const message = `${engine}: “${words.slice(0, 80)}” is not in the text of "${id}", so the act that it stands for is left out.`;
  return { level: "warning", stage: "engines", code: "quote-not-found", message, document: id };
}
