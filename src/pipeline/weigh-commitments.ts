/** Commitments that came of catalogued agreements -> each weighed against the history of agreements like it. */
import { loadCatalog } from "../catalog/load-catalog.js";
import type { DueCommitment } from "../model/deadline.js";
import type { CommitmentState } from "../model/dossier.js";
import type { Weighing } from "../model/weighing.js";
import { weighAgreementFile } from "./weighing.js";

/** A weighing takes tens of milliseconds and is the same all day. */
const kept = new Map<string, Weighing>();
const MOST_KEPT = 200;

/** One that is over under every reading is weighed as it looked when it was declared; one that runs, as of today. */
export function weighCommitments(
  states: readonly CommitmentState[],
  due: readonly DueCommitment[],
  now: number,
): Weighing[] {
  return states.flatMap(({ commitment: { origin, declared } }, at) => {
    const agreement = "agreement" in origin ? agreementOf(origin.agreement) : undefined;
    if (!agreement) return [];
    const today = new Date(now).toISOString().slice(0, 10);
    const last = due[at]!.lapses?.[1];
    const asOf = last && last < today && declared ? declared.slice(0, 10) : today;
    const key = `${agreement.id} ${asOf}`;
    const weighing = kept.get(key) ?? weighAgreementFile(agreement, { asOf }).value;
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, weighing);
    return [weighing];
  });
}

function agreementOf(id: string) {
  return loadCatalog().agreements.find((agreement) => agreement.id === id);
}
