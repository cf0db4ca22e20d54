/** Numbers and fates of a weighing -> the words a reader gets, the same in every view. */
import { FATES, type Fate } from "../model/history.js";
import type {
  BacktestResult,
  BrokenBy,
  ChecklistAnswer,
  CovariateEffect,
  WeighedClass,
  Weighing,
} from "../model/weighing.js";

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

/** "On 2025-03-30: 5 to 12 days after its start, depending on the reading." Whether it is in force, nobody asked. */
export function lastedInWords({ asOf, elapsedDays, elapsedRange }: Weighing): string {
  if (elapsedRange === null) return `On ${asOf}: no reading has started, or none says when.`;
  const [least, most] = elapsedRange;
  if (least !== most) return `On ${asOf}: ${least} to ${most} days after its start, depending on the reading.`;
  return `On ${asOf}: ${elapsedDays} ${elapsedDays === 1 ? "day" : "days"} after its start.`;
}

/** "In writing (this one is not); with it, past ones broke down 0.37 times as fast (95% interval 0.23 to 0.58)." */
export function effectInWords({ because, hazardRatio, low, high }: CovariateEffect): string {
  const [ratio, from, to] = [hazardRatio, low, high].map((value) => value.toFixed(2));
  return `${because}; with it, past ones broke down ${ratio} times as fast (95% interval ${from} to ${to}).`;
}

/** One sentence, good or bad. */
export function backtestInWords(result: BacktestResult): string {
  const { title, from, to, scored, byHorizon, concordance, skill } = result;
  const briers = byHorizon
    .map(({ days, brier, baseBrier }) => `${days} days ${brier.toFixed(4)} against ${baseBrier.toFixed(4)}`)
    .join(", ");
  const gain = [skill.value, skill.low, skill.high].map((share) => `${(share * 100).toFixed(1)}%`);
  const rank = concordance === null ? "" : ` C-index ${concordance.toFixed(2)}.`;
  return `${title}, ${from} to ${to}, ${scored} agreements: Brier ${briers}; skill ${gain[0]} (95% interval ${gain[1]} to ${gain[2]}).${rank} ${verdictOn(result)}`;
}

function verdictOn({ model, beatsBaseRate }: BacktestResult): string {
  if (beatsBaseRate) return "It beats the base rate.";
  if (model === "classes") return "Not surely better than the base rate: take classes as context, not as a forecast.";
  return "It does not beat the base rate, so it is not offered.";
}
