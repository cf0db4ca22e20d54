/** A dossier's agreements -> each weighed against the history of agreements like it. */
import type { Agreement } from "../model/agreement.js";
import type { DueCommitment } from "../model/deadline.js";
import type { CommitmentState } from "../model/dossier.js";
import type { Weighing } from "../model/weighing.js";
import { canonicalJson } from "../text/canonical-json.js";
import { weighAgreementFile } from "./weighing.js";

/** A weighing takes tens of milliseconds and is the same all day. */
const kept = new Map<string, Weighing>();
const MOST_KEPT = 200;

interface Known {
  commitments: readonly CommitmentState[];
  /** In the order of the commitments. */
  due: readonly DueCommitment[];
  /** ms. */
  now: number;
}

/** One that is over under every reading is weighed as it looked when it was declared; one that runs, as of today. */
export function weighAgreements(agreements: readonly Agreement[], { commitments, due, now }: Known): Weighing[] {
  const today = new Date(now).toISOString().slice(0, 10);
  return agreements.map((agreement) => {
    const at = commitments.findIndex(
      ({ commitment: { origin } }) => "agreement" in origin && origin.agreement === agreement.id,
    );
    const last = due[at]?.lapses?.[1];
    const declared = agreement.declared?.slice(0, 10);
    const asOf = last && last < today && declared?.length === 10 ? declared : today;
    const key = canonicalJson([agreement, asOf]);
    const weighing = kept.get(key) ?? weighAgreementFile(agreement, { asOf }).value;
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, weighing);
    return weighing;
  });
}
