import { expect, test } from "vitest";
import { diffWords } from "../../text/word-diff.js";
import { publishEdit } from "./edit-view.js";

const END = { takenAt: null, sha256: "0" };

function edit(before: string, after: string) {
  const hunks = diffWords(before, after);
  return publishEdit({ document: "us", before: END, after: END, gone: false, hunks, acts: [], text: after });
}

const joined = (before: string, after: string) =>
  edit(before, after)
    .pieces.map(({ kind, words }) => ({ same: words, gap: "…", out: `[-${words}-]`, in: `{+${words}+}` })[kind])
    .join("");

test.each([
  ["They agreed to talk.", "They discussed talks.", "They [-agreed to talk.-]{+discussed talks.+}"],
  ["One. Two. Three.", "One. Three.", "One. [-Two.-]Three."],
  ["One.", "One. Two.", "One. {+Two.+}"],
  ["the same words", "the  same\nwords", ""],
])("%s -> %s", (before, after, expected) => {
  expect(joined(before, after).replace(/\s+/g, " ").replace("-] ", "-]").trim()).toBe(expected.trim());
});

test("counts the words that went and came", () => {
  expect(edit("They agreed to halt strikes now.", "They discussed a halt to strikes now.")).toMatchObject({
    wordsOut: 3,
    wordsIn: 4,
  });
});

test("keeps a little of what stands around an edit and leaves out what is far from it", () => {
  const far = "word ".repeat(200);
  const { pieces } = edit(`${far}old ${far}`, `${far}new ${far}`);
  expect(pieces.map(({ kind }) => kind)).toEqual(["gap", "same", "out", "in", "same", "gap"]);
  expect(pieces.filter(({ kind }) => kind === "same").every(({ words }) => words.length <= 141)).toBe(true);
});
