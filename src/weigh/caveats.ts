/** What a weighing rests on -> the sentences a reader must know before using a number of it. */
import type { Agreement } from "../model/agreement.js";
import type { History } from "../model/history.js";
import type { WeighedClass } from "../model/weighing.js";
import { type Elapsed, hasLapsed } from "./agreement-days.js";

const SMALL_CLASS = 200;
const FEW_BROKE = 10;

/** Most weighty first. */
export function caveatsOf(
  agreement: Agreement,
  classes: readonly WeighedClass[],
  histories: readonly History[],
  elapsed: Elapsed | null,
  asOf: string,
): string[] {
  const none =
    classes.length === 0
      ? ["No class of past agreements fits what the file says of this one, so no chance is given."]
      : [];
  return [
    ...none,
    ...stateCaveats(agreement),
    ...(hasLapsed(agreement, asOf)
      ? ["By this day its term is over under every reading, unless it was renewed; past chances are not told again."]
      : []),
    ...elapsedCaveats(agreement, elapsed),
    ...classes.flatMap(classCaveats),
    ...histories.flatMap(({ caveats }) => caveats),
  ];
}

/** ISO 3166-1 alpha-3 ids are states. */
function stateCaveats({ parties }: Agreement): string[] {
  const states = parties.filter((id) => /^[A-Z]{3}$/.test(id));
  return states.length > 1
    ? [`Its parties are states (${states.join(", ")}); every class holds conflicts within states only.`]
    : [];
}

function elapsedCaveats({ readings }: Agreement, elapsed: Elapsed | null): string[] {
  if (!elapsed) return ["No reading has started by this day, so chances are counted from the start."];
  const [least, most] = elapsed.range;
  const differ = `By this day ${least} to ${most} days have passed since its start, depending on the reading; chances count the shorter time.`;
  return readings.length > 1 && least !== most ? [differ] : [];
}

function classCaveats({ title, n, fates, brokenBy }: WeighedClass): string[] {
  const unclear = fates.unclear / Math.max(n, 1);
  return [
    ...(n < SMALL_CLASS ? [`${title}: a small class (${n}).`] : []),
    ...(fates["broke-down"] < FEW_BROKE
      ? [`${title}: only ${fates["broke-down"]} are known to have broken down.`]
      : []),
    ...(unclear >= 0.3
      ? [`${title}: the fate of ${Math.round(unclear * 100)}% is unclear; read the bounds, not the chance.`]
      : []),
    ...(brokenBy.some(({ probability }) => probability === null)
      ? [`${title}: none was followed for as long as this one has lasted.`]
      : []),
  ];
}
