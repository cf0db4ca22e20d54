/** A Site and a Desk -> the REST API under /api/v1, with its OpenAPI 3.1 document, tokens, cursors, ETags and events. */
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { etag } from "hono/etag";
import { HTTPException } from "hono/http-exception";
import { streamSSE } from "hono/streaming";
import { ReadoutError } from "../../model/readout-error.js";
import type { Desk, Person } from "../desk.js";
import { rateLimit } from "../rate-limit.js";
import type { Site } from "../site.js";
import { problem } from "./problem.js";
import { ApiProblem, Created, DossierBody, Dossiers, Lines, NewComparisonBody, Page, TextBody } from "./schemas.js";

const Id = z.object({
  id: z
    .string()
    .max(80)
    .openapi({ param: { name: "id", in: "path" } }),
});
const json = <T extends z.ZodType>(schema: T, description: string) => ({
  content: { "application/json": { schema } },
  description,
});
const problems = {
  default: { content: { "application/problem+json": { schema: ApiProblem } }, description: "What did not work" },
};

const listRoute = createRoute({
  method: "get",
  path: "/dossiers",
  request: { query: Page },
  responses: { 200: json(Dossiers, "Published dossiers, the last changed first"), ...problems },
});
const readRoute = createRoute({
  method: "get",
  path: "/dossiers/{id}",
  request: { params: Id },
  responses: { 200: json(DossierBody, "The whole of one"), ...problems },
});
const linesRoute = createRoute({
  method: "get",
  path: "/dossiers/{id}/lines",
  request: { params: Id, query: Page },
  responses: { 200: json(Lines, "Its lines, page by page"), ...problems },
});
const textRoute = createRoute({
  method: "get",
  path: "/dossiers/{id}/sources/{source}",
  request: {
    params: Id.extend({
      source: z
        .string()
        .max(120)
        .openapi({ param: { name: "source", in: "path" } }),
    }),
  },
  responses: { 200: json(TextBody, "A text that spans are offsets into"), ...problems },
});
const compareRoute = createRoute({
  method: "post",
  path: "/comparisons",
  security: [{ token: [] }],
  request: { body: { content: { "application/json": { schema: NewComparisonBody } } } },
  responses: { 201: json(Created, "A draft dossier from the texts at these addresses"), ...problems },
});

const LARGEST_BODY_BYTES = 100_000;
const LOOK_EVERY_MS = 1000;

export interface ApiParts {
  site: Site;
  desk: Desk | null;
  /** Requests a minute for one token or address. */
  limit: number;
  report(error: unknown): void;
}

export function createApi(parts: ApiParts) {
  const base = guardedApi(parts);
  const api = withRoutes(base, parts);
  base.get("/dossiers/:id/events", (c) => tellVersions(c, parts.site));
  base.openAPIRegistry.registerComponent("securitySchemes", "token", { type: "http", scheme: "bearer" });
  base.doc31("/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "Readout",
      version: "1",
      description: "What each side has agreed to, as published dossiers tell it.",
    },
    servers: [{ url: "/api/v1" }],
  });
  base.all("/*", (c) => problem(c, 404, "path-unknown", "The API has no such path. See /api/v1/openapi.json."));
  return api;
}

/** Limits, ETags, and one shape for whatever goes wrong. */
function guardedApi({ limit, report }: ApiParts): OpenAPIHono {
  const base = new OpenAPIHono({
    defaultHook: (result, c) =>
      result.success ? undefined : problem(c, 400, "request-invalid", z.prettifyError(result.error)),
  });
  const tooMany = (c: Context, seconds: number) => problem(c, 429, "rate-limit", `Wait ${seconds} seconds.`);
  const tooLarge = (c: Context) => problem(c, 413, "body-too-large", `At most ${LARGEST_BODY_BYTES} bytes.`);
  base.use(rateLimit({ points: limit, duration: 60 }, tooMany));
  base.use(bodyLimit({ maxSize: LARGEST_BODY_BYTES, onError: tooLarge }));
  base.use("/dossiers/*", async (c, next) => (c.req.path.endsWith("/events") ? next() : etag()(c, next)));
  base.onError((error, c) => {
    if (error instanceof HTTPException) return problem(c, 400, "request-invalid", error.message);
    if (error instanceof ReadoutError)
      return problem(c, error.code === "right-missing" ? 403 : 422, error.code, error.message);
    report(error);
    return problem(c, 500, "server-error", "It has been noted.");
  });
  return base;
}

function withRoutes(base: OpenAPIHono, { site, desk }: ApiParts) {
  const unknown = "No published dossier has this id.";
  return base
    .openapi(listRoute, async (c) => {
      const { cursor, limit } = c.req.valid("query");
      const { items, next } = pageOf(await site.dossiers(), ({ id }) => id, cursor, limit);
      return c.json({ dossiers: items, next }, 200);
    })
    .openapi(readRoute, async (c) => {
      const dossier = await site.dossier(c.req.valid("param").id);
      if (!dossier) return problem(c, 404, "dossier-unknown", unknown);
      const { id, version, explainer, commitments } = dossier;
      return c.json({ id, version, explainer, commitments: [...commitments] }, 200);
    })
    .openapi(linesRoute, async (c) => {
      const dossier = await site.dossier(c.req.valid("param").id);
      if (!dossier) return problem(c, 404, "dossier-unknown", unknown);
      const { cursor, limit } = c.req.valid("query");
      const { items, next } = pageOf(dossier.explainer.lines, ({ id }) => id, cursor, limit);
      return c.json({ lines: items, next }, 200);
    })
    .openapi(textRoute, async (c) => {
      const { id, source: wanted } = c.req.valid("param");
      const dossier = await site.dossier(id);
      const source = dossier?.explainer.sources.find((each) => each.id === wanted);
      if (!dossier || !source) return problem(c, 404, "source-unknown", "No published dossier has this source.");
      return c.json({ source, text: dossier.texts.get(wanted) ?? "" }, 200);
    })
    .openapi(compareRoute, async (c) => {
      const person = await personOf(c.req.header("Authorization"), desk);
      if (!person || !desk) return problem(c, 401, "token-invalid", "Send a token as Authorization: Bearer …");
      const id = await desk.compare(person, c.req.valid("json"), () => {});
      c.header("Location", `/desk/dossiers/${id}/`);
      return c.json({ id }, 201);
    });
}

/** An event each time that what a dossier shows has changed, the first at once. */
function tellVersions(c: Context, site: Site): Response {
  const id = c.req.param("id")!;
  return streamSSE(c, async (stream) => {
    for (let told = ""; !stream.aborted; await stream.sleep(LOOK_EVERY_MS)) {
      const version = (await site.dossier(id))?.version ?? "";
      if (version !== told) await stream.writeSSE({ event: "version", data: version, id: version });
      told = version;
    }
  });
}

/** What `hono/client` reads the API's types from. */
export type Api = ReturnType<typeof createApi>;

async function personOf(header: string | undefined, desk: Desk | null): Promise<Person | null> {
  const token = /^Bearer (\S{1,300})$/.exec(header ?? "")?.[1];
  return token && desk ? desk.personOfToken(token) : null;
}

/** The items behind the one that the cursor names; from the start where it is gone. */
function pageOf<T>(items: readonly T[], idOf: (item: T) => string, cursor: string | undefined, limit: number) {
  const from = cursor === undefined ? 0 : items.findIndex((item) => idOf(item) === cursor) + 1;
  const page = items.slice(from, from + limit);
  return { items: page, next: from + limit < items.length ? idOf(page.at(-1)!) : null };
}
