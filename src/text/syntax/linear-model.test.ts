/** Random sparse weights -> the models score as the plain sum over the rows does. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestClass, PackedModel, SparseModel, type SparseWeights } from "./linear-model.js";

const ROWS = 64;

/** `rows[r]` holds one weight a class, 0 where there is none. */
function sparse(rows: number[][], classCount: number): SparseWeights {
  const pairs = rows.map((row) => row.flatMap((weight, name) => (weight === 0 ? [] : [[name, weight] as const])));
  const rowStarts = new Uint32Array(ROWS + 1);
  pairs.forEach((row, r) => {
    rowStarts[r + 1] = rowStarts[r]! + row.length;
  });
  return {
    classCount,
    rowStarts,
    classes: Uint8Array.from(pairs.flat(), ([name]) => name),
    weights: Int8Array.from(pairs.flat(), ([, weight]) => weight),
  };
}

describe.each([
  ["SparseModel", SparseModel, 86],
  ["PackedModel", PackedModel, 3],
] as const)("%s", (_name, Model, classCount) => {
  const rows = fc.array(
    fc.array(fc.oneof(fc.constant(0), fc.integer({ min: -128, max: 127 })), {
      minLength: classCount,
      maxLength: classCount,
    }),
    { minLength: ROWS, maxLength: ROWS },
  );

  it("sums the weights of a feature's row, whatever the bits above the mask", () => {
    fc.assert(
      fc.property(rows, fc.array(fc.nat(0xffffffff), { maxLength: 48 }), (weights, features) => {
        const sums = Array.from({ length: classCount }, (_, name) =>
          features.reduce((sum, feature) => sum + weights[(feature >>> 0) % ROWS]![name]!, 0),
        );
        const scores = new Model(sparse(weights, classCount)).score(Uint32Array.from(features), features.length);
        expect(Array.from(scores).slice(0, classCount)).toEqual(sums);
      }),
      { numRuns: 50 },
    );
  });
});

describe("bestClass", () => {
  it.each([
    [[1, 3, 2], 1],
    [[2, 2], 0],
    [[-5, -1], 1],
  ])("%j -> %i", (scores, best) => expect(bestClass(scores)).toBe(best));
});
