/** Sources -> what is read of them, by a thread of its own: pages are answered meanwhile, and its memory goes with it. */
import { Worker } from "node:worker_threads";
import { ReadoutError } from "../model/problem.js";
import type { ReadTogether, Source } from "./read-together.js";

/** What the thread sends: what it read, or why it could not; anything else is a fault of ours. */
export type Told = { read: ReadTogether } | { refused: { code: string; message: string; exitCode: 1 | 2 | 3 } };

const PATIENCE_MS = 300_000;

let last: Promise<unknown> = Promise.resolve();

/** One after the other, since each takes some 200 MB. Rejects as `readTogether` does, and with `reading-timeout`. */
export function readApart(sources: readonly Source[]): Promise<ReadTogether> {
  const reading = last.then(() => readNow(sources));
  last = reading.catch(() => {});
  return reading;
}

async function readNow(sources: readonly Source[]): Promise<ReadTogether> {
  const plain = sources.map(({ id, source, bytes, contentType, publisher }) => ({
    id,
    source,
    bytes: new Uint8Array(bytes),
    contentType,
    publisher,
  }));
  const worker = new Worker(new URL("./reading-thread.js", import.meta.url), { workerData: plain });
  try {
    const told = await answerOf(worker);
    if ("read" in told) return told.read;
    throw new ReadoutError(told.refused.code, told.refused.message, told.refused.exitCode);
  } finally {
    await worker.terminate();
  }
}

function answerOf(worker: Worker): Promise<Told> {
  return new Promise((told, failed) => {
    const timer = setTimeout(
      () =>
        failed(new ReadoutError("reading-timeout", "The texts could not be read in five minutes. Give shorter ones.")),
      PATIENCE_MS,
    );
    worker.once("message", (message: Told) => told(message));
    worker.once("error", failed);
    worker.once("exit", () => {
      clearTimeout(timer);
      failed(new Error("the reading thread ended without an answer"));
    });
  });
}
