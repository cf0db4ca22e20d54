/** Writers that come at the same time -> one commit for all of them, dossier by dossier, each with its own answer. */
import type { SealedEvent } from "../model/ledger-event.js";
import { ReadoutError } from "../model/readout-error.js";
import { type Appending, appendBatch, type Request } from "./append-events.js";

interface Waiting {
  request: Request;
  done(events: SealedEvent[]): void;
  failed(error: unknown): void;
}

/** Events of one commit: more would keep writers of other processes waiting. */
const MOST_TOGETHER = 256;

export type Append = (dossier: string, request: Request) => Promise<SealedEvent[]>;

/** Resolves when the events are on the disk; rejects with why they are not. */
export function appendQueue(appending: Appending): Append {
  const queues = new Map<string, Waiting[]>();

  async function work(dossier: string, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) await settle(appending, dossier, queue.splice(0, MOST_TOGETHER));
    queues.delete(dossier);
  }

  return (dossier, request) =>
    new Promise((done, failed) => {
      const queue = queues.get(dossier);
      const waiting = { request, done, failed };
      if (queue) return void queue.push(waiting);
      const opened = [waiting];
      queues.set(dossier, opened);
      // What else is asked for in this turn joins the first commit.
      setImmediate(() => work(dossier, opened));
    });
}

async function settle(appending: Appending, dossier: string, together: readonly Waiting[]): Promise<void> {
  try {
    const verdicts = await appendBatch(
      appending,
      dossier,
      together.map(({ request }) => request),
    );
    for (const [at, { done, failed }] of together.entries()) {
      const verdict = verdicts[at]!;
      if (verdict instanceof ReadoutError) failed(verdict);
      else done(verdict.map(({ event, seal }) => ({ event, seal })));
    }
  } catch (error) {
    for (const { failed } of together) failed(error);
  }
}
