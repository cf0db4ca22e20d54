/** Strings and small numbers -> 32-bit feature keys, the same in training and at run time. */

/** FNV-1a over UTF-16 code units, as a signed 32-bit number. */
export function hashString(text: string): number {
  let hash = -2128831035;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return hash;
}

/** Mixes a template number with up to three values (murmur3 finaliser): the key of one feature, signed 32 bits, which the engine keeps out of the heap. */
export function featureKey(template: number, a: number, b = 0, c = 0): number {
  let hash = Math.imul(template + 0x9e37, 0x85ebca6b) ^ Math.imul(a, 0xcc9e2d51);
  hash = (hash << 13) | (hash >>> 19);
  hash = (Math.imul(hash, 5) + 0xe6546b64) ^ Math.imul(b, 0x1b873593);
  hash = (hash << 15) | (hash >>> 17);
  hash = Math.imul(hash, 0x2c1b3c6d) ^ Math.imul(c, 0x297a2d39);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  return hash;
}
