/** What the API answers with, as schemas that the OpenAPI document is written from. */
import { z } from "@hono/zod-openapi";
import { Act } from "../../model/act.js";
import { AlertKind } from "../../model/alert.js";
import { CommitmentState, ReviewState } from "../../model/dossier.js";
import { Explainer, LineView, SourceView } from "../../model/explainer.js";

export const DossierEntry = z
  .object({ id: z.string(), headline: z.string(), standfirst: z.string(), updatedAt: z.string().nullable() })
  .openapi("DossierEntry");

export const DossierBody = z
  .object({ id: z.string(), version: z.string(), explainer: Explainer, commitments: z.array(CommitmentState) })
  .openapi("Dossier");

export const TextBody = z.object({ source: SourceView, text: z.string() }).openapi("Text");

/** RFC 9457. `type` is stable, `detail` is for people. */
export const ApiProblem = z
  .object({ type: z.string(), title: z.string(), status: z.int(), detail: z.string() })
  .openapi("Problem");

export const Page = z.object({
  cursor: z.string().max(200).optional().openapi({ description: "Where the page before ended." }),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

export const Lines = z.object({ lines: z.array(LineView), next: z.string().nullable() }).openapi("Lines");
export const Dossiers = z.object({ dossiers: z.array(DossierEntry), next: z.string().nullable() }).openapi("Dossiers");
export const NewComparisonBody = z
  .object({
    title: z.string().min(1).max(300),
    addresses: z
      .array(z.url({ protocol: /^https?$/ }))
      .min(2)
      .max(8),
  })
  .openapi("NewComparison");
export const Queue = z.object({ acts: z.array(Act), next: z.string().nullable() }).openapi("Queue");
export const DecisionsBody = z
  .object({
    acts: z.array(z.string().min(1).max(120)).min(1).max(500),
    decision: ReviewState,
  })
  .openapi("Decisions");

const Webhook = z.object({
  dossier: z.string().max(80),
  url: z.url({ protocol: /^https?$/ }).max(2000),
  kinds: z.array(AlertKind).min(1),
});
export const NewWebhookBody = Webhook.extend({
  kinds: z
    .array(AlertKind)
    .min(1)
    .default([...AlertKind.options]),
}).openapi("NewWebhook");
export const Webhooks = z
  .object({ webhooks: z.array(Webhook.extend({ id: z.string(), created: z.string() })) })
  .openapi("Webhooks");
export const Secret = z.object({ id: z.string(), secret: z.string() }).openapi("Secret");
export const Created = z.object({ id: z.string() }).openapi("Created");
