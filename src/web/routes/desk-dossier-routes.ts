/** Requests for one dossier at the desk -> its queue, its page in the making, and what an editor does with both. */
import { type Context, Hono } from "hono";
import { z } from "zod";
import { ActType, Veridicality } from "../../model/act.js";
import { Edition, SECTIONS } from "../../model/explainer.js";
import { ReadoutError } from "../../model/readout-error.js";
import type { Correction, Desk } from "../desk.js";
import { queuePage } from "../desk-pages/queue-page.js";
import { writePage } from "../desk-pages/write-page.js";
import { explainerPage } from "../pages/explainer-page.js";
import type { PageContext } from "../parts/page.js";
import type { DeskVariables } from "./desk-routes.js";

type DeskContext = Context<DeskVariables>;

export function deskDossierRoutes(desk: Desk, context: PageContext): Hono<DeskVariables> {
  const routes = new Hono<DeskVariables>();
  const open = (c: DeskContext) => desk.dossier(c.get("person"), c.req.param("id")!);
  const idOf = (c: DeskContext) => c.req.param("id")!;

  routes.get("/dossiers/:id/", async (c) => c.html(queuePage(context, c.get("person"), await open(c))));
  routes.post("/dossiers/:id/decide/", async (c) => {
    const form = await c.req.parseBody({ all: true });
    const acts = [form.act ?? []].flat().map(String);
    await desk.decide(c.get("person"), idOf(c), acts, form.decision === "rejected" ? "rejected" : "published");
    return c.redirect(`/desk/dossiers/${idOf(c)}/${acts.length === 1 ? `#act-${acts[0]}` : ""}`, 303);
  });
  routes.post("/dossiers/:id/correct/", async (c) => {
    const form = await c.req.parseBody();
    await desk.correct(c.get("person"), idOf(c), String(form.act), correctionOf(form));
    return c.redirect(`/desk/dossiers/${idOf(c)}/#act-${String(form.act)}`, 303);
  });
  routes.get("/dossiers/:id/corrections.ndjson", async (c) => {
    const pairs = await desk.corrections(c.get("person"), idOf(c));
    return c.body(pairs.map((pair) => `${JSON.stringify(pair)}\n`).join(""), 200, {
      "Content-Type": "application/x-ndjson",
    });
  });
  routes.get("/dossiers/:id/write/", async (c) => c.html(writePage(context, c.get("person"), await open(c), null)));
  routes.post("/dossiers/:id/write/", (c) => save(c, desk, context));
  routes.get("/dossiers/:id/preview/", async (c) => c.html(explainerPage(context, (await open(c)).preview, "preview")));
  for (const what of ["publish", "take-back", "undo"] as const) {
    routes.post(`/dossiers/:id/${what}/`, async (c) => {
      try {
        await (what === "publish" ? desk.publish : what === "undo" ? desk.undo : desk.takeBack)(
          c.get("person"),
          idOf(c),
        );
      } catch (error) {
        if (!(error instanceof ReadoutError)) throw error;
        return c.html(writePage(context, c.get("person"), await open(c), error.message), 409);
      }
      return c.redirect(`/desk/dossiers/${idOf(c)}/write/`, 303);
    });
  }
  return routes;
}

const CorrectionForm = z.object({
  type: ActType,
  veridicality: Veridicality,
  actors: z.string().max(500),
  targets: z.string().max(500),
  issues: z.string().max(500),
});

function correctionOf(form: unknown): Correction {
  const parsed = CorrectionForm.safeParse(form);
  if (!parsed.success)
    throw new ReadoutError("correction-invalid", `the correction lacks ${parsed.error.issues[0]?.path.join(".")}.`, 2);
  const { type, veridicality, actors, targets, issues } = parsed.data;
  return { act: type, veridicality, actors: words(actors), issues: words(issues), targets: words(targets) };
}

function words(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== "");
}

async function save(c: DeskContext, desk: Desk, context: PageContext): Promise<Response> {
  const id = c.req.param("id")!;
  const form = (await c.req.parseBody()) as Record<string, string>;
  const before = await desk.dossier(c.get("person"), id);
  const text = (name: string) => form[name]?.replace(/\r\n/g, "\n").trim() || null;
  const parsed = Edition.safeParse({
    ...before.draft,
    headline: text("headline"),
    standfirst: text("standfirst"),
    byline: text("byline"),
    agencies: (text("agencies") ?? "")
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== ""),
    zone: text("zone") ?? "UTC",
    words: Object.fromEntries(SECTIONS.flatMap((section) => (text(section) ? [[section, text(section)]] : []))),
  });
  if (!parsed.success) return c.html(writePage(context, c.get("person"), before, parsed.error.issues[0]!.message), 400);
  try {
    await desk.saveDraft(c.get("person"), id, parsed.data, Number(form.version));
  } catch (error) {
    if (!(error instanceof ReadoutError)) throw error;
    const theirs = { ...before, draft: parsed.data };
    return c.html(writePage(context, c.get("person"), theirs, error.message), 409);
  }
  return c.redirect(`/desk/dossiers/${id}/write/`, 303);
}
