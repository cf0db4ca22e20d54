/** The sources that a thread is started with -> a message with what was read of them. Started by `read-apart.ts`. */
import { parentPort, workerData } from "node:worker_threads";
import { ReadoutError } from "../model/problem.js";
import type { Told } from "./read-apart.js";
import { readTogether, type Source } from "./read-together.js";

async function answer(sources: readonly Source[]): Promise<Told> {
  try {
    return { read: await readTogether(sources) };
  } catch (error) {
    if (!(error instanceof ReadoutError)) throw error;
    const { code, message, exitCode } = error;
    return { refused: { code, message, exitCode } };
  }
}

parentPort!.postMessage(await answer(workerData as Source[]), []);
