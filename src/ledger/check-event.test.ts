import { expect, test } from "vitest";
import { commitment, evidence, status } from "../../test/test-stores.js";
import type { EventDraft } from "../model/ledger-event.js";
import { checkEvent, type Facts } from "./check-event.js";
import { startOf } from "./instants.js";

const known: Facts = {
  now: startOf("2025-04-01"),
  commitment: (id) => (id === "halt" ? { recordedOn: startOf("2025-03-18"), lastSeq: 3 } : undefined),
  text: (document, sha256) =>
    document === "memo" && sha256 === evidence().textSha256
      ? "x".repeat(evidence().start) + evidence().quote
      : undefined,
  hasRecord: (_, id) => id === "a1",
};

const partly = { what: { ...status("RUS", "partly-fulfilled").what } as EventDraft["what"] };
const review: EventDraft = {
  on: "2025-03-18",
  author: "e",
  what: { type: "record-reviewed", kind: "act", id: "a2", decision: "published", note: null },
};
const reading = (more: object) => ({ readings: [{ id: "x", evidence: null, ...more }] });

const refused: [title: string, draft: EventDraft, code: string][] = [
  ["a day to come", status("RUS", "accepted", { on: "2025-04-03" }), "date-future"],
  ["a day before the commitment", status("RUS", "accepted", { on: "2025-03-17" }), "date-order"],
  ["a day that is none", status("RUS", "accepted", { on: "2025-02-30" }), "date-invalid"],
  ["an unknown commitment", status("RUS", "accepted", {}, "other"), "commitment-unknown"],
  ["a commitment that is there", commitment("halt"), "commitment-known"],
  ["an end before the start", commitment("b", reading({ starts: "2025-03-18", ends: "2025-03-17" })), "date-order"],
  [
    "an end at the very start",
    commitment("b", reading({ starts: "2025-03-18T10:00:00Z", ends: "2025-03-18T09:59:59Z" })),
    "date-order",
  ],
  [
    "two readings of one id",
    commitment("b", {
      readings: [
        { id: "x", evidence: null },
        { id: "x", evidence: null },
      ],
    }),
    "commitment-readings",
  ],
  [
    "a text that is not in the archive",
    commitment("b", reading({ evidence: { ...evidence(), document: "other" } })),
    "evidence-unknown",
  ],
  [
    "words that stand elsewhere",
    commitment("b", reading({ evidence: { ...evidence(), start: 3 } })),
    "evidence-not-verbatim",
  ],
  ["partly fulfilled without a count", { ...status("RUS", "partly-fulfilled"), ...partly }, "count-invalid"],
  ["an unknown record", review, "record-unknown"],
];
test.each(refused)("%s is refused", (_, draft, code) => {
  expect(() => checkEvent(draft, known)).toThrow(expect.objectContaining({ code }));
});

test("what is in order passes, a day ahead of UTC too", () => {
  checkEvent(status("RUS", "accepted", { on: "2025-04-02" }), known);
  checkEvent(commitment("b", reading({ starts: "2025-03-18", ends: "2025-03-18" })), known);
});
