/** Requests of the API -> who makes them, whether they may go on, and one shape for whatever goes wrong. */
import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { ReadoutError } from "../../model/readout-error.js";
import type { Desk, Person } from "../desk.js";
import { addressOf, rateLimit } from "../rate-limit.js";
import { type ApiStatus, problem } from "./problem.js";

export interface ApiVariables {
  Variables: {
    /** Whose token came with the request; null without a valid one. */
    person: Person | null;
  };
}

export interface GuardParts {
  desk: Desk | null;
  /** Requests a minute for one token or address. */
  limit: number;
  report(error: unknown): void;
}

const LARGEST_BODY_BYTES = 100_000;

/** Refusals that mean something else than what cannot be processed. */
const STATUS: Record<string, ApiStatus> = {
  "right-missing": 403,
  "dossier-unknown": 404,
  "record-unknown": 404,
  "subscription-unknown": 404,
  "dossier-known": 409,
  "edited-meanwhile": 409,
};

export function guardedApi({ desk, limit, report }: GuardParts): OpenAPIHono<ApiVariables> {
  const base = new OpenAPIHono<ApiVariables>({
    defaultHook: (result, c) =>
      result.success ? undefined : problem(c, 400, "request-invalid", z.prettifyError(result.error)),
  });
  const tooMany = (c: Context, seconds: number) => problem(c, 429, "rate-limit", `Wait ${seconds} seconds.`);
  const tooLarge = (c: Context) => problem(c, 413, "body-too-large", `At most ${LARGEST_BODY_BYTES} bytes.`);
  base.use(identify(desk));
  base.use(rateLimit({ points: limit, duration: 60 }, tooMany, callerOf));
  base.on(["POST", "PUT", "PATCH", "DELETE"], "/*", bodyLimit({ maxSize: LARGEST_BODY_BYTES, onError: tooLarge }));
  base.onError((error, c) => {
    if (error instanceof HTTPException)
      return problem(c, error.status === 413 ? 413 : 400, "request-invalid", error.message);
    if (error instanceof ReadoutError) return problem(c, STATUS[error.code] ?? 422, error.code, error.message);
    report(error);
    return problem(c, 500, "server-error", "It has been noted.");
  });
  return base;
}

function identify(desk: Desk | null): MiddlewareHandler<ApiVariables> {
  return async (c, next) => {
    const token = /^Bearer (\S{1,300})$/i.exec(c.req.header("Authorization") ?? "")?.[1];
    c.set("person", token && desk ? await desk.personOfToken(token) : null);
    return next();
  };
}

/** A valid token counts for itself. One that is not valid counts for the address, or it would be a way around the limit. */
function callerOf(c: Context<ApiVariables>): string {
  const { person } = c.var;
  const id = person && /^Bearer (rdo_[0-9a-f]{16})/i.exec(c.req.header("Authorization") ?? "")?.[1];
  return id ? `token ${id}` : addressOf(c);
}
