/** What was asked of which model -> the proposals it gave before, kept on disk and checked again when they are taken out. */
import { createHash } from "node:crypto";
import type { Outcome } from "../../model/problem.js";
import { Proposals, type ProposedAct } from "../../model/proposal.js";
import { parseJson } from "./chat-client.js";
import { messagesFor, SCHEMA } from "./prompt.js";
import type { Settings } from "./settings.js";

/** Where entries live; both see names of 64 hexadecimal digits and nothing else. */
export interface CacheEffects {
  /** Null where there is no such entry, or none that can be read. */
  readEntry(name: string): Promise<string | null>;
  /** A disk that is full or may not be written is no error: the next run asks again. */
  writeEntry(name: string, text: string): Promise<void>;
}

/** Counted up when the way of asking or checking changes. */
const EDITION = 1;

/** Engine, its edition, endpoint, model, prompt, schema and text: what differs in one of them is asked anew. */
export function entryName(text: string, { baseUrl, model }: Settings): string {
  const key = ["llm", EDITION, baseUrl, model, messagesFor(text), SCHEMA];
  return createHash("sha256").update(JSON.stringify(key)).digest("hex");
}

/** Only answers without a fault are kept, so that a bad day of a model is not remembered. */
export async function cached(
  text: string,
  settings: Settings,
  cache: CacheEffects,
  ask: () => Promise<Outcome<ProposedAct[]>>,
): Promise<{ outcome: Outcome<ProposedAct[]>; hit: boolean }> {
  const name = entryName(text, settings);
  const kept = await cache.readEntry(name);
  const known = kept === null ? null : Proposals.safeParse(parseJson(kept));
  if (known?.success) return { outcome: { value: known.data.acts, problems: [] }, hit: true };
  const outcome = await ask();
  if (outcome.problems.length === 0) await cache.writeEntry(name, JSON.stringify({ acts: outcome.value }));
  return { outcome, hit: false };
}
