/** Numbers -> the order that sorts them: stable, and linear in how many there are. */

const DIGIT_BITS = 16;
const BUCKETS = 1 << DIGIT_BITS;
const PASSES = 4;
/** Below this many, comparing costs less than counting. */
const FEW = 4096;

/**
 * Indices of `values` from the smallest to the largest, ties in their order. Values are finite and not negative: their
 * IEEE 754 bits then sort as whole numbers do, sixteen bits a pass, and passes whose digits are all alike are left out.
 * Source: radix sort by least significant digit, Knuth, The Art of Computer Programming 3, 5.2.5.
 */
export function sortOrder(values: Float64Array): Uint32Array {
  const order = Uint32Array.from(values, (_, at) => at);
  if (values.length < FEW) return order.sort((a, b) => values[a]! - values[b]! || a - b);
  const digits = new Uint16Array(values.buffer, values.byteOffset, values.length * PASSES);
  let [from, to] = [order, new Uint32Array(values.length)];
  for (let pass = 0; pass < PASSES; pass++) {
    const place = isLittleEndian ? pass : PASSES - 1 - pass;
    if (sortByDigit(digits, place, from, to)) [from, to] = [to, from];
  }
  return from;
}

const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** False where all digits are alike, so that nothing moved. */
function sortByDigit(digits: Uint16Array, place: number, from: Uint32Array, to: Uint32Array): boolean {
  const starts = new Uint32Array(BUCKETS + 1);
  for (let at = place; at < digits.length; at += PASSES) starts[digits[at]! + 1]!++;
  if (starts[digits[place]! + 1] === from.length) return false;
  for (let bucket = 1; bucket <= BUCKETS; bucket++) starts[bucket]! += starts[bucket - 1]!;
  for (const index of from) to[starts[digits[index * PASSES + place]!]!++] = index;
  return true;
}
