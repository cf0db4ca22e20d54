/** A feed's or a list page's bytes -> the texts it announces, newest as it has them, and what is wrong with it. */
import type { Outcome, Problem } from "../../model/problem.js";
import { ReadoutError } from "../../model/problem.js";
import type { PublisherList } from "../../model/publisher.js";
import { decodePage } from "../page/decode-page.js";
import { type Instant, readInstant } from "../read-instant.js";

/** A text that a list announces. */
export interface Announcement {
  /** Absolute, http or https. */
  address: string;
  title: string | null;
  published: Instant | null;
}

export interface ListSource {
  /** Where the list came from: the base of its links. */
  source: string;
  contentType?: string | undefined;
  /** Zone of times that name none. */
  zone: string | null;
}

/** What a feed or a page of links holds before it is checked. */
export interface RawEntry {
  link: string | null;
  title: string | null;
  date: string | null;
}

const MOST_ENTRIES = 500;

/**
 * Entries without an address that can be followed are passed over. A date that cannot be read is told once a list.
 * Throws ReadoutError `feed-broken` or `list-empty`.
 */
export async function readList(
  bytes: Uint8Array,
  list: PublisherList,
  options: ListSource,
): Promise<Outcome<Announcement[]>> {
  const { html, problems } = await decodePage(bytes, options.source, options.contentType);
  const entries =
    list.kind === "page"
      ? (await import("./read-links.js")).readLinks(html, list.links!, options.source)
      : (await import("./read-feed.js")).readFeed(html, options.source);
  const found = entries.slice(0, MOST_ENTRIES).flatMap((entry) => announcement(entry, options));
  if (found.length === 0) throw empty(list, options.source);
  const dates = badDates(entries.slice(0, MOST_ENTRIES), options);
  return { value: withoutRepeats(found), problems: [...problems, ...dates] };
}

function announcement({ link, title, date }: RawEntry, { source, zone }: ListSource): Announcement[] {
  if (link === null || !URL.canParse(link.trim(), source)) return [];
  const url = new URL(link.trim(), source);
  if (!/^https?:$/.test(url.protocol) || url.username !== "" || url.href.length > 2000) return [];
  url.hash = "";
  return [
    {
      address: url.href,
      title: title?.replace(/\s+/g, " ").trim() || null,
      published: date ? readInstant(date, zone) : null,
    },
  ];
}

function withoutRepeats(found: readonly Announcement[]): Announcement[] {
  return [...new Map(found.toReversed().map((entry) => [entry.address, entry])).values()].toReversed();
}

function badDates(entries: readonly RawEntry[], { source, zone }: ListSource): Problem[] {
  const bad = entries.filter(({ date }) => date !== null && readInstant(date, zone) === null);
  if (bad.length === 0) return [];
  const message = `${source}: ${bad.length === 1 ? "a date" : `${bad.length} dates`} of the list cannot be read ("${bad[0]!.date!.slice(0, 60)}"). The texts are followed without.`;
  return [{ level: "error", stage: "documents", code: "feed-bad-dates", message }];
}

function empty({ kind, links }: PublisherList, source: string): ReadoutError {
  const what = kind === "page" ? `"${links}" finds no link on it` : "it announces nothing that has an address";
  return new ReadoutError(
    "list-empty",
    `${source}: ${what}. See whether the list has moved or is built otherwise now.`,
  );
}
