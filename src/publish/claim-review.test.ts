import { expect, test } from "vitest";
import type { CommitmentState } from "../model/dossier.js";
import { claimReviews } from "./claim-review.js";
import type { Names } from "./names.js";

const names = { actor: (id: string) => ({ RUS: "Russia", UKR: "Ukraine" })[id] ?? id } as Names;
const options = { names, publisher: "A newsroom", url: null };

function state(
  sources: Record<string, { status: string; since: string; implementation: number | null }>,
  status: string,
) {
  const commitment = {
    id: "halt",
    title: "Halt to strikes",
    debtors: ["RUS", "UKR"],
    declared: "2025-03-18T15:00:00Z",
    readings: [{ id: "ru", says: { source: "memo", url: "https://example.org/memo" } }, { id: "ua" }],
  };
  return { commitment, status, sources } as unknown as CommitmentState;
}
const said = (status: string, since: string, implementation: number | null = null) => ({
  status,
  since,
  implementation,
});

test("a claim is the commitment, its review what the sources say, and no status is a degree of truth", () => {
  const sources = { RUS: said("accepted", "2025-03-18"), UKR: said("partly-fulfilled", "2025-04-01T10:00:00Z") };
  expect(claimReviews([state(sources, "disputed")], options)).toEqual([
    {
      "@context": "https://schema.org",
      "@type": "ClaimReview",
      claimReviewed: "Halt to strikes",
      datePublished: "2025-04-01",
      author: { "@type": "Organization", name: "A newsroom" },
      itemReviewed: {
        "@type": "Claim",
        author: [
          { "@type": "Organization", name: "Russia" },
          { "@type": "Organization", name: "Ukraine" },
        ],
        datePublished: "2025-03-18",
        appearance: [{ "@type": "CreativeWork", url: "https://example.org/memo" }],
      },
      reviewRating: { "@type": "Rating", alternateName: "disputed" },
      reviewBody: "Russia: accepted and Ukraine: partly fulfilled.",
    },
  ]);
});

const ratings: [title: string, levels: [number | null, number | null], rating: object][] = [
  ["levels that agree", [3, 3], { ratingValue: 3, worstRating: 0, bestRating: 3 }],
  ["a level of 0", [0, 0], { ratingValue: 0 }],
  ["levels that differ", [1, 3], {}],
  ["one level alone", [null, 3], {}],
];
test.each(ratings)("a number stands for how far it is carried out: %s", (_, [one, other], rating) => {
  const sources = { RUS: said("in-force", "2025-03-18", one), UKR: said("in-force", "2025-03-19", other) };
  const [review] = claimReviews([state(sources, "in-force")], { ...options, url: "https://example.org/d" });
  expect(review).toMatchObject({
    url: "https://example.org/d#halt",
    reviewRating: { alternateName: "in force", ...rating },
  });
  const hasNumber = "ratingValue" in (review as { reviewRating: object }).reviewRating;
  expect(hasNumber).toBe("ratingValue" in rating);
});

test("what no source has spoken of is no claim to review", () => {
  expect(claimReviews([state({}, "unstated")], options)).toEqual([]);
});
