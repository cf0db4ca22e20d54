/** Ids of actors ("RUS:putin", "?") -> the states and organisations they belong to, once each, those not known left out. */
export function statesOf(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id) => id !== "?").map((id) => id.split(":")[0]!))];
}
