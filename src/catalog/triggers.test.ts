/** The act vocabulary -> each entry makes the act of its examples and stays out of its counter-examples. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Trigger } from "../model/catalog.js";
import type { Document } from "../model/document.js";
import { findActs } from "../statements/find-acts.js";
import { compileLexicon } from "../statements/lexicon.js";
import { matchTriggers } from "../statements/match-triggers.js";
import { parseText } from "../text/syntax/parse-text.js";
import { buildTree } from "../text/syntax/tree.js";
import { readCatalog } from "./read-catalog.js";

const FEWEST_ACTS = 250;
const FEWEST_GOVERNORS = 60;

const catalog = readCatalog(fileURLToPath(new URL("../../catalog", import.meta.url)));
const lexicon = compileLexicon(catalog);
const acts = catalog.triggers.filter(({ act }) => act !== null);
const governors = catalog.triggers.filter(({ act }) => act === null);

/** A statement of no party, so that nothing but its words decides. */
function documentOf(text: string): Document {
  return {
    id: "example",
    source: "-",
    text,
    sha256: "",
    title: null,
    publisher: null,
    parties: [],
    genre: "statement",
    published: null,
    language: "en",
    translated: false,
    complete: true,
  };
}

function rulesIn(text: string): string[] {
  return findActs(documentOf(text), lexicon).value.map(({ rule }) => rule);
}

/** Governors make no act: they are asked whether they are met, or an entry that does the same to the act inside. */
function matchedIn(text: string): Trigger[] {
  return parseText(text).flatMap((sentence) =>
    matchTriggers(buildTree(sentence), lexicon).map(({ trigger }) => trigger),
  );
}

describe("act entries", () => {
  it.each(acts.map((trigger) => [trigger.id, trigger] as const))("%s", (id, { examples, counterExamples }) => {
    expect(examples.filter((text) => !rulesIn(text).includes(id))).toEqual([]);
    expect(counterExamples.filter((text) => rulesIn(text).includes(id))).toEqual([]);
  });
});

describe("governors", () => {
  it.each(governors.map((trigger) => [trigger.id, trigger] as const))("%s", (id, entry) => {
    const governs = (text: string) => matchedIn(text).some(({ signature }) => signature === entry.signature);
    expect(entry.examples.filter((text) => !governs(text))).toEqual([]);
    expect(entry.counterExamples.filter((text) => matchedIn(text).some((met) => met.id === id))).toEqual([]);
  });
});

describe("the vocabulary", () => {
  it("is as wide as promised", () => {
    expect(acts.length).toBeGreaterThanOrEqual(FEWEST_ACTS);
    expect(governors.length).toBeGreaterThanOrEqual(FEWEST_GOVERNORS);
  });

  it("says for half of its entries or more where they do not hold", () => {
    const withCounters = catalog.triggers.filter(({ counterExamples }) => counterExamples.length > 0);
    expect(withCounters.length).toBeGreaterThanOrEqual(catalog.triggers.length / 2);
  });

  it("gives each act a strength and each governor none", () => {
    expect(acts.filter(({ strength }) => strength === null).map(({ id }) => id)).toEqual([]);
    expect(governors.filter(({ strength }) => strength !== null).map(({ id }) => id)).toEqual([]);
  });

  it("uses no example twice", () => {
    const examples = catalog.triggers.flatMap((trigger) => trigger.examples);
    expect(examples.filter((text, at) => examples.indexOf(text) !== at)).toEqual([]);
  });

  it("asks for something in every frame", () => {
    const idle = catalog.triggers.filter(
      ({ frame, head, pattern }) =>
        (frame === "phrase") !== (pattern !== null) || (frame === "phrase") !== (head.length === 0),
    );
    expect(idle.map(({ id }) => id)).toEqual([]);
  });
});
