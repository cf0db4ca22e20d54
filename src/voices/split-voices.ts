/** A report and its Acts -> one source a voice: the report's own, each side's, each other's, with the acts that are theirs. */
import type { Act } from "../model/act.js";
import type { Catalog } from "../model/catalog.js";
import type { VoiceKind } from "../model/comparison.js";
import type { Document } from "../model/document.js";
import type { Problem } from "../model/problem.js";
import { issuesInText } from "../text/issues-in-text.js";
import { withoutEchoes } from "./echoes.js";
import { isInHeadline } from "./headlines.js";
import { splitQuotedList } from "./quoted-list.js";
import { voiceId } from "./voice-id.js";
import { type Speaker, speakerOf } from "./voice-of-act.js";

export type VoicesCatalog = Pick<Catalog, "states" | "organisations" | "issues" | "omissions" | "watchlists">;

/** A voice as a source of a comparison: the report's text under the voice's id, and the acts told in that voice. */
export interface Voice {
  document: Document;
  acts: Act[];
  kind: VoiceKind;
  name: string;
}

export interface Voices {
  voices: Voice[];
  /** Acts that are nobody's: of headings and links, and what the report says was left out. */
  leftOut: number;
  problems: Problem[];
}

/** An act with its speaker; null is the report itself. */
export interface Told {
  act: Act;
  speaker: Speaker | null;
}

/**
 * Voices in order of their first words, the report's own first. `sides` are ids of those who took part in the contact;
 * `silences` the spans in which the report tells what was left out, which are no acts.
 */
export function splitVoices(
  document: Document,
  acts: readonly Act[],
  catalog: VoicesCatalog,
  { sides, silences }: { sides: readonly string[]; silences: readonly { start: number; end: number }[] },
): Voices {
  const body = acts.filter(
    (act) =>
      !(document.genre === "report" && isInHeadline(document.text, act)) &&
      !isAsked(document.text, act) &&
      !silences.some(({ start, end }) => act.trigger.start < end && start < act.trigger.end),
  );
  const issuesOf = (words: string) => [...issuesInText(words, catalog.issues)];
  const told = body
    .flatMap((act) => splitQuotedList(act, document.text, issuesOf))
    .map((act): Told => ({ act, speaker: speakerOf(act, document, catalog) }));
  const own = ownVoice(document);
  const groups = new Map<string, Voice>([[own.document.id, own]]);
  for (const { act, speaker } of withoutEchoes(told, document.text, alikeIn(catalog))) {
    const voice = speaker ? voiceOf(speaker, document, sides, catalog) : own;
    const known = groups.get(voice.document.id) ?? voice;
    groups.set(known.document.id, known);
    known.acts.push({ ...act, document: known.document.id });
  }
  const voices = [...groups.values()].filter((voice) => voice === own || voice.acts.length > 0);
  return { voices, leftOut: acts.length - body.length, problems: onlyItself(document, voices) };
}

/** Whether two acts are on one matter: they share an issue, or issues of one family. */
function alikeIn({ issues }: VoicesCatalog): (a: Act, b: Act) => boolean {
  const families = new Map(issues.map(({ id, family }) => [id, family]));
  const of = (act: Act) => act.issues.map((id) => families.get(id) ?? id);
  return (a, b) => of(a).some((family) => of(b).includes(family));
}

/** "Here is what the leaders agreed on": the words announce an answer and give none. */
function isAsked(text: string, { start }: Act): boolean {
  return /\b(?:what|which|whether|how much)\s+$/i.test(text.slice(Math.max(0, start - 12), start));
}

function ownVoice(document: Document): Voice {
  const name = document.publisher ?? "the report";
  const id = document.publisher === null ? "report" : voiceId(name);
  return { document: { ...document, id, parties: [], complete: false }, acts: [], kind: "reporter", name };
}

function voiceOf(
  { party, name }: Speaker,
  document: Document,
  sides: readonly string[],
  catalog: VoicesCatalog,
): Voice {
  const { states, organisations } = catalog;
  const known = party === null ? null : [...states, ...organisations].find(({ id }) => id === party);
  const kind = known ? kindOf(known.id, sides, catalog) : "person";
  const id = known ? voiceId(known.name, known.id) : voiceId(name);
  const parties = known ? [known.id] : [];
  return { document: { ...document, id, parties, complete: false }, acts: [], kind, name: known?.name ?? name };
}

/** A watchlist names those whom the conflict is about first, or alone; those who mediate stand in lists of several. */
function kindOf(party: string, sides: readonly string[], { watchlists }: VoicesCatalog): VoiceKind {
  if (sides.includes(party)) return "side";
  const together = watchlists.map(({ parties }) => parties.filter((list, at) => at === 0 || list.length === 1).flat());
  const concerned = together.some((list) => list.includes(party) && sides.some((side) => list.includes(side)));
  return concerned ? "concerned" : "other";
}

function onlyItself({ id }: Document, voices: readonly Voice[]): Problem[] {
  if (voices.length > 1) return [];
  const message = `"${id}" lays nothing to anybody: all of it is told in one voice, so there is nothing to set side by side. Use readout read, or compare it with another text.`;
  return [{ level: "warning", stage: "voices", code: "one-voice", message, document: id }];
}
