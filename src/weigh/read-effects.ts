/** An agreement and the effects of a model -> each effect, with what the agreement says of it. */
import type { Agreement } from "../model/agreement.js";
import type { History, Traits } from "../model/history.js";
import type { CovariateEffect, ModelEffect } from "../model/weighing.js";
import { traitsOf } from "./agreement-traits.js";

/** Effects of terms that the history has no words for are left out. */
export function readEffects(
  agreement: Agreement,
  history: History,
  effects: readonly ModelEffect[],
): CovariateEffect[] {
  const readings = traitsOf(agreement).map(({ traits }) => traits);
  return effects.flatMap((effect) => {
    const told = history.covariates.find(({ name }) => name === effect.name);
    if (!told) return [];
    const value = told.trait ? agreedValue(readings, told.trait) : null;
    const says = value === null ? "not known of this one" : value ? "so is this one" : "this one is not";
    return [{ ...effect, history: history.id, value, because: `${capitalised(told.words)} (${says})` }];
  });
}

/** Null where it is not known, or the readings differ. */
function agreedValue(readings: readonly Traits[], trait: keyof Traits): boolean | null {
  const values = new Set(readings.map((traits) => traits[trait]));
  const [value] = values;
  return values.size === 1 && typeof value === "boolean" ? value : null;
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
