/** A page's tree -> what its head, its data and its marked elements tell: titles, times, author, publisher, language. */
import type { Publisher } from "../../model/publisher.js";
import type { Told } from "../extract.js";
import { type Instant, readInstant } from "../read-instant.js";
import type { PageTree } from "./build-dom.js";
import { readStructuredData, type StructuredArticle } from "./structured-data.js";

export interface PageFacts extends Omit<Told, "images"> {
  /** The title in the page's head without the publisher's name, which `titles` looks for on the page. */
  titles: string[];
}

const PUBLISHED = [
  "article:published_time",
  "og:article:published_time",
  "datepublished",
  "date",
  "dc.date",
  "dc.date.issued",
  "dcterms.issued",
  "dcterms.created",
  "dcterms.date",
  "pubdate",
  "publish-date",
  "publication_date",
  "parsely-pub-date",
  "sailthru.date",
  "last-published",
  "publishdate",
  "publishedat",
  "govuk:first-published-at",
];
const UPDATED = [
  "article:modified_time",
  "og:updated_time",
  "datemodified",
  "dcterms.modified",
  "dc.date.modified",
  "last-modified",
];
const AUTHORS = ["author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "byl"];
const TITLES = ["og:title", "twitter:title", "dc.title", "dcterms.title", "title"];
const LONGEST_BYLINE = 120;
const LONGEST_TIME = 80;

/** `zone` is the publisher's, for times that name none. */
export function readPageFacts(tree: PageTree, publisher: Publisher | null): PageFacts {
  const { document, structured } = tree;
  const meta = metaOf(document);
  const article = readStructuredData(structured);
  const first = (names: readonly string[]) => names.flatMap((name) => meta.get(name) ?? [])[0] ?? null;
  const zone = publisher?.zone ?? null;
  const headTitle = (document.querySelector("title")?.textContent ?? "").replace(/\s+/g, " ").trim();
  const titles = [article?.headline, ...TITLES.map((name) => meta.get(name)), headTitle].filter(
    (title) => title,
  ) as string[];
  return {
    title: null,
    headTitle: titles[0] ?? null,
    titles,
    publisher: article?.publisher ?? first(["og:site_name", "dc.publisher", "dcterms.publisher", "application-name"]),
    byline: bylineOf(document, article, first(AUTHORS), publisher),
    credits: [...(article?.authors ?? []), ...(meta.has("source") ? [meta.get("source")!] : [])],
    published: publishedOf(document, article, first(PUBLISHED), publisher, zone),
    updated: firstInstant([article?.dateModified, first(UPDATED)], zone),
    language: languageOf(document, article, meta),
    translationOf: article?.translationOf ?? null,
  };
}

function metaOf(document: Document): Map<string, string> {
  const meta = new Map<string, string>();
  for (const element of [...document.querySelectorAll("meta[content]")].slice(0, 200)) {
    const name = (
      element.getAttribute("property") ??
      element.getAttribute("name") ??
      element.getAttribute("itemprop") ??
      element.getAttribute("http-equiv") ??
      ""
    ).toLowerCase();
    const content = (element.getAttribute("content") ?? "").replace(/\s+/g, " ").trim();
    if (name !== "" && content !== "" && !meta.has(name)) meta.set(name, content.slice(0, 500));
  }
  return meta;
}

function firstInstant(words: readonly (string | null | undefined)[], zone: string | null): Instant | null {
  let best: Instant | null = null;
  for (const each of words) {
    const instant = each ? readInstant(each, zone) : null;
    if (instant?.at) return instant;
    best ??= instant;
  }
  return best;
}

/** The publisher's own place first, then data, head and marked times; of a day alone and an instant the instant. */
function publishedOf(
  document: Document,
  article: StructuredArticle | null,
  head: string | null,
  publisher: Publisher | null,
  zone: string | null,
): Instant | null {
  const own = publisher?.page.published ? timeWords(document.querySelector(publisher.page.published)) : [];
  const marked = [...document.querySelectorAll('[itemprop~="datePublished"], time[pubdate], time[datetime]')].slice(
    0,
    1,
  );
  const told = firstInstant([...own, article?.datePublished, head, ...marked.flatMap(timeWords)], zone);
  return told ?? firstInstant(namedForTimes(document), zone);
}

/** Elements that are called after dates; the first that shows one is the text's, further ones may be of other texts. */
function namedForTimes(document: Document): string[] {
  const elements = [
    ...document.querySelectorAll('[class*="date" i], [class*="time" i], [class*="publish" i], [id*="date" i]'),
  ];
  return elements
    .slice(0, 60)
    .flatMap((element) => timeWords(element))
    .filter((words) => words.length <= LONGEST_TIME);
}

function timeWords(element: Element | null): string[] {
  if (!element) return [];
  const machine = element.getAttribute("datetime") ?? element.getAttribute("content");
  return [...(machine ? [machine] : []), (element.textContent ?? "").replace(/\s+/g, " ").trim()].slice(0, 2);
}

function bylineOf(
  document: Document,
  article: StructuredArticle | null,
  head: string | null,
  publisher: Publisher | null,
): string | null {
  const selector =
    publisher?.page.byline ?? '[rel~="author"], [itemprop~="author"], .byline, .author-name, .article-author';
  const shown = document.querySelector(selector)?.textContent ?? null;
  const words = article?.authors.length ? article.authors.join(", ") : head && !/^https?:/.test(head) ? head : shown;
  const byline = (words ?? "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^by\s+/i, "");
  return byline === "" || byline.length > LONGEST_BYLINE ? null : byline;
}

function languageOf(document: Document, article: StructuredArticle | null, meta: Map<string, string>): string | null {
  const told =
    document.documentElement.getAttribute("lang") ??
    article?.language ??
    meta.get("content-language") ??
    meta.get("og:locale") ??
    "";
  const code = told
    .trim()
    .replace("_", "-")
    .match(/^[a-z]{2,3}(?=$|-)/i)?.[0];
  return code?.toLowerCase() ?? null;
}
