import { expect, test } from "vitest";
import type { Act } from "../model/act.js";
import { Commitment } from "../model/commitment.js";
import type { Document } from "../model/document.js";
import { recordCommitment } from "./record-commitment.js";

const TEXT = "Russia agreed to halt strikes on energy for 30 days. Both will hand over 175 prisoners each.";
const document = (more: Partial<Document> = {}): Document => ({
  id: "ru",
  source: "ru.txt",
  text: TEXT,
  sha256: "0",
  title: null,
  publisher: "Kremlin",
  parties: ["RUS"],
  genre: "readout",
  published: "2025-03-18",
  language: "en",
  translated: false,
  complete: true,
  ...more,
});
const act = (more: Partial<Act> = {}): Act => ({
  id: "a1",
  document: "ru",
  act: "agreed",
  plover: "AGREE",
  actors: ["RUS:putin", "USA:trump"],
  recipients: [],
  attribution: ["Kremlin"],
  veridicality: "asserted",
  strength: 0.9,
  issues: ["energy-infrastructure"],
  scope: {
    targets: ["energy"],
    area: ["UKR", "the east"],
    parties: [],
    start: null,
    durationDays: 30,
    quantity: null,
    exceptions: [],
  },
  condition: null,
  rule: "r",
  trigger: { start: 7, end: 13, quote: "agreed" },
  weight: 1,
  clause: 0,
  quote: TEXT.slice(0, 51),
  start: 0,
  end: 51,
  ...more,
});
const record = (more: Partial<Act> = {}, from: Partial<Document> = {}) =>
  recordCommitment([{ act: act(more), document: document(from) }]);

test("an act that was agreed binds those who acted, with the reading of its source", () => {
  const { commitment, statuses } = record();
  expect(Commitment.parse(commitment)).toMatchObject({
    debtors: ["RUS", "USA"],
    kind: "bilateral",
    fixedTerm: true,
    consent: { RUS: "agreed" },
    readings: [{ id: "ru", party: "RUS", durationDays: 30, targets: ["energy"], area: ["UKR"] }],
  });
  expect(commitment.readings[0]!.starts).toBeUndefined();
  expect(statuses).toMatchObject([
    { source: "RUS", status: "accepted", on: "2025-03-18", evidence: { quote: TEXT.slice(0, 51) } },
  ]);
});

test("what another side's text says of a party is no consent of that party", () => {
  expect(record({}, { id: "us", parties: ["USA"] }).commitment.consent).toEqual({ USA: "agreed" });
  expect(record({}, { id: "report", parties: [] }).commitment.consent).toEqual({});
});

const refused: [Partial<Act>, string][] = [
  [{ veridicality: "unasserted" }, "act-not-binding"],
  [{ veridicality: "negated" }, "act-not-binding"],
  [{ act: "discussed" }, "act-not-binding"],
  [{ act: "rejected" }, "act-not-binding"],
  [{ act: "supported" }, "act-not-binding"],
  [{ actors: ["?"] }, "debtor-unstated"],
];
test.each(refused)("%j is no commitment", (more, code) => {
  expect(() => record(more)).toThrow(expect.objectContaining({ code }));
});

test("a condition makes what is said conditional", () => {
  const condition = { start: 0, end: 6, quote: "Russia" };
  const { commitment, statuses } = record({ condition });
  expect([statuses[0]!.status, commitment.antecedent, commitment.consent]).toEqual([
    "conditional",
    "Russia",
    { RUS: "conditional" },
  ]);
});

test("a proposal binds those it is made to and has nobody's consent", () => {
  const { commitment } = record({
    act: "proposed",
    actors: ["USA:trump"],
    scope: { ...act().scope, parties: ["RUS", "UKR"] },
  });
  expect([commitment.debtors, commitment.consent, commitment.kind]).toEqual([["RUS", "UKR"], {}, undefined]);
});

const quantities: [quote: string, count: number, of: string, each: boolean][] = [
  ["Both will hand over 175 prisoners each", 175, "prisoners", true],
  ["The sides would exchange 175 prisoners for 175 on 19 March", 175, "prisoners", true],
  ["It will hand over 23 severely wounded servicemen", 23, "severely wounded servicemen", false],
  ["It will hand over 1,200 bodies of the fallen", 1200, "bodies", false],
  ["It will hand over all of them, 23 in number", 23, "wounded", false],
];
test.each(quantities)("%s", (quote, count, of, each) => {
  const scope = { ...act().scope, quantity: count };
  const { commitment } = record({ act: "pledged", quote, scope, issues: ["wounded"] });
  expect(commitment.quantity).toEqual({ count, of, each });
});
