/** Predictions of others -> gated, kept, coded, settled and scored; each rule with what it refuses. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readCatalog } from "../../catalog/read-catalog.js";
import type { Document } from "../../model/document.js";
import { Forecast, type ForecastEvent } from "../../model/forecast.js";
import { compilePatterns, matchPatterns } from "../../text/pattern.js";
import { parseText } from "../../text/syntax/parse-text.js";
import { proposeForecasts } from "./propose-forecasts.js";
import { gateQuote } from "./quote-gate.js";
import { checkForecast, parseRegistry, registryLine, standingForecasts } from "./registry.js";
import { forecasterRecords, scoreForecasts } from "./score-forecasts.js";

const catalog = readCatalog(fileURLToPath(new URL("../../../catalog", import.meta.url)));
const SHA = "0".repeat(64);
const at = "2025-04-01T00:00:00.000Z";
const evidence = { source: "The paper", quote: "the truce will probably fail" };
const given = {
  id: "one",
  by: "An analyst",
  question: "truce",
  settledBy: "Did the truce fail?",
  madeOn: "2025-03-01",
  resolvesOn: "2025-04-01",
  evidence,
};
const added = (change: object = {}): ForecastEvent => ({
  event: "added",
  at,
  forecast: Forecast.parse({ ...given, ...change }),
});
const coded = (id: string, probability: number): ForecastEvent => ({
  event: "coded",
  at,
  id,
  probability,
  codedBy: "A coder",
});
const resolved = (id: string, outcome: "yes" | "no" | "void"): ForecastEvent => ({
  event: "resolved",
  at,
  id,
  resolution: { outcome, on: "2025-04-01", by: "An editor", evidence },
});
const scoresOf = (events: ForecastEvent[]) => scoreForecasts(standingForecasts(events));

describe("the gate", () => {
  const text = "He said the truce will probably fail. Others say the Truce will hold; the truce will hold, they say.";
  it("finds the exact slice", () => {
    const { start, end, sha256 } = gateQuote(evidence, { text, sha256: SHA });
    expect([text.slice(start, end), sha256]).toEqual([evidence.quote, SHA]);
  });
  it.each([
    ["the truce will surely fail", undefined, "is no exact slice"],
    ["THE TRUCE WILL PROBABLY FAIL", undefined, "with other capitals"],
    ["will hold", undefined, "stands more than once"],
    ["will hold", 3, "is no exact slice"],
  ])("refuses %j at %s", (quote, start, message) =>
    expect(() =>
      gateQuote({ source: "The paper", quote, ...(start === undefined ? {} : { start }) }, { text, sha256: SHA }),
    ).toThrow(message),
  );
});

describe("the registry", () => {
  it("reads back what it writes", () => {
    const lines = [added(), coded("one", 0.7), resolved("one", "yes")].reduce(
      (text, event) => text + registryLine(event, parseRegistry(text, "r")),
      "",
    );
    expect(standingForecasts(parseRegistry(lines, "r"))[0]).toMatchObject({
      probability: 0.7,
      codedBy: "A coder",
      resolution: { outcome: "yes" },
    });
  });

  it.each([
    ["a forecast twice", [added(), added()], 'a forecast "one" already'],
    ["a stranger", [coded("two", 0.5)], 'no forecast "two"'],
    ["a change after it is settled", [added(), resolved("one", "no"), coded("one", 0.5)], "is settled since"],
    ["a code over a stated probability", [added({ probability: 0.3 }), coded("one", 0.5)], "An analyst stated"],
  ])("refuses %s", (_, events, message) => expect(() => standingForecasts(events)).toThrow(message));

  it.each([
    ["{", "line 1"],
    ['{"event":"added"}', "line 1"],
    ['{"event":"coded","at":"2025-04-01T00:00:00.000Z","id":"one","probability":1,"codedBy":"x"}', "probability"],
  ])("names the line of %j", (line, message) => expect(() => parseRegistry(line, "r.ndjson")).toThrow(message));

  it.each([
    [{ resolvesOn: "2025-02-01" }, "is before it was made"],
    [{ codedBy: "A coder" }, "no probability is given"],
    [{ probability: 1 }, "probability"],
    [{ madeOn: "soon" }, "madeOn"],
  ])("refuses a file with %j", (change, message) =>
    expect(() => checkForecast({ ...given, ...change }, "f.yaml")).toThrow(message),
  );
});

describe("scores", () => {
  it("are Brier, log and baseline for what came", () => {
    const [score] = scoresOf([added({ probability: 0.8 }), resolved("one", "yes")]);
    expect(score!.brier).toBeCloseTo(0.04, 12);
    expect(score!.logScore).toBeCloseTo(Math.log(0.8), 12);
    expect(score!.baselineScore).toBeCloseTo(67.807, 3);
    expect(score!.peerScore).toBeNull();
  });

  it("set forecasters of one question against each other, and sum to 0 for two", () => {
    const both = scoresOf([
      added({ probability: 0.8 }),
      added({ id: "two", by: "Another", probability: 0.4 }),
      resolved("one", "yes"),
      resolved("two", "yes"),
    ]);
    expect(both[0]!.peerScore).toBeCloseTo(100 * Math.log(2), 9);
    expect(both[0]!.peerScore! + both[1]!.peerScore!).toBeCloseTo(0, 9);
  });

  it.each([
    ["words without a number", [added({ hedge: "very, very difficult" }), resolved("one", "yes")]],
    ["what is void", [added({ probability: 0.8 }), resolved("one", "void")]],
    ["what is open", [added({ probability: 0.8 })]],
  ])("leave out %s", (_, events) => expect(scoresOf(events)[0]!.brier).toBeNull());

  it("make a record with calibration, and count words apart", () => {
    const events = [
      added({ probability: 0.9 }),
      added({ id: "two", probability: 0.9 }),
      added({ id: "three", hedge: "hard" }),
      resolved("one", "yes"),
      resolved("two", "no"),
    ];
    const [record] = forecasterRecords(scoresOf(events));
    expect(record).toMatchObject({ by: "An analyst", forecasts: 3, scored: 2, withoutNumber: 1 });
    expect(record!.calibration[0]).toMatchObject({ n: 2, predicted: 0.9, observed: 0.5 });
    expect(record!.brier).toBeCloseTo((0.01 + 0.81) / 2, 12);
  });
});

describe("the words of prediction", () => {
  const examples = catalog.predictions.flatMap(({ id, examples: sentences }) =>
    sentences.map((sentence) => [id, sentence] as const),
  );
  const index = compilePatterns(catalog.predictions.map(({ id, pattern }) => ({ id, patterns: [pattern] })));
  it.each(examples)("%s is found in %j", (id, sentence) => {
    const found = parseText(sentence).flatMap(({ tokens }) => matchPatterns(index, tokens).map((match) => match.id));
    expect(found).toContain(id);
  });
});

describe("proposeForecasts", () => {
  const proposed = (text: string) => {
    const document = {
      id: "x",
      source: "x.txt",
      text,
      sha256: SHA,
      genre: "report",
      published: null,
    } as unknown as Document;
    return proposeForecasts(document, [], catalog);
  };

  it.each([
    ["An analyst in Vienna said the ceasefire will probably collapse within a month.", "An analyst in Vienna", null],
    ["Analysts doubt that the truce will last.", "Analysts", "doubt"],
    ["Historians said that a peace deal is unlikely this year.", "Historians", "unlikely"],
  ])("takes %j", (text, by, hedge) => {
    const [proposal] = proposed(text);
    expect(proposal).toMatchObject({ by, hedge, statement: text });
    expect(text.slice(proposal!.evidence.start, proposal!.evidence.end)).toBe(proposal!.evidence.quote);
  });

  it.each([
    "The President of Chile said that the ceasefire will probably hold.",
    "Norway said the truce will not last.",
    "Reporters asked whether the truce will hold.",
    "The analyst said that the weather will probably improve.",
    "The analyst welcomed the ceasefire.",
  ])("leaves %j", (text) => expect(proposed(text)).toEqual([]));
});
