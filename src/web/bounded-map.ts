/** Values with a weight each -> those that were asked for last, as many as a limit holds. */

export interface BoundedMap<Value> {
  get(key: string): Value | undefined;
  /** Takes the place of what was kept under the key. What alone is heavier than the limit is not kept. */
  set(key: string, value: Value, weight: number): void;
  delete(key: string): void;
}

export function boundedMap<Value>(limit: number): BoundedMap<Value> {
  const kept = new Map<string, { value: Value; weight: number }>();
  let total = 0;
  const drop = (key: string) => {
    total -= kept.get(key)?.weight ?? 0;
    kept.delete(key);
  };
  return {
    get: (key) => {
      const found = kept.get(key);
      if (!found) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found.value;
    },
    set: (key, value, weight) => {
      drop(key);
      if (weight > limit) return;
      kept.set(key, { value, weight });
      total += weight;
      for (const oldest of kept.keys()) {
        if (total <= limit) break;
        drop(oldest);
      }
    },
    delete: drop,
  };
}
