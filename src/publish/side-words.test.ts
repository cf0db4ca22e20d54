import { expect, test } from "vitest";
import { NAMES } from "../../test/fixtures/comparison.js";
import { attributionWords, clauseWords, sideLine } from "./side-words.js";

const FRANCE = ["FRA", "?"];
test.each([
  [["FRA", "IND"], "agreed", "asserted", "reach-agreement", "France and India|agreed"],
  [FRANCE, "agreed", "asserted", "reach-agreement", "France and someone it does not name|agreed"],
  [["?"], "agreed", "negated", "reach-agreement", "|did not agree, by whom it does not say"],
  [["FRA"], "expressed", "asserted", "default:statement", "|says of France"],
  [["?"], "expressed", "asserted", "default:prediction", "|says, naming nobody"],
  [["FRA"], "expressed", "unasserted", "default:statement", "|says of France (spoken of, not confirmed)"],
] as const)("%j %s, %s, found by %s: %s", (actors, act, veridicality, rule, words) => {
  expect(clauseWords({ actors: [...actors], act, veridicality, rule }, NAMES).join("|")).toBe(words);
});

const SIDE = {
  act: "expressed",
  veridicality: "asserted",
  actors: ["?"],
  strength: 0.3,
  rule: "default:statement",
} as const;
const READOUT = { genre: "readout", publisher: "Kremlin" } as const;
const REPORT = { genre: "report", publisher: "Reuters" } as const;
const VOICE = { ...REPORT, voice: { kind: "side", name: "Russia" } } as const;

test.each([
  [["Kremlin"], READOUT, "says, naming nobody"],
  [["Kremlin", "Ankara"], READOUT, "according to Ankara"],
  [["Ankara"], { ...READOUT, publisher: null }, "according to Ankara"],
  [["Reuters", "Kremlin"], REPORT, "according to Reuters, citing the Kremlin"],
  [["Reuters", "Kremlin"], VOICE, "according to the Kremlin"],
  [["Reuters"], VOICE, "says, naming nobody"],
] as const)("%j in %j: %s", (attribution, source, words) => {
  expect(sideLine({ ...SIDE, actors: [...SIDE.actors], attribution: [...attribution] }, source, NAMES)).toBe(words);
});

test.each([
  [[], [], null, ""],
  [["Kremlin"], [], "Kremlin", ""],
  [["Kremlin", "Russia"], ["Russia"], "Kremlin", ""],
  [["Kremlin", "Russian side"], ["Russia"], "Kremlin", "according to the Russian side"],
  [["Reuters", "Kremlin", "the spokesperson"], [], "Reuters", "according to the Kremlin, citing the spokesperson"],
  [["Reuters", "Kremlin", "Russia"], ["Russia"], null, "according to Reuters, citing the Kremlin"],
  [["Kremlin", "Peru and Chile"], ["Chile", "Peru"], "Kremlin", ""],
] as const)("attribution %j of %j published by %s: %s", (chain, actors, own, words) => {
  expect(attributionWords(chain, actors, own)).toBe(words);
});
