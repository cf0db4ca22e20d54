/** A value -> the one JSON text that stands for it (RFC 8785): what is hashed and signed. */

/** Keys in order of their UTF-16 code units, no blanks; what is undefined is left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const held = value as Record<string, unknown>;
  const keys = Object.keys(held).filter((key) => held[key] !== undefined);
  return `{${keys
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(held[key])}`)
    .join(",")}}`;
}
