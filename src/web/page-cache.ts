/** A request and how to make its answer -> the answer, from memory while the version holds; 304 where the reader has it. */
import { createHash } from "node:crypto";
import type { Context } from "hono";
import { boundedMap } from "./bounded-map.js";

/** Text, or a picture's bytes. */
export type Body = string | Uint8Array<ArrayBuffer>;

interface Kept {
  version: string;
  body: Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
}

export interface PageCache {
  /** The answer to this request, made anew where the version is another. The version stands for all that is shown. */
  answer(c: Context, version: string, make: () => Body, type?: string): Response;
  /** Null where nothing is kept for this request and version. */
  kept(c: Context, version: string): Response | null;
}

/** An address that is longer is answered and not kept. */
const LONGEST_KEY = 600;

/** Bodies are kept up to so many bytes in all, and what was not asked for longest goes first. */
export function pageCache(mostBytes: number, keyOf: (c: Context) => string = pathOf): PageCache {
  const pages = boundedMap<Kept>(mostBytes);
  const kept = (c: Context, version: string) => {
    const page = pages.get(keyOf(c));
    return page?.version === version ? respond(c, page) : null;
  };
  return {
    kept,
    answer: (c, version, make, type = "text/html; charset=utf-8") => {
      const found = kept(c, version);
      if (found) return found;
      const [key, page] = [keyOf(c), { version, ...madeOf(make(), type) }];
      if (key.length <= LONGEST_KEY) pages.set(key, page, page.body.length);
      return respond(c, page);
    },
  };
}

/** An answer that is made each time, with the ETag of its content. */
export function answerWithTag(c: Context, body: Body, type: string): Response {
  return respond(c, madeOf(body, type));
}

function madeOf(made: Body, type: string): Omit<Kept, "version"> {
  const body = typeof made === "string" ? new TextEncoder().encode(made) : made;
  const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  return { body, headers: { ETag: tag, "Cache-Control": "public, no-cache", "Content-Type": type } };
}

function respond(c: Context, { body, headers }: Omit<Kept, "version">): Response {
  return hasTag(c.req.header("If-None-Match"), headers.ETag!) ? c.body(null, 304, headers) : c.body(body, 200, headers);
}

/** `If-None-Match` may list several, weak ones among them (RFC 9110, 13.1.2). */
function hasTag(asked: string | undefined, tag: string): boolean {
  if (asked === undefined) return false;
  return asked.split(",").some((each) => each.trim().replace(/^W\//, "") === tag || each.trim() === "*");
}

/** Pages do not depend on what stands behind "?". */
function pathOf(c: Context): string {
  return c.req.path;
}

export function pathAndQuery(c: Context): string {
  const { url } = c.req;
  return url.slice(url.indexOf("/", 8));
}
