/** A Comparison and its texts -> its points as lines of a page, numbered in the order of the sections. */
import type { Comparison, Item, ItemSource } from "../../model/comparison.js";
import type { Document } from "../../model/document.js";
import type { LineKind, LineView, QuoteView, SideView } from "../../model/explainer.js";
import type { Span } from "../../model/span.js";
import type { Names } from "../names.js";
import { sectionsOf } from "../sections.js";

interface LineContext {
  documents: readonly Document[];
  names: Names;
}

interface SideContext {
  documents: ReadonlyMap<string, Document>;
  names: Names;
}

/** How much of the text around a quote tells it from the same words elsewhere. */
const CONTEXT_CHARACTERS = 32;

export function lineViews(comparison: Comparison, { documents, names }: LineContext): LineView[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  return sectionsOf(comparison, names).flatMap(({ kind, items }) =>
    items.map((item) => lineView(item, item.number, kind, { documents: byId, names })),
  );
}

function lineView(item: Item, number: number, kind: LineKind, { documents, names }: SideContext): LineView {
  const { id, label, relation, differences, sources } = item;
  const [subject, detail] = splitLabel(label);
  const sides = Object.entries(sources).flatMap(([source, side]) =>
    side ? [sideView(side, documents.get(source)!, names)] : [],
  );
  return { id, number, subject, detail, kind, relation, differences: differences.map(({ because }) => because), sides };
}

/** "Prisoner exchange: 175 for 175" -> subject and detail; a label without a subject is all subject. */
function splitLabel(label: string): [subject: string, detail: string | null] {
  const at = label.indexOf(": ");
  return at < 0 ? [label, null] : [label.slice(0, at), label.slice(at + 2)];
}

/** The first of an attribution is the source itself, but for reports, which speak for no party. */
function sideView(side: ItemSource, { id: source, genre, text }: Document, names: Names): SideView {
  const actors = side.actors.map((id) => (id === "?" ? id : names.actor(id)));
  const quoted = genre === "report" ? side.attribution : side.attribution.slice(1);
  return {
    source,
    act: side.act,
    veridicality: side.veridicality,
    actors,
    voices: quoted.filter((name) => !name.split(" and ").every((one) => actors.includes(one))),
    strength: side.strength,
    quotes: side.spans.map((span) => ({ ...around(text, span), quote: span.quote })),
  };
}

/** Where a quote stands, with a little of what stands around it. */
export function around(text: string, { start, end }: Span): Omit<QuoteView, "quote"> {
  return {
    start,
    end,
    prefix: text.slice(Math.max(0, start - CONTEXT_CHARACTERS), start),
    suffix: text.slice(end, end + CONTEXT_CHARACTERS),
  };
}
