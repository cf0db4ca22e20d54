/** Words -> one phrase: "A", "A and B", "A, B and C"; nothing for none. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
