import { expect, test } from "vitest";
import { askTogether } from "./ask-together.js";

test("asks once for all who ask at one moment, and again for who asks while the question is on its way", async () => {
  const questions: string[][] = [];
  const state = { a: 1, b: 1 };
  const answers: (() => void)[] = [];
  const ask = askTogether<number>(async (keys) => {
    questions.push(keys);
    const seen = new Map(Object.entries(state));
    await new Promise<void>((answer) => answers.push(answer));
    return seen;
  });
  const first = [ask("a"), ask("b"), ask("a"), ask("c")];
  await new Promise(setImmediate);
  state.a = 2;
  const late = ask("a");
  await new Promise(setImmediate);
  answers[0]!();
  expect(await Promise.all(first)).toEqual([1, 1, 1, undefined]);
  answers[1]!();
  expect(await late).toBe(2);
  expect(questions).toEqual([["a", "b", "c"], ["a"]]);
});

test("tells a failure to those who asked, and asks again for the next", async () => {
  let fails = true;
  const ask = askTogether<number>(async () => {
    if (fails) throw new Error("gone");
    return new Map([["a", 1]]);
  });
  await expect(ask("a")).rejects.toThrow("gone");
  fails = false;
  expect(await ask("a")).toBe(1);
});
