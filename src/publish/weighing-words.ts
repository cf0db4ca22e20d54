/** Numbers and fates of a weighing -> the words a reader gets, the same in every view. */
import { FATES, type Fate } from "../model/history.js";
import type { BrokenBy, ChecklistAnswer, WeighedClass } from "../model/weighing.js";

const FATE_WORDS: Record<Fate, string> = {
  "broke-down": "broke down",
  expired: "ran to their term",
  replaced: "were replaced or renewed",
  "in-force": "were still in force",
  "never-began": "never began",
  unclear: "of unclear fate",
};

export const ANSWER_WORDS: Record<ChecklistAnswer["answer"], string> = {
  yes: "yes",
  no: "no",
  differs: "they differ",
  unstated: "not told",
};

/** "8%", "0.4%", "under 0.1%". */
export function percent(share: number): string {
  const value = share * 100;
  if (value === 0 || value >= 9.95) return `${Math.round(value)}%`;
  return value < 0.1 ? "under 0.1%" : `${Number(value.toFixed(1))}%`;
}

/** "3% to 17%". */
export function range(low: number, high: number): string {
  return `${percent(low)} to ${percent(high)}`;
}

/** "51 ran to their term, 57 were replaced or renewed, 4 broke down …", the most frequent first. */
export function fatesInWords(fates: WeighedClass["fates"]): string {
  return FATES.filter((fate) => fates[fate] > 0)
    .toSorted((a, b) => fates[b] - fates[a])
    .map((fate) => `${fates[fate].toLocaleString("en")} ${FATE_WORDS[fate]}`)
    .join(", ");
}

/** "by day 30: 3% (1% to 7%), bounds 2% to 18%; of 105 still in force after 6 days". */
export function chanceInWords({ days, probability, low, high, bounds, given, atRisk }: BrokenBy): string {
  if (probability === null) return `by day ${days}: cannot tell; none of the class was followed that long`;
  const of = given === "from the start" ? `${atRisk} followed from the start` : `${atRisk} ${given}`;
  return `by day ${days}: ${percent(probability)} (95% interval ${range(low, high)}), bounds ${range(...bounds)}; of ${of}`;
}
