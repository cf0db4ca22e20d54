/** A Site and a Desk -> the REST API under /api/v1, with its OpenAPI 3.1 document, tokens, cursors, ETags and events. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Site } from "../site.js";
import { type ApiVariables, type GuardParts, guardedApi } from "./guards.js";
import { keptReads, taggedReads } from "./kept-reads.js";
import { problem } from "./problem.js";
import * as routes from "./routes.js";
import { versionTeller } from "./tell-versions.js";

export interface ApiParts extends GuardParts {
  site: Site;
}

type Base = OpenAPIHono<ApiVariables>;

export function createApi(parts: ApiParts) {
  const base = guardedApi(parts);
  base.openAPIRegistry.registerPath(routes.eventsRoute);
  base.get("/dossiers/:id/events", versionTeller(parts.site));
  base.use("/dossiers", taggedReads());
  for (const path of ["/dossiers/:id", "/dossiers/:id/lines", "/dossiers/:id/sources/:source"])
    base.use(path, keptReads(parts.site));
  const api = withWrites(withReads(base, parts.site), parts);
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
  refuseTheRest(base);
  return api;
}

function withReads(base: Base, site: Site) {
  const unknown = "No published dossier has this id.";
  return base
    .openapi(routes.listRoute, async (c) => {
      const { cursor, limit } = c.req.valid("query");
      const { items, next } = pageOf(await site.dossiers(), ({ id }) => id, cursor, limit);
      return c.json({ dossiers: items, next }, 200);
    })
    .openapi(routes.readRoute, async (c) => {
      const dossier = await site.dossier(c.req.valid("param").id);
      if (!dossier) return problem(c, 404, "dossier-unknown", unknown);
      const { id, version, explainer, commitments } = dossier;
      return c.json({ id, version, explainer, commitments: [...commitments] }, 200);
    })
    .openapi(routes.linesRoute, async (c) => {
      const dossier = await site.dossier(c.req.valid("param").id);
      if (!dossier) return problem(c, 404, "dossier-unknown", unknown);
      const { cursor, limit } = c.req.valid("query");
      const { items, next } = pageOf(dossier.explainer.lines, ({ id }) => id, cursor, limit);
      return c.json({ lines: items, next }, 200);
    })
    .openapi(routes.textRoute, async (c) => {
      const { id, source: wanted } = c.req.valid("param");
      const dossier = await site.dossier(id);
      const source = dossier?.explainer.sources.find((each) => each.id === wanted);
      if (!dossier || !source) return problem(c, 404, "source-unknown", "No published dossier has this source.");
      return c.json({ source, text: dossier.texts.get(wanted) ?? "" }, 200);
    });
}

/** Routes that need a token: who has one has a desk too. */
function withWrites(base: ReturnType<typeof withReads>, { desk: theDesk }: ApiParts) {
  const desk = theDesk!;
  return base
    .openapi(routes.compareRoute, async (c) => {
      const id = await desk.compare(c.var.person!, c.req.valid("json"), () => {});
      c.header("Location", `/desk/dossiers/${id}/`);
      return c.json({ id }, 201);
    })
    .openapi(routes.queueRoute, async (c) => {
      const { acts } = await desk.dossier(c.var.person!, c.req.valid("param").id);
      const waiting = acts.filter(({ review }) => review === "waiting").map(({ act }) => act);
      const { cursor, limit } = c.req.valid("query");
      const { items, next } = pageOf(waiting, ({ id }) => id, cursor, limit);
      return c.json({ acts: items, next }, 200);
    })
    .openapi(routes.decideRoute, async (c) => {
      const { acts, decision } = c.req.valid("json");
      await desk.decide(c.var.person!, c.req.valid("param").id, acts, decision);
      return c.body(null, 204);
    })
    .openapi(routes.webhooksRoute, async (c) => {
      const webhooks = await desk.webhooks(c.var.person!);
      return c.json({ webhooks: [...webhooks] }, 200);
    })
    .openapi(routes.addWebhookRoute, async (c) => {
      const made = await desk.addWebhook(c.var.person!, c.req.valid("json"));
      c.header("Location", `/api/v1/webhooks/${made.id}`);
      return c.json(made, 201);
    })
    .openapi(routes.endWebhookRoute, async (c) => {
      await desk.endWebhook(c.var.person!, c.req.valid("param").id);
      return c.body(null, 204);
    });
}

/** 405 with the methods that a path has, and 404 for paths that there are not. */
function refuseTheRest(base: Base): void {
  const methods = new Map<string, Set<string>>();
  for (const { path, method } of base.routes) {
    if (method === "ALL" || path.endsWith("/*")) continue;
    const known = methods.get(path) ?? new Set();
    methods.set(path, known.add(method));
  }
  for (const [path, known] of methods) {
    const allowed = [...known, ...(known.has("GET") ? ["HEAD"] : [])].join(", ");
    base.all(path, (c) => {
      c.header("Allow", allowed);
      return problem(c, 405, "method-not-allowed", `This path answers ${allowed}.`);
    });
  }
  base.all("/*", (c) => problem(c, 404, "path-unknown", "The API has no such path. See /api/v1/openapi.json."));
}

/** What `hono/client` reads the API's types from. */
export type Api = ReturnType<typeof createApi>;

/** The items behind the one that the cursor names; from the start where it is gone. */
function pageOf<T>(items: readonly T[], idOf: (item: T) => string, cursor: string | undefined, limit: number) {
  const from = cursor === undefined ? 0 : items.findIndex((item) => idOf(item) === cursor) + 1;
  const page = items.slice(from, from + limit);
  return { items: page, next: from + limit < items.length ? idOf(page.at(-1)!) : null };
}
