/** Words and a role -> the words with ANSI colour, or as they are where colour is not wanted. */

export type Role = "title" | "section" | "label" | "faint" | "good" | "warn" | "bad" | "own";

/** Select Graphic Rendition codes that stay legible on dark and light grounds: [on, off]. */
const CODES: Record<Role, readonly [on: number, off: number]> = {
  title: [1, 22],
  section: [1, 22],
  label: [1, 22],
  faint: [2, 22],
  good: [32, 39],
  warn: [33, 39],
  bad: [31, 39],
  own: [36, 39],
};

export type Paint = (role: Role, words: string) => string;

/** Colour never carries meaning alone: every painted word says it too. */
export function painter(colour: boolean): Paint {
  return (role, words) => {
    if (!colour || words === "") return words;
    const [on, off] = CODES[role];
    return `\u001b[${on}m${words}\u001b[${off}m`;
  };
}
