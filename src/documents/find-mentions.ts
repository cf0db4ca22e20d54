/** A stretch of text and the catalogue's actors -> where states and organisations are named, by whatever name. */
import type { Office, Organisation, State } from "../model/catalog.js";

/** The parts of the catalogue from which documents learn who is who. */
export interface Actors {
  states: readonly State[];
  organisations: readonly Organisation[];
  offices: readonly Office[];
}

export interface Mention {
  /** Id of the state or organisation ("RUS", "NATO"); persons and offices count for their state. */
  party: string;
  /** Offsets into the text that was searched. */
  start: number;
  end: number;
  /** True where the words name the publisher of a page rather than a country ("Kremlin", "White House"). */
  metonym: boolean;
  outlet: boolean;
}

interface Name {
  words: string;
  party: string;
  metonym: boolean;
  outlet: boolean;
}

const WORD = /[\p{L}\p{N}]+/gu;

/** All mentions in order, the longest name at each place. Names are proper: their case counts, their apostrophes do not. */
export function findMentions(words: string, actors: Actors): Mention[] {
  const text = straight(words);
  const names = namesByFirstWord(actors);
  const mentions: Mention[] = [];
  let after = 0;
  for (const { index, 0: word } of text.matchAll(WORD)) {
    if (index < after) continue;
    const name = names.get(word)?.find((each) => standsAt(text, index, each.words));
    if (!name) continue;
    after = index + name.words.length;
    mentions.push({ party: name.party, start: index, end: after, metonym: name.metonym, outlet: name.outlet });
  }
  return mentions;
}

function standsAt(text: string, index: number, words: string): boolean {
  if (!text.startsWith(words, index)) return false;
  return !/^[\p{L}\p{N}]/u.test(text.slice(index + words.length, index + words.length + 2));
}

const remembered = new WeakMap<Actors, Map<string, Name[]>>();

/** Names by their first word, the longest first; built once a catalogue. */
function namesByFirstWord(actors: Actors): Map<string, Name[]> {
  const known = remembered.get(actors);
  if (known) return known;
  const byWord = new Map<string, Name[]>();
  for (const name of allNames(actors)) {
    const key = firstWord(name.words);
    byWord.set(key, [...(byWord.get(key) ?? []), name]);
  }
  for (const list of byWord.values()) list.sort((a, b) => b.words.length - a.words.length);
  remembered.set(actors, byWord);
  return byWord;
}

function* allNames({ states, organisations, offices }: Actors): Generator<Name> {
  for (const state of states) {
    for (const words of [state.name, ...state.names, ...state.adjectives, ...state.demonyms])
      yield named(words, state.id);
    for (const words of state.metonyms) yield { ...named(words, state.id), metonym: true };
  }
  for (const body of organisations) {
    const party = body.state ?? body.id;
    const kind = { outlet: body.outlet, metonym: body.state !== null };
    for (const words of [body.name, ...body.names, ...body.adjectives]) yield { ...named(words, party), ...kind };
  }
  for (const office of offices) {
    for (const words of office.titles) yield named(words, office.state);
    for (const holder of office.holders)
      for (const words of [holder.name, ...holder.names]) yield named(words, office.state);
  }
}

function named(words: string, party: string): Name {
  return { words: straight(words), party, metonym: false, outlet: false };
}

/** One to one, so that offsets stay: "People’s Republic" and "People's Republic" are one name. */
function straight(words: string): string {
  return words.replace(/[’‘ʼ]/g, "'");
}

function firstWord(name: string): string {
  return name.match(WORD)?.[0] ?? "";
}
