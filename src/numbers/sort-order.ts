/** Numbers -> the order that sorts them: stable, and linear in how many there are. */

const DIGIT_BITS = 11;
const BUCKETS = 1 << DIGIT_BITS;
const DIGIT = BUCKETS - 1;
/** Below this many, comparing costs less than counting. */
const FEW = 2048;
/** Where the digits of the two words of 32 bits start; the last of each word has ten bits. */
const DIGITS = [
  { word: 0, shift: 0 },
  { word: 0, shift: 11 },
  { word: 0, shift: 22 },
  { word: 1, shift: 0 },
  { word: 1, shift: 11 },
  { word: 1, shift: 22 },
] as const;

interface Keys {
  words: [Uint32Array, Uint32Array];
  order: Uint32Array;
}

/**
 * Indices of `values` from the smallest to the largest, ties in their order. Values are finite and not negative: their
 * IEEE 754 bits then sort as whole numbers do, eleven bits a pass, and passes whose digits are all alike are left out.
 * Source: radix sort from the least significant digit, Knuth, The Art of Computer Programming 3, 5.2.5.
 */
export function sortOrder(values: Float64Array): Uint32Array {
  const length = values.length;
  let from = keysOf(values);
  if (length < FEW) return from.order.sort((a, b) => values[a]! - values[b]! || a - b);
  let to = emptyKeys(length);
  for (const { word, shift } of DIGITS) {
    const starts = startsOf(from.words[word], shift);
    if (!starts) continue;
    scatter(from, to, word, shift, starts);
    [from, to] = [to, from];
  }
  return from.order;
}

function emptyKeys(length: number): Keys {
  return { words: [new Uint32Array(length), new Uint32Array(length)], order: new Uint32Array(length) };
}

function keysOf(values: Float64Array): Keys {
  const keys = emptyKeys(values.length);
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length * 2);
  const low = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 0 : 1;
  const [lows, highs] = keys.words;
  for (let at = 0; at < values.length; at++) {
    lows[at] = bits[2 * at + low]!;
    highs[at] = bits[2 * at + 1 - low]!;
    keys.order[at] = at;
  }
  return keys;
}

/** Where each digit's bucket starts; null where all digits are alike. */
function startsOf(words: Uint32Array, shift: number): Uint32Array | null {
  const starts = new Uint32Array(BUCKETS);
  for (let at = 0; at < words.length; at++) starts[(words[at]! >>> shift) & DIGIT]!++;
  if (starts[(words[0]! >>> shift) & DIGIT] === words.length) return null;
  for (let bucket = 0, sum = 0; bucket < BUCKETS; bucket++) {
    const count = starts[bucket]!;
    starts[bucket] = sum;
    sum += count;
  }
  return starts;
}

function scatter(from: Keys, to: Keys, word: 0 | 1, shift: number, starts: Uint32Array): void {
  const digits = from.words[word];
  const [lows, highs] = from.words;
  const [toLows, toHighs] = to.words;
  for (let at = 0; at < digits.length; at++) {
    const place = starts[(digits[at]! >>> shift) & DIGIT]!++;
    toLows[place] = lows[at]!;
    toHighs[place] = highs[at]!;
    to.order[place] = from.order[at]!;
  }
}
