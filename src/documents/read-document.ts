/** The bytes of a text, a page or a PDF -> Document: its clean text, and what it and its page say about it. */
import { createHash } from "node:crypto";
import type { PageFurniture } from "../model/catalog.js";
import type { Document, Provenance } from "../model/document.js";
import { type Outcome, type Problem, ReadoutError } from "../model/problem.js";
import type { Publisher } from "../model/publisher.js";
import type { Extract, Told } from "./extract.js";
import { type Extractor, extractText } from "./extract-text.js";
import { findAgencies } from "./find-agencies.js";
import { findAuthoritative } from "./find-authoritative.js";
import { findDate } from "./find-date.js";
import { findInstants } from "./find-instants.js";
import type { Actors } from "./find-mentions.js";
import { findParties, namesSeveralParties, type Parties } from "./find-parties.js";
import { type GenreAnswer, recogniseGenre } from "./recognise-genre.js";
import { type Language, recogniseLanguage } from "./recognise-language.js";
import { isComplete, isTranslated } from "./recognise-wholeness.js";
import { type Layout, layOut } from "./text-layout.js";

export interface ReadDocumentOptions {
  id: string;
  /** Where the bytes were read from: a path, `-` or an address; told to the reader and a last hint for the date. */
  source: string;
  actors: Actors;
  /** Partial date that the user gives; outranks what the text shows. */
  published?: string | undefined;
  /** The Content-Type field that came with the bytes. */
  contentType?: string | undefined;
  /** The catalogue's entry of the publisher, where it is known. */
  publisher?: Publisher | undefined;
  /** Otherwise these entries; the one that alone has the address's host is used. */
  publishers?: readonly Publisher[] | undefined;
  /** What the catalogue knows not to be part of a page's text. */
  furniture?: readonly PageFurniture[] | undefined;
  /** Takes the text out of the bytes; in this thread by default. */
  extract?: Extractor | undefined;
}

/** Under this share of Latin letters part of the text is in a script that the engine passes over. */
const MOSTLY_LATIN = 0.9;

/**
 * Offsets into `text` are offsets into the decoded file for plain text and Markdown, and map back to the original by
 * `provenance.map` for pages and PDF. Rejects with ReadoutError `source-*`, `page-*` and `pdf-*` for what holds no
 * text, and `language-not-read` for a text that is not English; doubts about genre and parties are info-level problems.
 */
export async function readDocument(bytes: Uint8Array, options: ReadDocumentOptions): Promise<Outcome<Document>> {
  const { id, source, actors, extract = extractText } = options;
  const publisher = options.publisher ?? publisherOf(source, options.publishers ?? []);
  const { contentType, furniture } = options;
  const extracted = await extract(bytes, { source, contentType, publisher, furniture });
  const { text, told } = extracted;
  const language = recogniseLanguage(text);
  if (language.code !== "en") throw notRead(source, language);
  const layout = withTitle(layOut(text), told);
  const { genre, sure } = genreOf(layout, publisher, actors);
  const translated = isTranslated(layout) || told.translationOf !== null || publisher?.translated === true;
  const value: Document = {
    id,
    source,
    text,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    title: layout.title,
    ...partiesOf(findParties(layout, genre, id, actors), publisher, told),
    genre,
    published: options.published ?? told.published?.day ?? findDate(layout, source),
    language: language.code,
    translated,
    complete: isComplete(layout),
    provenance: provenanceOf(extracted, layout, translated, publisher, actors),
  };
  const met = extracted.problems.map((problem) => ({ ...problem, document: id }));
  return { value, problems: [...met, ...problemsOf(value, sure, language)] };
}

/** The entry that alone has an address's host; null for files, and for hosts of none or of several. */
function publisherOf(source: string, publishers: readonly Publisher[]): Publisher | null {
  if (!/^https?:/i.test(source) || !URL.canParse(source)) return null;
  const { host } = new URL(source);
  const those = publishers.filter(({ hosts }) => hosts.includes(host));
  return those.length === 1 ? those[0]! : null;
}

/** The headline that a page shows stands first in its text; the title of its head counts where there is no other. */
function withTitle(layout: Layout, { title: shown, headTitle }: Told): Layout {
  const title = shown ?? layout.title ?? headTitle;
  if (title === null) return layout;
  const isFirst = layout.lines[0]?.replace(/\s+/g, " ") === title;
  const at = layout.body.indexOf("\n");
  const body = isFirst && layout.title === null && at >= 0 ? layout.body.slice(at) : layout.body;
  return { ...layout, title, body };
}

/** What a party publishes itself is no report of others on it, however it sounds. */
function genreOf(layout: Layout, publisher: Publisher | null, actors: Actors): GenreAnswer {
  const answer = recogniseGenre(layout, namesSeveralParties(layout, actors));
  const isOwn = publisher?.party != null && answer.genre === "report";
  return isOwn ? { genre: "statement", sure: false } : answer;
}

/** The catalogue's entry outranks what the words show, but for a text that speaks for several. */
function partiesOf(found: Parties, publisher: Publisher | null, told: Told): Parties {
  if (publisher === null) return { parties: found.parties, publisher: found.publisher ?? told.publisher };
  const own = publisher.party === null ? [] : [publisher.party];
  return { parties: found.parties.length > 1 ? found.parties : own, publisher: publisher.name };
}

function provenanceOf(
  { format, charset, map, pages, told }: Extract,
  layout: Layout,
  translated: boolean,
  publisher: Publisher | null,
  actors: Actors,
): Provenance {
  const shown = findInstants(layout, publisher?.zone ?? null);
  const published = told.published?.at ? told.published : (shown.published ?? told.published);
  const updated = told.updated?.at ? told.updated : shown.updated;
  return {
    format,
    charset,
    publisherId: publisher?.id ?? null,
    byline: told.byline ?? layout.fields.get("by") ?? null,
    agencies: findAgencies(layout, told.credits, actors),
    publishedAt: published?.at ?? null,
    updatedAt: updated?.at ?? null,
    zone: published?.zone ?? updated?.zone ?? null,
    authoritative: findAuthoritative(
      layout,
      told.translationOf ?? publisher?.authoritative ?? (translated ? null : "en"),
    ),
    images: told.images,
    map,
    pages,
  };
}

function notRead(source: string, { name }: Language): ReadoutError {
  const message = `${source}: is in ${name}; English is read so far. Give an English version, or a translation marked as one.`;
  return new ReadoutError("language-not-read", message);
}

function problemsOf(document: Document, genreSure: boolean, { latin }: Language): Problem[] {
  const tell = (level: Problem["level"], code: string, message: string): Problem => ({
    level,
    stage: "documents",
    code,
    message,
    document: document.id,
  });
  const problems: Problem[] = [];
  if (latin < MOSTLY_LATIN) {
    problems.push(
      tell("warning", "language-mixed", `${document.source}: part of it is not in Latin script and is passed over.`),
    );
  }
  if (!document.complete) {
    problems.push(
      tell(
        "info",
        "document-incomplete",
        `${document.source}: looks cut or marked as an excerpt, so nothing is called unsaid in it.`,
      ),
    );
  }
  if (!genreSure)
    problems.push(tell("info", "genre-unclear", `${document.source}: no sign of its genre; taken for a statement.`));
  if (document.parties.length === 0 && document.genre !== "report") {
    const message = `${document.source}: does not show who published it. Name the party before it, as in ru=${document.source}.`;
    problems.push(tell("info", "publisher-unclear", message));
  }
  return problems;
}
