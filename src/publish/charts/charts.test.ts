/** Curves -> a drawing and lines of a terminal that hold what they should. */
import { describe, expect, it } from "vitest";
import type { WeighedClass } from "../../model/weighing.js";
import { incidenceChart } from "./incidence-chart.js";
import { terminalCurve } from "./terminal-curve.js";

const curve = [
  { days: 0, brokeDown: 0, low: 0, high: 0, expired: 0, replaced: 0 },
  { days: 10, brokeDown: 0.1, low: 0.05, high: 0.2, expired: 0.2, replaced: 0.1 },
  { days: 90, brokeDown: 0.3, low: 0.2, high: 0.45, expired: 0.4, replaced: 0.2 },
];
const weighed = { title: "Truces <at> the lake", n: 20, followed: 18, curve } as WeighedClass;

describe("incidenceChart", () => {
  const svg = incidenceChart(weighed, { elapsedDays: 6 });

  it("is one SVG with its labels, made safe", () => {
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    for (const words of ["broke down", "ran to its term", "replaced or renewed", "today", "Truces  at  the lake"])
      expect(svg).toContain(words);
    expect(svg).not.toContain("<at>");
  });

  it("speaks the reader's language and leaves out a day that is past its end", () => {
    const other = incidenceChart(weighed, { elapsedDays: 900, words: { brokeDown: "rompues" } });
    expect(other).toContain("rompues");
    expect(other).not.toContain("today");
  });

  it("draws an empty class without failing", () => expect(incidenceChart({ ...weighed, curve: [] })).toContain("<svg"));
});

describe("terminalCurve", () => {
  const points = curve.map(({ days, brokeDown, low, high }) => ({ x: days, y: brokeDown, low, high }));

  it("fits its width, ends its axis on the horizon and never falls", () => {
    const lines = terminalCurve(points, 90, 60);
    expect(lines.every((line) => line.length <= 60)).toBe(true);
    expect(lines.at(-1)).toMatch(/day 90$/);
    const row = (column: number) => lines.findIndex((line) => /[▁─▔]/.test(line[column] ?? ""));
    const rows = Array.from({ length: 40 }, (_, at) => row(9 + at)).filter((found) => found >= 0);
    expect(rows.every((value, at) => at === 0 || value <= rows[at - 1]!)).toBe(true);
  });
});
