/** A value -> JSON that parses to the same value and that a terminal shows without obeying it. */

/** What JSON leaves raw and a terminal may obey: delete and C1 controls, directional and invisible characters. */
const RAW = /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** JSON with those characters as `\uXXXX`; C0 controls and lone surrogates are escaped by JSON itself. */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    RAW,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
