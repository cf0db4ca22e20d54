/** What a ledger says of its commitments -> schema.org ClaimReview, as search engines and fact-checkers read it. */
import type { CommitmentState } from "../model/dossier.js";
import { listed, type Names } from "./names.js";

export interface ClaimReviewOptions {
  names: Names;
  /** Who reviews: the newsroom or monitor that runs the ledger. */
  publisher: string;
  /** Where the dossier is published; null where it is not. */
  url: string | null;
}

/**
 * One a commitment of which a source has spoken. The claim is the commitment; the rating is the status in words, and
 * a number only for how far it is carried out (0 to 3), where sources agree on it: a status is no degree of truth.
 */
export function claimReviews(
  states: readonly CommitmentState[],
  { names, publisher, url }: ClaimReviewOptions,
): object[] {
  return states
    .filter(({ sources }) => Object.keys(sources).length > 0)
    .map(({ commitment, status, sources }) => {
      const said = Object.entries(sources);
      const levels = new Set(said.map(([, { implementation }]) => implementation));
      const level = levels.size === 1 ? [...levels][0]! : null;
      return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        claimReviewed: commitment.title,
        datePublished: said
          .map(([, { since }]) => since.slice(0, 10))
          .sort()
          .at(-1),
        author: { "@type": "Organization", name: publisher },
        ...(url === null ? {} : { url: `${url}#${commitment.id}` }),
        itemReviewed: {
          "@type": "Claim",
          author: commitment.debtors.map((debtor) => ({ "@type": "Organization", name: names.actor(debtor) })),
          ...(commitment.declared === null ? {} : { datePublished: commitment.declared.slice(0, 10) }),
          appearance: commitment.readings.flatMap(({ says }) =>
            says?.url ? [{ "@type": "CreativeWork", url: says.url }] : [],
          ),
        },
        reviewRating: {
          "@type": "Rating",
          alternateName: status.replaceAll("-", " "),
          ...(level === null ? {} : { ratingValue: level, worstRating: 0, bestRating: 3 }),
        },
        reviewBody: `${listed(said.map(([source, { status: word }]) => `${names.actor(source)}: ${word.replaceAll("-", " ")}`))}.`,
      };
    });
}
