/** A number and bytes -> the bytes spoilt in a way that the number decides, as transfers, editors and enemies spoil them. */

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const HOSTILE: readonly string[] = [
  "<div>".repeat(5_000),
  "<b><i><a href=x>".repeat(2_000),
  "<table><tr><td>".repeat(1_500),
  "</p>".repeat(3_000),
  "<ul><li>".repeat(800),
  "<!--",
  "<![CDATA[",
  "<script>",
  "<style>",
  "<title>",
  "<textarea>",
  "<svg><foreignObject>",
  "&#x110000;&#0;&#xD800;&bogus;&amp",
  "&amp;".repeat(20_000),
  "\u0000\u0001\ufeff\u202e",
  " ".repeat(100_000),
  "a".repeat(100_000),
  "<p ".concat("x='1' ".repeat(5_000), ">"),
  '<p class="'.concat("share ".repeat(20_000), '">'),
  "<br>".repeat(10_000),
  "1 May 2025 ".repeat(5_000),
  '<script type="application/ld+json">{"@graph":'.concat("[".repeat(5_000)),
  "<item><title>x</title><link>http://x/</link></item>".repeat(1_000),
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>",
  "stream\r\n".repeat(2_000),
];

/** One to six changes at random places. */
export function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  let spoilt: Buffer = Buffer.from(bytes);
  const changes = 1 + Math.floor(random() * 6);
  for (let count = 0; count < changes; count++) spoilt = change(spoilt, random);
  return spoilt;
}

function change(bytes: Buffer, random: () => number): Buffer {
  const at = Math.floor(random() * bytes.length);
  const length = Math.floor(random() ** 3 * 2_000);
  const [head, tail] = [bytes.subarray(0, at), bytes.subarray(at)];
  const kind = Math.floor(random() * 7);
  if (kind === 0) return Buffer.concat([head, Buffer.from([Math.floor(random() * 256)]), tail.subarray(1)]);
  if (kind === 1) return Buffer.concat([head, tail.subarray(length)]);
  if (kind === 2) return Buffer.concat([head, tail.subarray(0, length), tail]);
  if (kind === 3) return Buffer.from(head);
  if (kind === 4)
    return Buffer.concat([head, Buffer.from(Array.from({ length: 40 }, () => Math.floor(random() * 256))), tail]);
  const hostile = Buffer.from(HOSTILE[Math.floor(random() * HOSTILE.length)]!);
  return Buffer.concat([head, hostile, tail]);
}
