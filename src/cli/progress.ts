/** Events of a long run -> one line at the foot of the terminal that says how far it is; nothing where there is no terminal. */
import type { FollowEvent } from "../pipeline/follow-publishers.js";
import { safeLine } from "../text/terminal-text.js";
import type { Effects } from "./effects.js";

export interface Progress {
  show(event: FollowEvent): Promise<void>;
  /** Before anything else is written. */
  clear(): Promise<void>;
}

interface Count {
  done: number;
  all: number;
}

export function openProgress({ stderr }: Effects): Progress {
  const counts = new Map<string, Count>();
  let shown = false;
  return {
    clear: async () => {
      if (shown) await stderr.write("\r\u001b[K");
      shown = false;
    },
    show: async (event) => {
      if (!stderr.isTTY) return;
      if (event.kind === "lists") counts.set(event.publisher, { done: 0, all: event.waiting + event.due });
      else if (event.kind === "text") counts.get(event.publisher)!.done++;
      else counts.delete(event.publisher);
      const open = [...counts].map(([id, { done, all }]) => `${id} ${done}/${all}`).join("  ");
      await stderr.write(`\r\u001b[K${safeLine(open).slice(0, (stderr.columns ?? 80) - 1)}`);
      shown = true;
    },
  };
}
