/** A request and how to render its page -> the answer, from memory while the version holds; 304 where the reader has it. */
import { createHash } from "node:crypto";
import type { Context } from "hono";

/** Text, or a picture's bytes. */
export type Body = string | Uint8Array<ArrayBuffer>;

interface Kept {
  version: string;
  body: Body;
  etag: string;
}

/** Characters of rendered pages kept in all; the oldest go first. */
const MOST_KEPT = 24_000_000;

/** Keeps pages by path. The version stands for all that the page shows. */
export function pageCache(): (c: Context, version: string, render: () => Body, type?: string) => Response {
  const pages = new Map<string, Kept>();
  let size = 0;
  return (c, version, render, type = "text/html; charset=utf-8") => {
    let page = pages.get(c.req.path);
    if (page?.version !== version) {
      size -= page?.body.length ?? 0;
      const body = render();
      page = { version, body, etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"` };
      pages.delete(c.req.path);
      pages.set(c.req.path, page);
      size += body.length;
      for (const [path, { body: old }] of pages) {
        if (size <= MOST_KEPT || pages.size === 1) break;
        pages.delete(path);
        size -= old.length;
      }
    }
    const headers = { ETag: page.etag, "Cache-Control": "public, no-cache", "Content-Type": type };
    return c.req.header("If-None-Match") === page.etag ? c.body(null, 304, headers) : c.body(page.body, 200, headers);
  };
}
