import { describe, expect, it } from "vitest";
import {
  betaCdf,
  betaQuantile,
  chiSquaredQuantile,
  chiSquaredUpperTail,
  gammaCdf,
  gammaQuantile,
  normalCdf,
  normalQuantile,
  normalUpperTail,
  studentQuantile,
  studentTwoSided,
} from "./distributions.js";

/** What R 4.2.2 prints with fifteen digits. */
const CASES: readonly [string, number, number][] = [
  ["normalQuantile(.9)", normalQuantile(0.9), 1.2815515655446],
  ["normalQuantile(1e-12)", normalQuantile(1e-12), -7.03448382530113],
  ["normalCdf(-8)", normalCdf(-8), 6.22096057427178e-16],
  ["normalUpperTail(8)", normalUpperTail(8), 6.22096057427178e-16],
  ["studentQuantile(.975, 5)", studentQuantile(0.975, 5), 2.57058183563631],
  ["studentQuantile(.995, 1)", studentQuantile(0.995, 1), 63.6567411628715],
  ["studentQuantile(1e-9, 3)", studentQuantile(1e-9, 3), -1033.10967450381],
  ["studentQuantile(.975, 1e6)", studentQuantile(0.975, 1e6), 1.95996635681411],
  ["studentQuantile(.6, .5)", studentQuantile(0.6, 0.5), 0.397975426784782],
  ["studentQuantile(.5, 4)", studentQuantile(0.5, 4), 0],
  ["studentTwoSided(-3.2, 7)", studentTwoSided(-3.2, 7), 0.0150658113424893],
  ["chiSquaredQuantile(.95, 3)", chiSquaredQuantile(0.95, 3), 7.81472790325118],
  ["chiSquaredUpperTail(150, 1)", chiSquaredUpperTail(150, 1), 1.73364324571783e-34],
  ["chiSquaredUpperTail(-1, 1)", chiSquaredUpperTail(-1, 1), 1],
  ["gammaQuantile(.025, 4, 2)", gammaQuantile(0.025, 4, 2), 0.544932686813162],
  ["gammaCdf(3, 2, 1.5)", gammaCdf(3, 2, 1.5), 0.938900519039667],
  ["betaCdf(.3, 2, 5)", betaCdf(0.3, 2, 5), 0.579825],
  ["betaQuantile(.025, 38, 62)", betaQuantile(0.025, 38, 62), 0.287835563083857],
  ["betaQuantile(1e-10, 2, 300)", betaQuantile(1e-10, 2, 300), 4.70623012805913e-8],
];

describe("distributions", () => {
  it.each(CASES)("%s as in R", (_, value, expected) => {
    expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-11 * Math.abs(expected));
  });
});
