/** cases.yaml, texts.yaml and the shapes -> pages as bytes, with the words that have to come out of each. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

export interface PageCase {
  id: string;
  bytes: Uint8Array;
  contentType: string;
  /** Title and paragraphs; all that is text on the page. */
  words: string;
  title: string;
  expect: Expected;
}

interface Expected {
  published?: string;
  publishedAt?: string;
  updatedAt?: string;
  zone?: string;
  byline?: string;
  agencies?: string[];
  /** Their number. */
  images?: number;
  charset?: string;
  /** Code of an error-level problem. */
  problem?: string;
}

interface WrittenCase {
  id: string;
  shape: string;
  text: string;
  charset?: string;
  label?: string;
  references?: boolean;
  cyrillic?: boolean;
  also?: string;
  expect: Expected;
}

export interface MadeUpText {
  id: string;
  title: string;
  paragraphs: string[];
}

const FOLDER = import.meta.dirname;
const DAY = "6 May 2025";
const FIELDS: Record<string, string> = {
  iso: "2025-05-06T14:30:00+03:00",
  updated: "2025-05-06T16:00:00+03:00",
  isoDay: "2025-05-06",
  day: DAY,
  dayNumeric: "06.05.2025",
  clock: "14:30",
};

/** Words in another script that a page of a Cyrillic country carries at its foot; no part of the text. */
const CYRILLIC =
  "Официальный сайт. Все материалы сайта доступны по лицензии, если не указано иное. Пресс-служба, обратная связь, новости";

const read = (name: string): string => readFileSync(join(FOLDER, name), "utf8");

export const TEXTS = parse(read("texts.yaml")) as MadeUpText[];

export function pageCases(): PageCase[] {
  return (parse(read("cases.yaml")) as WrittenCase[]).map(makeCase);
}

/** A shape filled with a text; UTF-8. */
export function fillShape(shape: string, text: MadeUpText, references = false): string {
  const template = read(`shapes/${shape}.html`);
  const write = (words: string) => (references ? asReferences(markup(words)) : markup(words));
  const middle = Math.ceil(text.paragraphs.length / 2);
  const parts: Record<string, string[]> = {
    paragraphs: text.paragraphs,
    half: text.paragraphs.slice(0, middle),
    rest: text.paragraphs.slice(middle),
  };
  return template
    .replace(/\{\{(paragraphs|half|rest) ([^|}]*)\|([^}]*)\}\}/g, (_, part: string, open: string, close: string) =>
      blocks(parts[part]!.map(write), open, close),
    )
    .replace(/\{\{title\}\}/g, () => write(text.title))
    .replace(/\{\{(\w+)\}\}/g, (_, name: string) => FIELDS[name]!);
}

function makeCase({
  id,
  shape,
  text: textId,
  charset = "utf-8",
  label,
  references,
  cyrillic,
  also = "",
  expect,
}: WrittenCase): PageCase {
  const text = TEXTS.find((each) => each.id === textId)!;
  let html = fillShape(shape, text, references);
  if (label) html = html.replace(/charset="?utf-8"?/i, `charset="${label}"`);
  if (cyrillic)
    html = html
      .replace("</body>", `<div class="footer">${CYRILLIC}</div></body>`)
      .replace(/[’“”–—•]/g, (mark) => `&#${mark.codePointAt(0)};`)
      .replaceAll("ü", "&#252;");
  const words = [text.title, ...text.paragraphs.map((paragraph) => paragraph.replace(/^- /, "")), also].join("\n");
  const contentType = `text/html${label || charset === "utf-16le" ? "" : "; charset=utf-8"}`;
  return { id, bytes: encode(html, charset), contentType, words, title: text.title, expect };
}

function blocks(paragraphs: readonly string[], open: string, close: string): string {
  const asList = open.startsWith("<");
  return paragraphs
    .map((words, at) => {
      if (!asList || !words.startsWith("- ")) return `${open}${words}${close}`;
      const begins = at === 0 || !paragraphs[at - 1]!.startsWith("- ");
      const ends = !paragraphs[at + 1]?.startsWith("- ");
      return `${begins ? "<ul>" : ""}<li>${words.slice(2)}</li>${ends ? "</ul>" : ""}`;
    })
    .join("\n");
}

function markup(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function asReferences(words: string): string {
  const names: Record<string, string> = { "’": "&rsquo;", "“": "&ldquo;", "”": "&rdquo;", ü: "&uuml;", " ": " " };
  return words.replace(/[’“”ü]/g, (mark) => names[mark]!).replace(/60 days/g, "60&nbsp;days");
}

function encode(text: string, charset: string): Uint8Array {
  if (charset === "utf-8") return Buffer.from(text);
  if (charset === "utf-16le") return Buffer.from(`\ufeff${text}`, "utf16le");
  return Uint8Array.from([...text].map((unit) => byteOf(unit, charset)));
}

/** The byte that the encoding has for a character, found by decoding all of them. */
function byteOf(unit: string, charset: string): number {
  const table =
    TABLES.get(charset) ??
    new Map(
      [
        ...new TextDecoder(charset).decode(
          Uint8Array.from({ length: 256 }, (_, at) => at),
          { stream: true },
        ),
      ].map((each, at) => [each, at]),
    );
  TABLES.set(charset, table);
  const byte = table.get(unit);
  if (byte === undefined) throw new Error(`${charset} has no ${unit}`);
  return byte;
}

const TABLES = new Map<string, Map<string, number>>();
