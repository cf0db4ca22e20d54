/** A dossier's revisions -> RSS, Atom and JSON Feed, the same entries in each. */
import { Feed } from "feed";
import type { Explainer } from "../model/explainer.js";

export interface FeedEntry {
  number: number;
  /** UTC instant. */
  at: string;
  headline: string;
  summary: string;
}

export interface DossierFeeds {
  rss: string;
  atom: string;
  json: string;
}

/** `address` is the dossier's page, with a slash at its end. Ids of entries stay. */
export function dossierFeeds(
  { headline, standfirst }: Explainer,
  entries: readonly FeedEntry[],
  address: string,
): DossierFeeds {
  const feed = new Feed({
    id: address,
    title: headline,
    description: standfirst,
    link: address,
    language: "en",
    copyright: "",
    generator: "Readout",
    updated: new Date(entries[0]?.at ?? 0),
    feedLinks: { rss: `${address}rss.xml`, atom: `${address}atom.xml`, json: `${address}feed.json` },
  });
  for (const { number, at, headline: title, summary } of entries) {
    const link = `${address}revisions/${number}/`;
    feed.addItem({ id: link, link, title, description: summary, date: new Date(at) });
  }
  return { rss: feed.rss2(), atom: feed.atom1(), json: feed.json1() };
}
