/** A dossier's record -> the Explainer: what its page shows, drafted from the record and finished by an editor's words. */
import type { Comparison } from "../../model/comparison.js";
import type { Document } from "../../model/document.js";
import type { Edition, Explainer, LineView } from "../../model/explainer.js";
import { listed, type Names } from "../names.js";
import { editorWords } from "./editor-words.js";
import { limitsOf } from "./limits.js";
import { groupLines } from "./line-groups.js";
import { lineViews } from "./line-views.js";
import { type OtherRecord, otherViews } from "./other-views.js";
import { type Provenance, sourceViews } from "./source-views.js";

/** What the page is made from. Nothing in it is looked up elsewhere. */
export interface ExplainerRecord {
  id: string;
  documents: readonly Document[];
  /** By document id. */
  provenance: ReadonlyMap<string, Provenance>;
  comparison: Comparison;
  /** What the editor wrote; drafted where parts are missing. */
  edition: Edition;
  /** Those who were not on the line, and the texts in which they speak. */
  others?: readonly OtherRecord[];
  otherDocuments?: readonly Document[];
}

const WORDS = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

/** Same record, same page. Lines keep their numbers on every page of the dossier. */
export function publishExplainer(
  { id, documents, provenance, comparison, edition, others = [], otherDocuments = [] }: ExplainerRecord,
  names: Names,
): Explainer {
  const sources = sourceViews(documents, provenance, names);
  const lines = lineViews(comparison, { documents, names });
  const groups = groupLines(lines);
  const parties = [...new Set(documents.flatMap((document) => document.parties))].map(names.actor);
  const unsaid = comparison.unsaid.map(({ issue, by, because }) => ({ subject: names.issue(issue), by, because }));
  return {
    dossier: id,
    headline: edition.headline ?? draftHeadline(parties),
    standfirst: edition.standfirst ?? draftStandfirst(lines, groups.agreedByAll.length),
    edited: edition.headline !== null && edition.standfirst !== null,
    edition,
    parties,
    sources,
    lines,
    others: otherViews(others, { comparison, lines }, names),
    otherSources: sourceViews(otherDocuments, provenance, names),
    ...groups,
    unsaid,
    limits: limitsOf(sources, comparison),
    ...notesOf(id, edition, lines),
    words: countWords(lines, edition),
  };
}

/** An edition that nobody has touched. */
export const UNWRITTEN: Edition = {
  headline: null,
  standfirst: null,
  byline: null,
  agencies: [],
  picture: null,
  words: {},
  publishedAt: null,
  updatedAt: null,
  zone: "UTC",
  revision: 0,
  origins: {},
  takenBack: false,
};

function draftHeadline(parties: readonly string[]): string {
  return parties.length > 1
    ? `What have ${listed(parties)} agreed to, and will it hold?`
    : "What was agreed, and will it hold?";
}

function draftStandfirst(lines: readonly LineView[], agreed: number): string {
  const differ = lines.filter(({ kind }) => kind === "differs" || kind === "contradicts").length;
  const only = lines.filter(({ kind }) => kind === "only").length;
  return `The texts make ${lines.length} points. ${agreed} are told as agreed by all of them, ${differ} are told differently, and ${only} stand in one text alone.`;
}

function notesOf(
  id: string,
  { words }: Edition,
  lines: readonly LineView[],
): Pick<Explainer, "notes" | "lostCitations"> {
  const href = ({ number }: LineView) => `/dossiers/${id}/side-by-side/#i${number}`;
  const written = Object.entries(words)
    .filter(([, text]) => text.trim() !== "")
    .map(([section, text]) => [section, editorWords(text, lines, href)] as const);
  return {
    notes: Object.fromEntries(written.map(([section, { html }]) => [section, html])),
    lostCitations: [...new Set(written.flatMap(([, { lost }]) => lost))],
  };
}

/** What a reader has before him: quotes, sentences on differences and the editor's words. */
function countWords(lines: readonly LineView[], { words }: Edition): number {
  const texts = lines.flatMap(({ subject, differences, sides }) => [
    subject,
    ...differences,
    ...sides.flatMap(({ quotes }) => quotes.map(({ quote }) => quote)),
  ]);
  return [...texts, ...Object.values(words)].join(" ").match(WORDS)?.length ?? 0;
}
