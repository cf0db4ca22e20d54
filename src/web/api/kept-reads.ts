/** Reads of a published dossier -> their answers from memory while it stays as it is, with an ETag made once. */
import type { MiddlewareHandler } from "hono";
import { answerWithTag, pageCache, pathAndQuery } from "../page-cache.js";
import type { Site } from "../site.js";
import type { ApiVariables } from "./guards.js";

/** Of answers in all. */
const MOST_BYTES = 16_000_000;
const JSON_TYPE = "application/json";

/** What is kept is what a handler has answered: so nothing is parsed, made or hashed for who asks the same again. */
export function keptReads(site: Site): MiddlewareHandler<ApiVariables> {
  const cache = pageCache(MOST_BYTES, pathAndQuery);
  return async (c, next) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") return next();
    const dossier = await site.dossier(c.req.param("id")!);
    if (!dossier) return next();
    const kept = cache.kept(c, dossier.version);
    if (kept) return kept;
    await next();
    if (c.res.status !== 200) return;
    const body = await c.res.text();
    c.res = undefined;
    c.res = cache.answer(c, dossier.version, () => body, JSON_TYPE);
  };
}

/** Answers that are made each time, with the ETag of their content. */
export function taggedReads(): MiddlewareHandler<ApiVariables> {
  return async (c, next) => {
    await next();
    if (c.req.method !== "GET" || c.res.status !== 200) return;
    const body = await c.res.text();
    c.res = undefined;
    c.res = answerWithTag(c, body, JSON_TYPE);
  };
}
