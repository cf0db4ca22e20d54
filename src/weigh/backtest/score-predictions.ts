/**
 * Predictions and what came of them -> Brier and logarithmic score, calibration, each weighted for censoring.
 *
 * A subject whose state on the day is known counts 1/G, G being the chance of being watched that long (Kaplan-Meier of
 * censoring); one lost before it counts 0. Sources: Graf et al. 1999, Stat Med 18:2529; Schoop et al. 2011, Biom J 53:88
 * (competing fates); Wolbers et al. 2009, Epidemiology 20:555 (C-index with competing fates).
 */
import { concordance } from "../../survival/concordance.js";
import { kaplanMeier } from "../../survival/kaplan-meier.js";
import { lifeTable, stepAt } from "../../survival/life-table.js";
import type { Subject } from "./subjects.js";

export interface Scored {
  subject: Subject;
  /** By the model and by the base rate, one a horizon. */
  model: number[];
  base: number[];
}

/** 1 where it had broken down by the day, and the weight with which that counts. */
export interface Outcome {
  broke: number;
  weight: number;
}

/** Probabilities are kept this far from 0 and 1, or one surprise would cost without limit. */
const LEAST = 0.001;

/** Of each subject on `day`. */
export function outcomesOn(day: number, subjects: readonly Subject[]): Outcome[] {
  const censoring = kaplanMeier(
    lifeTable({ time: subjects.map(({ days }) => days), event: subjects.map(({ kind }) => kind === 0) }),
  );
  const watched = (at: number) => Math.max(stepAt(censoring.time, censoring.survival, at, 1), 1e-6);
  return subjects.map(({ days, kind }) => {
    if (days > day) return { broke: 0, weight: 1 / watched(day) };
    if (kind === 0) return { broke: 0, weight: 0 };
    return { broke: kind === 1 ? 1 : 0, weight: 1 / watched(days - 1e-9) };
  });
}

/** Weighted mean of (p - outcome)². */
export function brierScore(predictions: readonly number[], outcomes: readonly Outcome[]): number {
  return mean(outcomes, ({ broke }, at) => (predictions[at]! - broke) ** 2);
}

/** Weighted mean of -log of the probability given to what came; lower is better. */
export function logScore(predictions: readonly number[], outcomes: readonly Outcome[]): number {
  return mean(outcomes, ({ broke }, at) => {
    const p = Math.min(1 - LEAST, Math.max(LEAST, predictions[at]!));
    return -Math.log(broke === 1 ? p : 1 - p);
  });
}

function mean(outcomes: readonly Outcome[], value: (outcome: Outcome, at: number) => number): number {
  const weight = outcomes.reduce((sum, outcome) => sum + outcome.weight, 0);
  return outcomes.reduce((sum, outcome, at) => sum + outcome.weight * value(outcome, at), 0) / weight;
}

const GROUPS = 4;

/** Groups of rising prediction: what was predicted, and the share that broke down. */
export function calibrationOf(predictions: readonly number[], outcomes: readonly Outcome[]) {
  const order = predictions.map((_, at) => at).sort((a, b) => predictions[a]! - predictions[b]!);
  const size = Math.ceil(order.length / GROUPS);
  return Array.from({ length: GROUPS }, (_, group) => order.slice(group * size, (group + 1) * size))
    .filter((members) => members.some((at) => outcomes[at]!.weight > 0))
    .map((members) => {
      const chosen = members.map((at) => outcomes[at]!);
      return {
        predicted: mean(chosen, (_, at) => predictions[members[at]!]!),
        observed: mean(chosen, ({ broke }) => broke),
        n: members.length,
      };
    });
}

/** Beyond every length of the data: those who ended otherwise never break down. */
const NEVER = 1e9;

/** Null where no pair can be compared. */
export function concordanceOf(predictions: readonly number[], subjects: readonly Subject[]): number | null {
  if (!subjects.some(({ kind }) => kind === 1)) return null;
  const time = subjects.map(({ days, kind }) => (kind > 1 ? NEVER : days));
  return concordance({ time, event: subjects.map(({ kind }) => kind === 1) }, predictions).concordance;
}

/** 1 less the model's squared error over the base rate's, with its 95% interval by leaving out each conflict in turn. */
export function skillOf(scored: readonly Scored[], horizons: readonly number[]) {
  const outcomes = horizons.map((day) =>
    outcomesOn(
      day,
      scored.map(({ subject }) => subject),
    ),
  );
  const errors = scored.map(({ subject, model, base }, at) => {
    const sum = (given: readonly number[]) =>
      horizons.reduce(
        (total, _, place) => total + outcomes[place]![at]!.weight * (given[place]! - outcomes[place]![at]!.broke) ** 2,
        0,
      );
    return { conflict: subject.conflict, model: sum(model), base: sum(base) };
  });
  const total = { model: 0, base: 0 };
  const byConflict = new Map<string, { model: number; base: number }>();
  for (const { conflict, model, base } of errors) {
    const own = byConflict.get(conflict) ?? { model: 0, base: 0 };
    byConflict.set(conflict, { model: own.model + model, base: own.base + base });
    total.model += model;
    total.base += base;
  }
  const value = 1 - total.model / total.base;
  const without = [...byConflict.values()].map(({ model, base }) => 1 - (total.model - model) / (total.base - base));
  const centre = without.reduce((sum, each) => sum + each, 0) / without.length;
  const spread = without.reduce((sum, each) => sum + (each - centre) ** 2, 0) * ((without.length - 1) / without.length);
  const reach = 1.96 * Math.sqrt(spread);
  return { value, low: value - reach, high: value + reach };
}
