/** What did not work -> the API's one error shape (RFC 9457). */
import type { Context } from "hono";

export type ApiStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 422 | 429 | 500 | 503;

const TITLES: Record<ApiStatus, string> = {
  400: "Bad request",
  401: "No valid token",
  403: "Not allowed",
  404: "Not found",
  405: "Method not allowed",
  409: "Conflict",
  413: "Too large",
  422: "Cannot be processed",
  429: "Too many requests",
  500: "Server error",
  503: "Busy",
};

/** `code` names the problem for programs: it does not change. */
export function problem(c: Context, status: ApiStatus, code: string, detail: string) {
  c.header("Content-Type", "application/problem+json");
  return c.body(
    JSON.stringify({ type: `urn:readout:problem:${code}`, title: TITLES[status], status, detail }),
    status,
  ) as never;
}
