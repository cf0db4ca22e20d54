/** The outside as following needs it -> requests that keep to robots.txt, to a pace a host, and that try again. */
import type { Archive } from "../archive/archive.js";
import { ReadoutError } from "../model/problem.js";
import { openPace } from "../network/host-pace.js";
import type { Answer, Clock, Network } from "../network/network.js";
import { withRetries } from "../network/retry.js";
import { openRobots } from "../network/robots.js";

export interface FollowOptions {
  network: Network;
  archive: Archive;
  clock: Clock;
  /** 0 to 1. */
  random: () => number;
  /** Between two requests to a host, unless the host asks for more. */
  pauseSeconds: number;
  /** Texts that a list dates earlier are left alone (partial date); null for all. */
  since: string | null;
  /** At most so many texts a publisher and run. */
  most: number;
}

export interface Follower extends FollowOptions {
  /** Rejects with ReadoutError `robots-refused`, or as `Network.request` does after all tries. */
  get(address: string, headers: Record<string, string>): Promise<Answer>;
}

export function openFollower(options: FollowOptions): Follower {
  const { network, clock, random, pauseSeconds } = options;
  const robots = openRobots(network);
  const pace = openPace(clock);
  return {
    ...options,
    get: async (address, headers) => {
      const rules = await robots.rulesFor(address);
      if (!rules.allowed) throw refused(address);
      const pause = Math.max(pauseSeconds, rules.pauseSeconds ?? 0);
      return withRetries(() => pace.run(address, pause, () => network.request(address, { headers })), {
        clock,
        random,
      });
    },
  };
}

function refused(address: string): ReadoutError {
  return new ReadoutError(
    "robots-refused",
    `${address}: the site's robots.txt asks programs to leave it alone, so it is not fetched. Read it in a browser, or ask the site.`,
  );
}
