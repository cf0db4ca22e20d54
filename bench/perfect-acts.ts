/** A marked event -> the acts that a perfect reader would find, from the second annotator's spans or the cues. */
import { createHash } from "node:crypto";
import { type Act, ActType } from "../src/model/act.js";
import type { Document } from "../src/model/document.js";
import { PLOVER } from "../src/model/plover.js";
import type { MarkedEvent, MarkedSpan } from "./marked-events.js";

const STRENGTH: Record<ActType, number> = {
  discussed: 0.2,
  informed: 0.25,
  expressed: 0.3,
  accused: 0.5,
  supported: 0.5,
  proposed: 0.5,
  demanded: 0.6,
  conditioned: 0.5,
  threatened: 0.6,
  denied: 0.5,
  rejected: 0.7,
  pledged: 0.7,
  accepted: 0.85,
  agreed: 0.9,
  ordered: 1,
};

/** Tags the issues of a clause; given from outside because the comparison does not read text. */
export type Tag = (text: string, start: number, end: number) => string[];

export function perfectSources(
  event: MarkedEvent,
  from: "second" | "gold",
  tag: Tag,
): { document: Document; acts: Act[] }[] {
  return Object.entries(event.texts).map(([id, text]) => {
    const spans = from === "second" ? secondSpans(event, id) : cueSpans(event, id);
    return { document: documentOf(event, id, text), acts: spans.map((span, n) => actOf(id, text, span, n, tag)) };
  });
}

function secondSpans(event: MarkedEvent, id: string): MarkedSpan[] {
  return inOrder(event.second.flatMap((item) => item.spans[id] ?? []));
}

function cueSpans(event: MarkedEvent, id: string): MarkedSpan[] {
  return inOrder(event.items.flatMap((item) => (item.cues[id] ? [item.cues[id]] : [])));
}

function inOrder(spans: MarkedSpan[]): MarkedSpan[] {
  const seen = new Map(spans.map((span) => [`${span.start}-${span.end}`, span]));
  return [...seen.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

export function documentOf(event: MarkedEvent, id: string, text: string): Document {
  return {
    id,
    source: `${id}.txt`,
    text,
    sha256: createHash("sha256").update(text).digest("hex"),
    title: null,
    publisher: null,
    parties: [],
    genre: "readout",
    published: event.date,
    language: "en",
    translated: false,
    complete: true,
  };
}

function actOf(document: string, text: string, { start, end, act }: MarkedSpan, clause: number, tag: Tag): Act {
  const type = ActType.catch("expressed").parse(act);
  const quote = text.slice(start, end);
  return {
    id: `${document}-${clause}`,
    document,
    act: type,
    plover: PLOVER[type],
    actors: [],
    recipients: [],
    attribution: [],
    veridicality: "asserted",
    strength: STRENGTH[type],
    issues: tag(text, start, end),
    scope: { targets: [], area: [], parties: [], start: null, durationDays: null, quantity: null, exceptions: [] },
    condition: null,
    weight: 1,
    rule: "marked",
    trigger: { start, end: start, quote: "" },
    clause,
    quote,
    start,
    end,
  };
}
