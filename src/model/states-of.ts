/** The state or organisation of an actor's id: "RUS" of "RUS:putin". */
export function stateOf(id: string): string {
  const colon = id.indexOf(":");
  return colon < 0 ? id : id.slice(0, colon);
}

/** Ids of actors ("RUS:putin", "?") -> the states and organisations they belong to, once each, those not known left out. */
export function statesOf(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id) => id !== "?").map(stateOf))];
}
