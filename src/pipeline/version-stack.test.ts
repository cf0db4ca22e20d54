import { expect, test } from "vitest";
import { versionStack } from "./version-stack.js";

const after = (bodies: string) => versionStack([...bodies].map((body) => ({ body }))).map(({ body }) => body);

test.each([
  ["abc", "abc", "nothing was undone"],
  ["abcb", "ab", "one step back"],
  ["abcba", "a", "two steps back"],
  ["abcbd", "abd", "a new version after a step back"],
  ["abcbaxa", "a", "back to the first, on, and back again"],
  ["", "", "nothing there"],
])("%s leaves %s: %s", (bodies, left) => {
  expect(after(bodies).join("")).toBe(left);
});
