import { expect, test } from "vitest";
import { commitment } from "../../test/test-stores.js";
import type { Commitment } from "../model/commitment.js";
import { consentSteps } from "./consent-steps.js";

const made = (consentSince?: object) =>
  (
    commitment("halt", { consent: { RUS: "agreed", UKR: "agreed", USA: "agreed" }, consentSince }).what as {
      commitment: Commitment;
    }
  ).commitment;

const cases: [title: string, since: object | undefined, steps: [on: string, withoutConsent: string[]][]][] = [
  ["no days", undefined, [["2025-03-18", []]]],
  ["a day that is not later", { RUS: "2025-03-18" }, [["2025-03-18", []]]],
  [
    "two later days",
    { UKR: "2025-03-25T12:00:00Z", USA: "2025-03-20" },
    [
      ["2025-03-18", ["UKR", "USA"]],
      ["2025-03-20", ["UKR"]],
      ["2025-03-25", []],
    ],
  ],
];
test.each(cases)("%s", (_, since, expected) => {
  const steps = consentSteps(made(since), "2025-03-18");
  const without = ({ consent }: Commitment) =>
    Object.keys(consent)
      .filter((party) => consent[party] !== "agreed")
      .sort();
  expect(steps.map((step) => [step.on, without(step.commitment)])).toEqual(expected);
  expect(steps.map(({ because }) => because === null)).toEqual(steps.map((_step, at) => at === 0));
  expect(steps.at(-1)!.commitment).toEqual(made(since));
});
