import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sortOrder } from "./sort-order.js";

describe("sortOrder", () => {
  it.each([10, 5000])("sorts %i values as a stable comparison does", (length) => {
    const value = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.double({ min: 0, max: 1e300, noNaN: true }));
    fc.assert(
      fc.property(fc.array(value, { minLength: length, maxLength: length }), (values) => {
        const compared = values.map((_, at) => at).sort((a, b) => values[a]! - values[b]! || a - b);
        expect([...sortOrder(Float64Array.from(values))]).toEqual(compared);
      }),
      { numRuns: length > 1000 ? 5 : 100 },
    );
  });
});
