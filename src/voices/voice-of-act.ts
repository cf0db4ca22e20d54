/** An act of a report -> whose voice it is: that of whom the report lays it to, of whom it quotes, or its own. */
import type { Act } from "../model/act.js";
import type { Organisation, State } from "../model/catalog.js";
import type { Document } from "../model/document.js";

export interface Speaker {
  /** A state's or organisation's id; null for a person who speaks for none and for the report itself. */
  party: string | null;
  /** Display name. */
  name: string;
}

export interface VoiceCatalog {
  states: State[];
  organisations: Organisation[];
}

/** Acts made by speaking, so that words quoted in them are their maker's. */
const UTTERED = new Set<Act["act"]>(["demanded", "conditioned", "threatened", "accused", "expressed", "rejected"]);
const PRONOUN = /^(?:I|we|he|she|they|it|you|who)$/i;
const QUOTED = /["“«]\s?\p{L}/u;

/**
 * Whoever stands first in the chain after the report and the agencies it took from; else the one side whose demand,
 * condition or refusal the report puts in quotation marks without naming a source. Null: the report's own voice.
 */
export function speakerOf(act: Act, { publisher }: Document, catalog: VoiceCatalog): Speaker | null {
  const names = act.attribution.filter((name) => name !== publisher);
  const outlets = new Set(catalog.organisations.filter(({ outlet }) => outlet).map(({ id }) => id));
  const at = names.findIndex((_, link) => !(act.speakers?.[link] ?? []).some((id) => outlets.has(id)));
  if (at >= 0 && PRONOUN.test(names[at]!)) return { party: null, name: "somebody unnamed" };
  if (at >= 0) return { party: partyOf(act.speakers?.[at] ?? [], catalog), name: names[at]! };
  return impliedSpeaker(act, catalog);
}

function impliedSpeaker(act: Act, catalog: VoiceCatalog): Speaker | null {
  if (!UTTERED.has(act.act) || !QUOTED.test(act.quote)) return null;
  const parties = new Set(act.actors.map((id) => partyOf([id], catalog)));
  const [party] = parties;
  return parties.size === 1 && party ? { party, name: nameOf(party, catalog) } : null;
}

/** The state or organisation that the first known id belongs to. */
export function partyOf(ids: readonly string[], { organisations }: VoiceCatalog): string | null {
  const known = ids.find((id) => id !== "?");
  if (known === undefined) return null;
  const own = organisations.find(({ id }) => id === known);
  return own?.state ?? known.split(":")[0]!;
}

export function nameOf(party: string, { states, organisations }: VoiceCatalog): string {
  return [...states, ...organisations].find(({ id }) => id === party)?.name ?? party;
}
