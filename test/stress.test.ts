/** The engine on the stress set: it never says that somebody agreed who did not, and reads nine in ten right. */
import { describe, expect, it } from "vitest";
import { bundledEngine } from "../bench/stress/bundled-engine.js";
import { failures } from "../bench/stress/report-stress.js";
import { figuresOf, runStress } from "../bench/stress/run-stress.js";

describe("stress set", () => {
  const { engine, inFull } = bundledEngine();
  const result = runStress(engine, inFull);
  const figures = figuresOf(result);

  it("holds enough sentences", () => {
    expect(result.veridicality.length).toBeGreaterThanOrEqual(500);
    expect(new Set(result.veridicality.map(({ asked }) => asked.text)).size).toBe(result.veridicality.length);
  });

  it("asserts nothing falsely", () => {
    const invented = result.veridicality.filter(({ score }) => score.falseAssertions.length);
    expect(failures({ veridicality: invented, sets: [], attribution: [], reference: [] })).toBe("");
  });

  it("is read right in at least nine of ten sentences", () => {
    expect(figures.right).toBeGreaterThanOrEqual(0.9);
  });

  it("quotes exactly", () => {
    for (const { asked, acts } of [...result.veridicality, ...result.attribution, ...result.reference]) {
      for (const act of acts) expect(asked.text.slice(act.start, act.end)).toBe(act.quote);
    }
  });
});
