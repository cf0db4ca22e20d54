/** Requests to many hosts -> one at a time to each host, with a pause between them. */
import type { Clock } from "./network.js";

export interface HostPace {
  /** Waits for the host's turn, runs the task, and lets the next one start so many seconds after this one began. */
  run<T>(address: string, pauseSeconds: number, task: () => Promise<T>): Promise<T>;
}

export function openPace(clock: Clock): HostPace {
  const turns = new Map<string, Promise<void>>();
  const free = new Map<string, number>();
  return {
    run: async (address, pauseSeconds, task) => {
      const { host } = new URL(address);
      const before = turns.get(host);
      let release = () => {};
      const turn = new Promise<void>((resolve) => {
        release = resolve;
      });
      turns.set(host, turn);
      await before;
      try {
        const wait = (free.get(host) ?? 0) - clock.now().getTime();
        if (wait > 0) await clock.sleep(wait);
        free.set(host, clock.now().getTime() + pauseSeconds * 1000);
        return await task();
      } finally {
        release();
      }
    },
  };
}
