/** What the API can be asked: each path with its parameters, bodies and answers, which the OpenAPI document is written from. */
import { createRoute, z } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import type { ApiVariables } from "./guards.js";
import { problem } from "./problem.js";
import {
  ApiProblem,
  Created,
  DecisionsBody,
  DossierBody,
  Dossiers,
  Lines,
  NewComparisonBody,
  NewWebhookBody,
  Page,
  Queue,
  Secret,
  TextBody,
  Webhooks,
} from "./schemas.js";

const inPath = (name: string, longest: number) =>
  z
    .string()
    .max(longest)
    .openapi({ param: { name, in: "path" } });
const Id = z.object({ id: inPath("id", 80) });
const json = <T extends z.ZodType>(schema: T, description: string) => ({
  content: { "application/json": { schema } },
  description,
});
const body = <T extends z.ZodType>(schema: T) => ({
  body: { content: { "application/json": { schema } }, required: true },
});
const problemOf = (description: string) => ({
  content: { "application/problem+json": { schema: ApiProblem } },
  description,
});
/** By ranges, so that who asks `answer.ok` of the typed client knows what the body is. */
const problems = { "4XX": problemOf("What is wrong with the request"), "5XX": problemOf("What went wrong here") };

/** Refuses who shows no valid token, before anything else is looked at. */
const needsToken: MiddlewareHandler<ApiVariables> = async (c, next) => {
  if (c.get("person")) return next();
  c.header("WWW-Authenticate", "Bearer");
  return problem(c, 401, "token-invalid", "Send a valid token as Authorization: Bearer TOKEN.");
};
/** A token in the name of a person, narrowed to scopes: each says which right it takes. */
const withToken = (right: string) => ({
  security: [{ token: [] }],
  middleware: needsToken,
  description: `Takes a token whose scopes hold "${right}".`,
});

export const listRoute = createRoute({
  method: "get",
  path: "/dossiers",
  summary: "Published dossiers, the last changed first",
  request: { query: Page },
  responses: { 200: json(Dossiers, "One page of them"), ...problems },
});
export const readRoute = createRoute({
  method: "get",
  path: "/dossiers/{id}",
  summary: "The whole of a published dossier",
  request: { params: Id },
  responses: { 200: json(DossierBody, "All that its pages show"), ...problems },
});
export const linesRoute = createRoute({
  method: "get",
  path: "/dossiers/{id}/lines",
  summary: "The lines of a published dossier",
  request: { params: Id, query: Page },
  responses: { 200: json(Lines, "One page of them"), ...problems },
});
export const textRoute = createRoute({
  method: "get",
  path: "/dossiers/{id}/sources/{source}",
  summary: "A source's text, that spans are offsets into",
  request: { params: Id.extend({ source: inPath("source", 120) }) },
  responses: { 200: json(TextBody, "The text and what is known of it"), ...problems },
});
/** Answered by a handler of its own, since what it sends has no end. */
export const eventsRoute = createRoute({
  method: "get",
  path: "/dossiers/{id}/events",
  summary: "Server-sent events: `version` at once and after each change, `gone` when the page is taken back",
  request: {
    params: Id,
    headers: z.object({
      "Last-Event-ID": z.string().max(80).optional().openapi({ description: "The last version that was told." }),
    }),
  },
  responses: {
    200: { content: { "text/event-stream": { schema: z.string() } }, description: "Events, until one side ends them" },
    ...problems,
  },
});
export const compareRoute = createRoute({
  method: "post",
  path: "/comparisons",
  summary: "Reads texts at addresses into a draft dossier",
  ...withToken("edit"),
  request: body(NewComparisonBody),
  responses: { 201: json(Created, "The dossier's id"), ...problems },
});
export const queueRoute = createRoute({
  method: "get",
  path: "/dossiers/{id}/queue",
  summary: "Acts that wait for an editor",
  ...withToken("read-unpublished"),
  request: { params: Id, query: Page },
  responses: { 200: json(Queue, "One page of them"), ...problems },
});
export const decideRoute = createRoute({
  method: "post",
  path: "/dossiers/{id}/decisions",
  summary: "Confirms or rejects acts",
  ...withToken("edit"),
  request: { params: Id, ...body(DecisionsBody) },
  responses: { 204: { description: "Decided" }, ...problems },
});
export const webhooksRoute = createRoute({
  method: "get",
  path: "/webhooks",
  summary: "Addresses that are told of what happens",
  ...withToken("administer"),
  responses: { 200: json(Webhooks, "All of them, without their secrets"), ...problems },
});
export const addWebhookRoute = createRoute({
  method: "post",
  path: "/webhooks",
  summary: "Tells an address of what happens in a dossier, signed with HMAC-SHA256",
  ...withToken("administer"),
  request: body(NewWebhookBody),
  responses: { 201: json(Secret, "Its id, and the secret that signs, told this once"), ...problems },
});
export const endWebhookRoute = createRoute({
  method: "delete",
  path: "/webhooks/{id}",
  summary: "Tells an address no longer",
  ...withToken("administer"),
  request: { params: Id },
  responses: { 204: { description: "Ended" }, ...problems },
});
