/** An Explainer and its ledger -> schema.org's NewsArticle, Dataset and ClaimReviews, as search engines read them. */
import type { CommitmentState } from "../model/dossier.js";
import type { Explainer } from "../model/explainer.js";
import { claimReviews } from "./claim-review.js";
import type { Names } from "./names.js";

export interface StructuredDataOptions {
  /** The dossier's page, with a slash at its end. */
  address: string;
  names: Names;
}

/** JSON that may stand inside of a script element: no `<` in it. */
export function structuredData(
  explainer: Explainer,
  commitments: readonly CommitmentState[],
  { address, names }: StructuredDataOptions,
): string {
  const { edition, headline, standfirst, sources } = explainer;
  const publisher = { "@type": "Organization", name: "Readout" };
  const article = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: headline.slice(0, 110),
    description: standfirst,
    url: address,
    image: `${address}card.png`,
    ...(edition.publishedAt ? { datePublished: edition.publishedAt } : {}),
    ...(edition.updatedAt ? { dateModified: edition.updatedAt } : {}),
    author: { "@type": "Person", name: edition.byline ?? "Readout" },
    publisher,
    isBasedOn: sources.flatMap(({ url, name, title }) =>
      url ? [{ "@type": "CreativeWork", name: title ?? name, url }] : [],
    ),
  };
  const dataset = {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: headline,
    description: standfirst,
    url: address,
    creator: publisher,
    distribution: [{ "@type": "DataDownload", encodingFormat: "application/json", contentUrl: `${address}data.json` }],
  };
  const reviews = claimReviews(commitments, { names, publisher: "Readout", url: `${address}commitments/` });
  return JSON.stringify([article, dataset, ...reviews]).replaceAll("<", "\\u003c");
}
