/** The folder of marked readouts (READOUT_EVAL_DATA) -> events: texts, the hand marks and the second annotator's spans. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Cue, MarkedItem } from "../src/evaluation/marked-event.js";

/** A clause that the second annotator marked, with the act that he read in it. */
export interface MarkedSpan {
  act: string;
  start: number;
  end: number;
}

export interface MarkedEvent {
  id: string;
  date: string;
  texts: Record<string, string>;
  items: MarkedItem[];
  second: { relation: string; label: string; spans: Record<string, MarkedSpan[]> }[];
}

interface GoldFile {
  date: string;
  sources: { id: string; file?: string }[];
  items: {
    id: string;
    issue: string;
    relation: string;
    per_source: Record<string, { act: string; cue: string | null }>;
  }[];
}

interface SecondFile {
  items: { relation: string; label: string; sources: Record<string, { spans: MarkedSpan[] } | null> }[];
}

/** Every event under `<root>/corpus/readouts` that has a `gold.json`, in order of name. Throws when the folder is missing. */
export function readMarkedEvents(root: string): MarkedEvent[] {
  const folder = join(root, "corpus", "readouts");
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "gold.json")))
    .sort()
    .map((name) => readEvent(join(folder, name), name));
}

function readEvent(folder: string, id: string): MarkedEvent {
  const gold = readJson(join(folder, "gold.json")) as GoldFile;
  const texts: Record<string, string> = {};
  for (const { id: source, file } of gold.sources) {
    if (file && existsSync(join(folder, file))) texts[source] = readFileSync(join(folder, file), "utf8");
  }
  const items = gold.items.map((item) => ({
    id: item.id,
    issue: item.issue,
    relation: item.relation,
    cues: cuesOf(item.per_source, texts),
  }));
  return {
    id,
    date: gold.date,
    texts,
    items: items.filter((item) => Object.keys(item.cues).length > 0),
    second: readSecond(folder),
  };
}

function cuesOf(
  perSource: GoldFile["items"][number]["per_source"],
  texts: Record<string, string>,
): Record<string, Cue> {
  const cues: Record<string, Cue> = {};
  for (const [source, text] of Object.entries(texts)) {
    const { cue, act } = perSource[source] ?? { cue: null, act: "" };
    const start = cue ? text.indexOf(cue) : -1;
    if (cue && start >= 0) cues[source] = { act, start, end: start + cue.length };
  }
  return cues;
}

function readSecond(folder: string): MarkedEvent["second"] {
  const path = join(folder, "second.json");
  if (!existsSync(path)) return [];
  return (readJson(path) as SecondFile).items.map(({ relation, label, sources }) => ({
    relation,
    label,
    spans: Object.fromEntries(Object.entries(sources).flatMap(([id, value]) => (value ? [[id, value.spans]] : []))),
  }));
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
