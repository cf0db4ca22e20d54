/** Requests of one token or address -> through, or 429 with the seconds to wait. */
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, MiddlewareHandler } from "hono";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

export interface Limit {
  points: number;
  /** Seconds in which the points come back. */
  duration: number;
}

/** `refuse` makes the answer. Counts by token where one is shown, else by the address that the connection comes from. */
export function rateLimit(
  limit: Limit,
  refuse: (c: Context, seconds: number) => Response | Promise<Response>,
): MiddlewareHandler {
  const limiter = new RateLimiterMemory(limit);
  return async (c, next) => {
    try {
      await limiter.consume(keyOf(c));
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const seconds = Math.ceil(error.msBeforeNext / 1000);
      c.header("Retry-After", String(seconds));
      return refuse(c, seconds);
    }
    return next();
  };
}

function keyOf(c: Context): string {
  const token = c.req.header("Authorization");
  if (token) return `token ${token.slice(0, 200)}`;
  try {
    return `address ${getConnInfo(c).remote.address ?? "unknown"}`;
  } catch {
    return "address unknown"; // A request that came over no connection: a test's, or one of our own.
  }
}
