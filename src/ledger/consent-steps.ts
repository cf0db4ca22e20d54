/** A commitment whose parties agreed at different times -> what it was when it was declared, and as each agreed later. */
import type { Commitment } from "../model/commitment.js";
import { dayOf, startOf } from "./instants.js";

export interface ConsentStep {
  on: string;
  commitment: Commitment;
  /** Why it was amended; null for the first step, which records it. */
  because: string | null;
}

/** In order of time, the first on the day `on`: until a party has agreed, it is bound without having done so. */
export function consentSteps(commitment: Commitment, on: string): ConsentStep[] {
  const later = Object.entries(commitment.consentSince ?? {})
    .map(([party, since]) => ({ party, since: startOf(since) }))
    .filter(({ since }) => since > startOf(on))
    .sort((a, b) => a.since - b.since);
  const times = [...new Set(later.map(({ since }) => since))];
  return [startOf(on), ...times].map((now) => {
    const missing = later.filter(({ since }) => since > now).map(({ party }) => [party, "none" as const]);
    const came = later.filter(({ since }) => since === now);
    return {
      on: came.length === 0 ? on : dayOf(now),
      commitment: { ...commitment, consent: { ...commitment.consent, ...Object.fromEntries(missing) } },
      because: came.length === 0 ? null : came.map(({ party }) => consentWords(commitment, party)).join("; "),
    };
  });
}

function consentWords({ consent, consentSince, origin }: Commitment, party: string): string {
  const by = "agreement" in origin ? `, by the agreement ${origin.agreement}` : "";
  return `consent of ${party} from ${consentSince![party]}: ${consent[party] ?? "none"}${by}`;
}
