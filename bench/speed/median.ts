/** Numbers -> the middle one. */

/** The upper of the two middle ones when their number is even; NaN of none. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
