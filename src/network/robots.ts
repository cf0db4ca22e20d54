/** A network -> what robots.txt of each host lets us fetch (RFC 9309), asked once a host. */
import robotsParserModule from "robots-parser";
import type { Network } from "./network.js";

export interface Robots {
  /** Whether the address may be fetched, and the pause between requests that the host asks for, in seconds. */
  rulesFor(address: string): Promise<{ allowed: boolean; pauseSeconds: number | null }>;
}

// The package is CommonJS with an ESM-shaped declaration.
const robotsParser = robotsParserModule as unknown as typeof robotsParserModule.default;

/** The product token by which robots.txt names us. */
const TOKEN = "Readout";
const LARGEST_BYTES = 500_000;
const LONGEST_PAUSE_SECONDS = 60;

type Rules = ReturnType<typeof robotsParser>;

/** No file (4xx): all is allowed. A host that fails (5xx, unreachable): nothing is. */
export function openRobots(network: Network): Robots {
  const known = new Map<string, Promise<Rules>>();
  return {
    rulesFor: async (address) => {
      const { origin } = new URL(address);
      const rules = known.get(origin) ?? fetchRules(origin, network);
      known.set(origin, rules);
      const found = await rules;
      const delay = found.getCrawlDelay(TOKEN);
      return {
        allowed: found.isAllowed(address, TOKEN) !== false,
        pauseSeconds: delay === undefined || Number.isNaN(delay) ? null : Math.min(delay, LONGEST_PAUSE_SECONDS),
      };
    },
  };
}

async function fetchRules(origin: string, network: Network): Promise<Rules> {
  const address = `${origin}/robots.txt`;
  const limits = { bytes: LARGEST_BYTES, unfoldedBytes: LARGEST_BYTES, milliseconds: 15_000 };
  const answer = await network.request(address, { limits });
  if (answer.status >= 500) return robotsParser(address, "User-agent: *\nDisallow: /");
  const text = answer.status >= 400 ? "" : Buffer.from(answer.bytes).toString("utf8");
  return robotsParser(address, text);
}
