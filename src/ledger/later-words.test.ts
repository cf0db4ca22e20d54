import { expect, test } from "vitest";
import type { Act } from "../model/act.js";
import type { Document } from "../model/document.js";
import type { CommitmentState } from "../model/dossier.js";
import { proposeWords } from "./later-words.js";

const document = { id: "ru-2", text: "Russia denied that it had agreed.", published: "2025-03-20" } as Document;
const act = (more: Partial<Act>) =>
  ({
    id: "a9",
    act: "denied",
    veridicality: "asserted",
    actors: ["RUS:lavrov"],
    issues: ["energy"],
    condition: null,
    start: 0,
    end: 6,
    quote: "Russia",
    ...more,
  }) as Act;
const state = (status?: string) =>
  ({
    commitment: {
      id: "halt",
      debtors: ["RUS", "UKR"],
      creditors: [],
      common: {},
      readings: [],
      issues: ["energy"],
      origin: { acts: ["a1"] },
      declared: "2025-03-18",
    },
    sources: status ? { RUS: { status } } : {},
  }) as unknown as CommitmentState;
const condition = { start: 0, end: 6, quote: "Russia" };

const words: [Partial<Act>, string | undefined, string | null][] = [
  [{}, undefined, "denying"],
  [{ act: "rejected" }, undefined, "denying"],
  [{ act: "rejected" }, "accepted", "withdrawing"],
  [{ act: "accepted" }, undefined, "confirming"],
  [{ act: "accepted", condition }, undefined, "qualifying"],
  [{ act: "accepted", veridicality: "negated" }, undefined, "denying"],
  [{ act: "conditioned" }, undefined, "qualifying"],
  [{ act: "conditioned", veridicality: "unasserted" }, undefined, null],
  [{ act: "accepted", veridicality: "unasserted" }, undefined, null],
  [{ act: "discussed" }, undefined, null],
  [{ actors: ["USA:trump"] }, undefined, null],
  [{ actors: ["RUSSOPHILE"] }, undefined, null],
  [{ issues: ["trade"] }, undefined, null],
  [{ id: "a1" }, undefined, null],
];
test.each(words)("%j of a party that had said %s is %s", (more, held, word) => {
  const proposed = proposeWords(act(more), document, [state(held)]);
  expect(proposed.map((each) => each.word)).toEqual(word === null ? [] : [word]);
});

test("what was published before the commitment was declared is no later word", () => {
  expect(proposeWords(act({}), { ...document, published: "2025-03-01" }, [state()])).toEqual([]);
  expect(proposeWords(act({}), { ...document, published: null }, [state()])).toEqual([]);
});
