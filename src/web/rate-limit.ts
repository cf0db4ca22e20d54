/** Requests of one caller -> through, or 429 with the seconds to wait. */
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, MiddlewareHandler } from "hono";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

export interface Limit {
  points: number;
  /** Seconds in which the points come back. */
  duration: number;
}

/** `refuse` makes the answer; `callerOf` says whose points a request takes. */
export function rateLimit(
  limit: Limit,
  refuse: (c: Context, seconds: number) => Response | Promise<Response>,
  callerOf: (c: Context) => string = addressOf,
): MiddlewareHandler {
  const limiter = new RateLimiterMemory(limit);
  return async (c, next) => {
    try {
      await limiter.consume(callerOf(c));
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const seconds = Math.ceil(error.msBeforeNext / 1000);
      c.header("Retry-After", String(seconds));
      return refuse(c, seconds);
    }
    return next();
  };
}

/** The address that the connection comes from. */
export function addressOf(c: Context): string {
  try {
    return `address ${getConnInfo(c).remote.address ?? "unknown"}`;
  } catch {
    return "address unknown"; // A request that came over no connection: a test's, or one of our own.
  }
}
