import { expect, test } from "vitest";
import type { Effects } from "./effects.js";
import { colourWanted, columnsOf } from "./terminal.js";

const world = (isTTY: boolean, columns: number | undefined, env: Effects["env"]) =>
  ({ stdout: { isTTY, columns, write: async () => {} }, env }) as unknown as Effects;

test.each([
  ["of the terminal", 120, { COLUMNS: "80" }, 120],
  ["of the environment", undefined, { COLUMNS: "80" }, 80],
  ["neither", undefined, {}, 100],
  ["nonsense", undefined, { COLUMNS: "wide" }, 100],
  ["too narrow to read", 10, {}, 40],
])("width: %s", (_, columns, env, width) => {
  expect(columnsOf(world(true, columns, env))).toBe(width);
});

test.each([
  [true, {}, true],
  [false, {}, false],
  [true, { NO_COLOR: "1" }, false],
  [true, { NO_COLOR: "" }, true],
  [true, { TERM: "dumb" }, false],
])("colour on a terminal (%s) with %j: %s", (isTTY, env, colour) => {
  expect(colourWanted(world(isTTY, 80, env))).toBe(colour);
});
