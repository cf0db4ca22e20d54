/** An agreement -> what each of its readings makes it: the traits that reference classes ask for. */
import { type Agreement, type Reading, termsOf } from "../model/agreement.js";
import type { Traits } from "../model/history.js";
import { firstDay, lastDay } from "./agreement-days.js";

/** One a reading. What the file leaves open stays null, never guessed. */
export function traitsOf(agreement: Agreement): { reading: string; traits: Traits }[] {
  return agreement.readings.map((reading) => ({ reading: reading.id, traits: traitsUnder(agreement, reading) }));
}

function traitsUnder(agreement: Agreement, reading: Reading): Traits {
  const terms = termsOf(agreement, reading);
  const termDays = termDaysOf(terms);
  const { kind, coverage, form, monitors, mediators, jointText } = agreement;
  const prohibits = terms.prohibits ?? [];
  return {
    kind: prohibits.length > 0 ? "ceasefire" : form === "written" && jointText === true ? "peace-agreement" : null,
    fixedTerm: termDays === null ? null : true,
    termDays,
    partial: coverage === undefined ? coversPart(terms) : coverage === "partial",
    written: form === undefined ? null : form === "written",
    monitored: monitors === undefined ? null : monitors.length > 0,
    mediated: mediators === undefined ? null : mediators.length > 0,
    multilateral: kind === undefined ? null : kind !== "unilateral",
    definitive: null,
    signed: form === undefined || jointText === undefined ? null : form === "written" && jointText,
  };
}

/** From `durationDays`, else from the days it starts and ends on; null where neither is told. */
export function termDaysOf(terms: Reading): number | null {
  if (terms.durationDays !== undefined) return terms.durationDays;
  if (terms.starts === undefined || terms.ends === undefined) return null;
  return Math.round((Date.parse(lastDay(terms.ends)) - Date.parse(firstDay(terms.starts))) / 86_400_000) + 1;
}

/** Targets that leave something out make it partial; a list that is open says nothing. */
function coversPart({ targets }: Reading): boolean | null {
  if (targets === undefined) return null;
  return !targets.includes("any");
}
