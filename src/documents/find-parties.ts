/** A text's layout, genre and id -> the parties for which it speaks and the publisher that it names. */
import type { Genre } from "../model/document.js";
import { type Actors, findMentions, type Mention } from "./find-mentions.js";
import { type IdHint, partyOfId } from "./party-of-id.js";
import type { Layout } from "./text-layout.js";

export interface Parties {
  /** Ids of states and organisations, in the order in which the text names them. */
  parties: string[];
  /** The publisher as the text writes it, null when it does not. */
  publisher: string | null;
}

const LEAD_CHARACTERS = 600;
const LONGEST_PUBLISHER = 80;
const SUBJECTS_CHARACTERS = 4000;

/** Where the subject of a lead ends: the first verb that tells of a contact or of saying something. */
const LEAD_VERB =
  /\b(?:spoke|talked|talks|had|has|have|held|holds|met|meets|called|telephoned|phoned|received|hosted|welcomed|welcomes|convened|chaired|briefed|conducted|participated|facilitated|said|says|stated|states|issued|announced|announces|agreed|discussed|condemns|notes|expresses|regrets|rejects|declares|is|are|was|were)\b/;

/** "On December 30, …", "At the initiative of the American side, …": not the subject. */
const OPENING = /^\W*(?:on|at|in|today|following|as|during|after|this|yesterday|earlier|further)\b[^,.]{0,90},\s*/i;

/** Never fails; no parties where neither the text nor the id tells. */
export function findParties(layout: Layout, genre: Genre, id: string, actors: Actors): Parties {
  const publisher = findPublisher(layout, actors);
  if (genre === "report") return { parties: [], publisher: publisher?.name ?? null };
  const own = publisher?.party && !publisher.outlet ? publisher.party : null;
  const parties =
    genre === "joint-statement" ? jointParties(layout, actors) : single(layout, own, partyOfId(id, actors), actors);
  return { parties, publisher: publisher?.name ?? null };
}

/**
 * True where title and first sentence name two parties or more: a joint text may. Not where the sentences that open with
 * one party by itself all open with the same: "Peru and Chile have agreed. Peru has always wanted it." is Peru's.
 */
export function namesSeveralParties(layout: Layout, actors: Actors): boolean {
  return jointParties(layout, actors).length > 1 && loneSubjects(layout.body, actors).size !== 1;
}

const SENTENCE = /(?:^|[.!?]\s+|\n)(\p{Lu}[^.!?\n]{3,120})/gu;

/** Parties that open a sentence of the beginning alone. */
function loneSubjects(body: string, actors: Actors): Set<string> {
  const sentences = [...body.slice(0, SUBJECTS_CHARACTERS).matchAll(SENTENCE)].map(([, sentence]) => sentence!);
  return new Set(
    sentences.map((sentence) => leadSubject(sentence, actors)).flatMap((found) => (found.length === 1 ? found : [])),
  );
}

/** Most telling first: a publisher's line, "Readout of …", the user's label when the lead bears it out, the lead's subject. */
function single(layout: Layout, own: string | null, hint: IdHint | null, actors: Actors): string[] {
  const named = own ?? titleOwner(layout.title ?? "", actors);
  if (named) return [named];
  const lead = layout.body.trimStart().slice(0, LEAD_CHARACTERS);
  if (hint?.exact && partiesIn(`${layout.title ?? ""}\n${lead}`, actors).includes(hint.party)) return [hint.party];
  const subject = leadSubject(lead, actors);
  if (subject.length === 1) return subject;
  return hint ? [hint.party] : [];
}

function jointParties({ title, body }: Layout, actors: Actors): string[] {
  const inTitle = partiesIn(title ?? "", actors);
  if (inTitle.length > 1) return inTitle;
  const sentence = body
    .trimStart()
    .slice(0, LEAD_CHARACTERS)
    .match(/^[\s\S]*?[.!?:](?=\s+\p{Lu}|\s*$)/u)?.[0];
  return partiesIn(`${title ?? ""}\n${sentence ?? body.slice(0, LEAD_CHARACTERS)}`, actors);
}

/** "Statement by the Ministry of Y", "Readout of President X's call": who stands next to "by", or owns what follows. */
function titleOwner(title: string, actors: Actors): string | null {
  const match = title.match(
    /\b(readout|statement|remarks|comments?|briefing|address|speech|press release)\s+(?:by|from|of)\s+(?:the\s+)?/i,
  );
  if (!match) return null;
  const rest = title.slice(match.index! + match[0].length);
  const [first] = findMentions(rest.slice(0, 60), actors);
  if (!first || /\b(?:with|and|between|on|to|in|at|of)\b/.test(rest.slice(0, first.start))) return null;
  const owns = /^['’]s?\s/.test(rest.slice(first.end)) || match[1]!.toLowerCase() !== "readout";
  return owns ? first.party : null;
}

function leadSubject(lead: string, actors: Actors): string[] {
  const sentence = lead.replace(OPENING, "");
  const verb = sentence.search(LEAD_VERB);
  return verb > 0 ? partiesIn(sentence.slice(0, verb), actors) : [];
}

function partiesIn(text: string, actors: Actors): string[] {
  return [
    ...new Set(
      findMentions(text, actors)
        .filter(({ outlet }) => !outlet)
        .map(({ party }) => party),
    ),
  ];
}

interface Publisher {
  name: string;
  party: string | null;
  outlet: boolean;
}

/** A field ("Source: …"), a title's opening ("Kremlin: …"), or a line at either end that is no more than the name. */
function findPublisher({ fields, lines, title }: Layout, actors: Actors): Publisher | null {
  const by = fields.get("published")?.match(/\bby\s+(?:the\s+)?([^(,;]+)/i)?.[1];
  for (const value of [fields.get("publisher"), fields.get("source"), by, fields.get("from")]) {
    if (value) return fromField(value.trim(), actors);
  }
  const opening = title?.match(/^([^:]{2,60}):\s/)?.[1];
  if (opening && findMentions(opening, actors).some((mention) => isWholeLine(opening, mention)))
    return fromField(opening, actors);
  for (const line of [...lines.slice(0, 4), ...lines.slice(-6).toReversed()]) {
    const value = line.match(/^(?:source|publisher):\s*(.+)$/i)?.[1];
    if (value && value.length <= LONGEST_PUBLISHER) return fromField(value, actors);
    const whole = findMentions(line, actors).find((mention) => isWholeLine(line, mention));
    if (whole) return { name: line.slice(whole.start, whole.end), party: whole.party, outlet: whole.outlet };
  }
  return null;
}

function fromField(value: string, actors: Actors): Publisher | null {
  const mention = findMentions(value, actors)[0];
  if (mention)
    return {
      name: /^https?:/.test(value) ? value.slice(mention.start, mention.end) : value,
      party: mention.party,
      outlet: mention.outlet,
    };
  return /^https?:/.test(value) ? null : { name: value, party: null, outlet: true };
}

function isWholeLine(line: string, { start, end, metonym, outlet }: Mention): boolean {
  if ((!metonym && !outlet) || line.length - (end - start) > LONGEST_PUBLISHER) return false;
  return (line.slice(0, start) + line.slice(end)).replace(/\bthe\b|[^\p{L}]/giu, "") === "";
}
