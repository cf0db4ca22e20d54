/** The library of survival analysis, `readout/survival`: names passed on and nothing else. Input: columns; no files. */
export { clopperPearson, type Interval, jeffreys, wilson } from "./numbers/binomial-intervals.js";
export { exactRateRatio, type RateRatio } from "./numbers/rate-ratio.js";
export * from "./survival/aalen-johansen.js";
export * from "./survival/concordance.js";
export type { CoxColumns } from "./survival/cox/cox-design.js";
export { type ChiSquaredTest, type Coefficient, type CoxFit, type CoxOptions, fitCox } from "./survival/cox/fit-cox.js";
export { baselineHazard, type PredictedSurvival, predictSurvival } from "./survival/cox/predict-cox.js";
export type { Ties } from "./survival/cox/risk-sets.js";
export * from "./survival/cox/schoenfeld-test.js";
export * from "./survival/kaplan-meier.js";
export { type LifeTable, lifeTable, startingAfter } from "./survival/life-table.js";
export * from "./survival/log-rank.js";
export * from "./survival/nelson-aalen.js";
export type { Observations } from "./survival/observations.js";
export * from "./survival/parametric/fit-parametric.js";
export type { ParametricColumns } from "./survival/parametric/parametric-design.js";
export * from "./survival/restricted-mean.js";
