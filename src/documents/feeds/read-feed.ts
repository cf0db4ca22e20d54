/** The characters of an RSS, RDF, Atom or JSON feed -> its entries as they stand; no entity from outside is ever read. */
import { parseFeed } from "feedsmith";
import { ReadoutError } from "../../model/problem.js";
import type { RawEntry } from "./read-list.js";

const LONGEST_FEED = 8_000_000;

/** Throws ReadoutError `feed-broken` for what is no feed, or declares entities, which no feed needs. */
export function readFeed(characters: string, source: string): RawEntry[] {
  if (characters.length > LONGEST_FEED)
    throw broken(source, `has ${characters.length} characters, more than a feed has`);
  if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(characters)) throw broken(source, "declares entities, which are not read");
  try {
    return entriesOf(parseFeed(characters.trimStart()) as Parsed);
  } catch (error) {
    if (error instanceof ReadoutError) throw error;
    throw broken(source, "is no feed (RSS, Atom or JSON Feed)", error);
  }
}

/** The parts of feedsmith's answer that are used; everything may be missing. */
interface Item {
  title?: string | { value?: string };
  link?: string;
  url?: string;
  external_url?: string;
  guid?: { value?: string; isPermaLink?: boolean };
  links?: { href?: string; rel?: string; type?: string }[];
  pubDate?: string;
  published?: string;
  updated?: string;
  date_published?: string;
  date_modified?: string;
  dc?: { dates?: string[] };
}

interface Parsed {
  format: string;
  feed: { items?: Item[]; entries?: Item[] };
}

function entriesOf({ feed }: Parsed): RawEntry[] {
  return (feed.items ?? feed.entries ?? []).map((item) => ({
    link: linkOf(item),
    title: (typeof item.title === "string" ? item.title : item.title?.value) ?? null,
    date:
      item.pubDate ??
      item.published ??
      item.date_published ??
      item.dc?.dates?.[0] ??
      item.updated ??
      item.date_modified ??
      null,
  }));
}

function linkOf({ link, url, external_url, guid, links }: Item): string | null {
  const alternate =
    links?.find(({ rel = "alternate", type = "text/html" }) => rel === "alternate" && /html/.test(type)) ?? links?.[0];
  const permanent = guid?.isPermaLink !== false && /^https?:/.test(guid?.value ?? "") ? guid?.value : undefined;
  return link ?? url ?? alternate?.href ?? external_url ?? permanent ?? null;
}

function broken(source: string, what: string, cause?: unknown): ReadoutError {
  return new ReadoutError("feed-broken", `${source}: ${what}. Check the address of the list.`, 1, cause);
}
