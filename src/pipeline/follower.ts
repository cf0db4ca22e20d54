/** The outside as following needs it -> requests that keep to robots.txt, to a pace a host, and that try again. */
import type { Archive } from "../archive/archive.js";
import { ReadoutError } from "../model/problem.js";
import { openPace } from "../network/host-pace.js";
import type { Answer, Clock, Limits, Network } from "../network/network.js";
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
  get: PoliteGet;
}

/** Rejects with ReadoutError `robots-refused`, or as `Network.request` does after all tries. */
export type PoliteGet = (address: string, headers: Record<string, string>, limits?: Partial<Limits>) => Promise<Answer>;

export function openFollower(options: FollowOptions): Follower {
  return { ...options, get: politely(options) };
}

/** Requests that keep to robots.txt and to a pace a host, and that try again where a failure may pass. */
export function politely({
  network,
  clock,
  random,
  pauseSeconds,
}: Pick<FollowOptions, "network" | "clock" | "random" | "pauseSeconds">): PoliteGet {
  const robots = openRobots(network);
  const pace = openPace(clock);
  return async (address, headers, limits = {}) => {
    const rules = await robots.rulesFor(address);
    if (!rules.allowed) throw refused(address);
    const pause = Math.max(pauseSeconds, rules.pauseSeconds ?? 0);
    return withRetries(() => pace.run(address, pause, () => network.request(address, { headers, limits })), {
      clock,
      random,
    });
  };
}

function refused(address: string): ReadoutError {
  return new ReadoutError(
    "robots-refused",
    `${address}: the site's robots.txt asks programs to leave it alone, so it is not fetched. Read it in a browser, or ask the site.`,
  );
}
