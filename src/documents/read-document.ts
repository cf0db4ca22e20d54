/** The bytes of a plain text or Markdown source -> Document: its text as it stands, and what it says about itself. */
import { createHash } from "node:crypto";
import type { Document } from "../model/document.js";
import { type Outcome, type Problem, ReadoutError } from "../model/problem.js";
import { decodeText } from "./decode-text.js";
import { findDate } from "./find-date.js";
import type { Actors } from "./find-mentions.js";
import { findParties, namesSeveralParties } from "./find-parties.js";
import { recogniseGenre } from "./recognise-genre.js";
import { type Language, recogniseLanguage } from "./recognise-language.js";
import { isComplete, isTranslated } from "./recognise-wholeness.js";
import { layOut } from "./text-layout.js";

export interface ReadDocumentOptions {
  id: string;
  /** Where the bytes were read from: a path, `-` or an address; told to the reader and a last hint for the date. */
  source: string;
  actors: Actors;
  /** Partial date that the user gives; outranks what the text shows. */
  published?: string | undefined;
}

/** Under this share of Latin letters part of the text is in a script that the engine passes over. */
const MOSTLY_LATIN = 0.9;

/**
 * Offsets into `text` are offsets into the decoded file. Throws ReadoutError `source-*` for what is no text, and
 * `language-not-read` for a text that is not English; doubts about genre and parties are info-level problems.
 */
export function readDocument(
  bytes: Uint8Array,
  { id, source, actors, published }: ReadDocumentOptions,
): Outcome<Document> {
  const text = decodeText(bytes, source);
  const language = recogniseLanguage(text);
  if (language.code !== "en") throw notRead(source, language);
  const layout = layOut(text);
  const { genre, sure } = recogniseGenre(layout, namesSeveralParties(layout, actors));
  const value: Document = {
    id,
    source,
    text,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    title: layout.title,
    ...findParties(layout, genre, id, actors),
    genre,
    published: published ?? findDate(layout, source),
    language: language.code,
    translated: isTranslated(layout),
    complete: isComplete(layout),
  };
  return { value, problems: problemsOf(value, sure, language) };
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
