/** An agreement's traits and the classes -> those it belongs to, best fitting first, and those it might belong to. */
import type { ReferenceClass, Traits } from "../model/history.js";
import type { WeighedClass } from "../model/weighing.js";
import { conditionsOf } from "./class-membership.js";

export interface FittedClass {
  entry: ReferenceClass;
  fit: WeighedClass["fit"];
  because: string[];
}

export interface ClassFit {
  fits: FittedClass[];
  mightFit: { id: string; title: string; missing: string[] }[];
}

/** Order of fit: under all readings before some; then the class that asks for more; then the smaller one. */
export function fitClasses(
  readings: readonly { reading: string; traits: Traits }[],
  classes: readonly ReferenceClass[],
  sizeOf: (id: string) => number,
): ClassFit {
  const fits: FittedClass[] = [];
  const mightFit: ClassFit["mightFit"] = [];
  for (const entry of classes) {
    const answers = readings.map(({ reading, traits }) => ({ reading, conditions: conditionsOf(entry.where, traits) }));
    const met = answers.filter(({ conditions }) => conditions.every(({ answer }) => answer === "met"));
    if (met.length > 0)
      fits.push(
        fitted(
          entry,
          met.map(({ reading }) => reading),
          answers.length,
          answers[0]!.conditions,
        ),
      );
    const open = answers.filter(({ conditions }) => conditions.every(({ answer }) => answer !== "unmet"));
    if (met.length > 0 || open.length === 0) continue;
    const missing = open[0]!.conditions.filter(({ answer }) => answer === "unknown").map(({ asks }) => asks);
    mightFit.push({ id: entry.id, title: entry.title, missing });
  }
  const asked = ({ entry }: FittedClass) => Object.keys(entry.where).length;
  fits.sort(
    (a, b) =>
      Number(a.fit === "some-readings") - Number(b.fit === "some-readings") ||
      asked(b) - asked(a) ||
      sizeOf(a.entry.id) - sizeOf(b.entry.id),
  );
  return { fits, mightFit };
}

function fitted(
  entry: ReferenceClass,
  met: readonly string[],
  readings: number,
  conditions: ReturnType<typeof conditionsOf>,
): FittedClass {
  const all = met.length === readings;
  const asked = conditions.map(({ asks }) => asks);
  const under = all ? [] : [`only under the reading ${met.join(", ")}`];
  return { entry, fit: all ? "fits" : "some-readings", because: [...asked, ...under] };
}
