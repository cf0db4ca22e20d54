/** A piece of work and a pause -> the work done again and again until the process is asked to end. */
import type { Effects } from "./effects.js";

/**
 * Asked to end, it waits for the work it is at, which sees the signal, and begins none again; a pause ends at once. Work
 * that throws ends it; what is only to be told, the work tells itself.
 */
export async function untilStopped(
  everySeconds: number,
  { clock, stopped }: Pick<Effects, "clock" | "stopped">,
  work: (ended: AbortSignal) => Promise<void>,
): Promise<void> {
  const ended = new AbortController();
  void stopped().then(() => ended.abort());
  while (!ended.signal.aborted) {
    await work(ended.signal);
    if (!ended.signal.aborted) await clock.sleep(everySeconds * 1000, ended.signal);
  }
}
