/** Subjects of the past -> a model that gives a new one the chance of breakdown by a day. */
import { ENDS, type ReferenceClass } from "../../model/history.js";
import { ReadoutError } from "../../model/problem.js";
import { aalenJohansen, type CumulativeIncidence, incidenceAt } from "../../survival/aalen-johansen.js";
import { type CoxFit, fitCox } from "../../survival/cox/fit-cox.js";
import { baselineHazard } from "../../survival/cox/predict-cox.js";
import { lifeTable } from "../../survival/life-table.js";
import { fitParametric, type ParametricFit, parametricSurvival } from "../../survival/parametric/fit-parametric.js";
import { isMember } from "../class-membership.js";
import type { Subject } from "./subjects.js";

/** P(broken down by day). */
export type Prediction = (subject: Subject, day: number) => number;

export interface Model {
  id: string;
  title: string;
  /** Null where the past is too thin for it; the base rate stands in then. */
  fit(past: readonly Subject[]): Prediction | null;
}

/** What every other model has to beat: the share that broke down in the past, whoever asks. */
export const baseRate: Model = {
  id: "base-rate",
  title: "The plain base rate",
  fit: (past) => {
    const curves = incidenceOf(past);
    return (_, day) => incidenceAt(curves, 0, day).probability;
  },
};

/** Below this a class says less than the base rate does. */
const FEWEST_IN_CLASS = 30;

/** The base rate of the narrowest class that the subject belongs to. */
export function classRates(classes: readonly ReferenceClass[]): Model {
  const byDemand = classes.toSorted((a, b) => Object.keys(b.where).length - Object.keys(a.where).length);
  return {
    id: "classes",
    title: "The base rate of the best fitting class",
    fit: (past) => {
      const curves = byDemand.flatMap((entry) => {
        const members = past.filter(({ traits }) => isMember(entry.where, traits));
        return members.length < FEWEST_IN_CLASS ? [] : [{ entry, curve: incidenceOf(members) }];
      });
      const whole = incidenceOf(past);
      return ({ traits }, day) => {
        const own = curves.find(({ entry }) => isMember(entry.where, traits));
        return incidenceAt(own?.curve ?? whole, 0, day).probability;
      };
    },
  };
}

/** Cause-specific Cox models of breakdown and of all other ends, joined: F(t | x) = Σ S(s-) dΛ1(s | x). */
export const coxRates: Model = {
  id: "cox",
  title: "A Cox model on its terms",
  fit: (past) => {
    const broke = fitCause(past, ({ kind }) => kind === 1);
    if (!broke) return null;
    const other = fitCause(past, ({ kind }) => kind > 1);
    const steps = mergedSteps(broke, other);
    return (subject, day) => {
      const [first, second] = [riskOf(broke, subject), other ? riskOf(other, subject) : 0];
      let [left, broken] = [1, 0];
      for (const { time, breakdown, ending } of steps) {
        if (time > day) break;
        broken += left * (1 - Math.exp(-first * breakdown));
        left *= Math.exp(-first * breakdown - second * ending);
      }
      return Math.min(1, broken);
    };
  },
};

/** A Weibull model; where other ends compete it has no place, so it is tried on histories with breakdown alone. */
export const weibullRates: Model = {
  id: "weibull",
  title: "A Weibull model on its terms",
  fit: (past) => {
    if (past.some(({ kind }) => kind > 1)) return null;
    const covariates = usable(past, ({ kind }) => kind === 1);
    const fit = attempt(
      (): ParametricFit =>
        fitParametric(
          { ...timesOf(past, ({ kind }) => kind === 1), covariates: columnsOf(past, covariates) },
          "weibull",
        ),
    );
    return fit && ((subject, day) => 1 - parametricSurvival(fit, day, subject.covariates));
  },
};

function incidenceOf(past: readonly Subject[]): CumulativeIncidence {
  return aalenJohansen(
    lifeTable({ time: past.map(({ days }) => days), event: past.map(({ kind }) => kind) }, ENDS.length),
  );
}

const FEWEST_EVENTS_A_SIDE = 5;

/** Names of covariates with enough events where they are 1 and where they are 0. */
function usable(past: readonly Subject[], isEvent: (subject: Subject) => boolean): string[] {
  const events = past.filter(isEvent);
  return Object.keys(past[0]?.covariates ?? {}).filter((name) => {
    const ones = events.filter(({ covariates }) => covariates[name] === 1).length;
    return ones >= FEWEST_EVENTS_A_SIDE && events.length - ones >= FEWEST_EVENTS_A_SIDE;
  });
}

/** Null where no covariate can be used, or the model has no finite fit. */
export function fitCause(past: readonly Subject[], isEvent: (subject: Subject) => boolean): CoxFit | null {
  const names = usable(past, isEvent);
  if (names.length === 0) return null;
  const cluster = past.map(({ conflict }) => conflict);
  return attempt(() => fitCox({ ...timesOf(past, isEvent), covariates: columnsOf(past, names), cluster }));
}

/** Days of 0 count as half a day, which has a logarithm. */
function timesOf(past: readonly Subject[], isEvent: (subject: Subject) => boolean) {
  return { time: past.map(({ days }) => Math.max(days, 0.5)), event: past.map(isEvent).map(Number) };
}

function columnsOf(past: readonly Subject[], names: readonly string[]): Record<string, number[]> {
  return Object.fromEntries(names.map((name) => [name, past.map(({ covariates }) => covariates[name] ?? 0)]));
}

function attempt<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof ReadoutError) return null;
    throw error;
  }
}

function riskOf({ coefficients }: CoxFit, { covariates }: Subject): number {
  return Math.exp(coefficients.reduce((sum, { name, coefficient }) => sum + coefficient * (covariates[name] ?? 0), 0));
}

/** Increments of both baseline hazards at every time of either. */
function mergedSteps(broke: CoxFit, other: CoxFit | null): { time: number; breakdown: number; ending: number }[] {
  const steps = new Map<number, { breakdown: number; ending: number }>();
  for (const [cause, fit] of [
    ["breakdown", broke],
    ["ending", other],
  ] as const) {
    if (!fit) continue;
    const { time, hazard } = baselineHazard(fit);
    for (const [at, day] of time.entries()) {
      const step = steps.get(day) ?? { breakdown: 0, ending: 0 };
      step[cause] = hazard[at]! - (hazard[at - 1] ?? 0);
      steps.set(day, step);
    }
  }
  return [...steps].map(([time, step]) => ({ time, ...step })).sort((a, b) => a.time - b.time);
}
