/** The environment -> an open store, for the length of one piece of work; who holds a token; people and their rights. */
import type { Person } from "./model/rights.js";
import { openStore, type Store } from "./store/open-store.js";
import { personOfToken } from "./store/tokens.js";

export type { Store } from "./store/open-store.js";

/** Closes the store when `work` ends, whether it resolves or throws. */
export async function useStore<T>(
  env: Record<string, string | undefined>,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const store = await openStore({ env });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

export function whoHolds(store: Store, token: string): Promise<Person | null> {
  return personOfToken(store, token);
}
