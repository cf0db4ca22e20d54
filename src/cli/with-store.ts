/** A command that needs the store -> it is opened, the caller is named, and it is closed whatever happens. */
import { userInfo } from "node:os";
import { ReadoutError } from "../model/problem.js";
import type { Person } from "../model/rights.js";
import { type Store, useStore, whoHolds } from "../pipeline-store.js";
import type { Effects } from "./effects.js";

/**
 * Whoever can reach the database with the command is its admin, named by READOUT_USER or the system; with
 * READOUT_TOKEN the command does what the token may. Throws ReadoutError `token-refused`.
 */
export async function withStore<T>(effects: Effects, work: (store: Store, person: Person) => Promise<T>): Promise<T> {
  return useStore(effects.env, async (store) => work(store, await callerOf(store, effects)));
}

async function callerOf(store: Store, { env }: Effects): Promise<Person> {
  if (!env.READOUT_TOKEN) return { name: env.READOUT_USER || userInfo().username, role: "admin" };
  const person = await whoHolds(store, env.READOUT_TOKEN);
  if (person) return person;
  throw new ReadoutError(
    "token-refused",
    "READOUT_TOKEN is unknown, revoked or expired. Ask for another, or unset it.",
  );
}
