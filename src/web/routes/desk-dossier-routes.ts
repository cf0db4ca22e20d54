/** Requests for one dossier at the desk -> its queue, its page in the making, and what an editor does with both. */
import { type Context, Hono } from "hono";
import { z } from "zod";
import { ActType, Veridicality } from "../../model/act.js";
import { ReviewState } from "../../model/dossier.js";
import { ReadoutError } from "../../model/readout-error.js";
import { ALONE, type Correction, type Desk, type Person } from "../desk.js";
import { queuePage } from "../desk-pages/queue-page.js";
import { writePage } from "../desk-pages/write-page.js";
import { explainerPage } from "../pages/explainer-page.js";
import type { PageContext } from "../parts/page.js";
import type { DeskVariables } from "./desk-routes.js";
import { saveDraft } from "./save-draft.js";

export type DeskContext = Context<DeskVariables>;

export function deskDossierRoutes(desk: Desk, context: PageContext): Hono<DeskVariables> {
  const routes = new Hono<DeskVariables>();
  const open = (c: DeskContext) => desk.dossier(c.get("person"), c.req.param("id")!);
  const idOf = (c: DeskContext) => c.req.param("id")!;

  routes.get("/dossiers/:id/", async (c) => {
    const { page = "1", done = "" } = c.req.query();
    const view = { page: Number(page) || 1, done: done.split(",").slice(0, MOST_DONE), sent: null };
    return c.html(queuePage(context, c.get("person"), await open(c), view));
  });
  routes.post("/dossiers/:id/decide/", async (c) => {
    const form = await c.req.parseBody({ all: true });
    const acts = [form.act ?? []].flat().map(String);
    const decision = ReviewState.safeParse(form.decision);
    if (!decision.success) throw new ReadoutError("request-invalid", "there is no such decision.", 2);
    await desk.decide(c.get("person"), idOf(c), acts, decision.data);
    return backToQueue(c, acts);
  });
  routes.post("/dossiers/:id/correct/", (c) => correct(c, desk, context));
  routes.post("/dossiers/:id/undo-correction/", async (c) => {
    const { act } = await c.req.parseBody();
    await desk.undoCorrection(c.get("person"), idOf(c), String(act));
    return backToQueue(c, [String(act)]);
  });
  routes.get("/dossiers/:id/marks.tar", async (c) => {
    const archive = await desk.marks(c.get("person"), idOf(c));
    return c.body(archive, 200, {
      "Content-Type": "application/x-tar",
      "Content-Disposition": `attachment; filename="${idOf(c)}.tar"`,
    });
  });
  routes.get("/dossiers/:id/corrections.ndjson", async (c) => {
    const pairs = await desk.corrections(c.get("person"), idOf(c));
    return c.body(pairs.map((pair) => `${JSON.stringify(pair)}\n`).join(""), 200, {
      "Content-Type": "application/x-ndjson",
    });
  });
  routes.get("/dossiers/:id/write/", async (c) => c.html(writePage(context, c.get("person"), await open(c))));
  routes.post("/dossiers/:id/write/", (c) => saveDraft(c, desk, context));
  routes.get("/dossiers/:id/pictures/:name", async (c) => {
    const picture = (await open(c)).preview.pictures.get(c.req.param("name"));
    return picture ? c.body(picture.bytes, 200, { "Content-Type": picture.type }) : c.notFound();
  });
  routes.get("/dossiers/:id/preview/", async (c) => c.html(explainerPage(context, (await open(c)).preview, "preview")));
  for (const [what, act] of Object.entries(ACTIONS)) {
    routes.post(`/dossiers/:id/${what}/`, async (c) => {
      try {
        await act(desk, c.get("person"), idOf(c), Number((await c.req.parseBody()).version));
      } catch (error) {
        if (!(error instanceof ReadoutError)) throw error;
        return c.html(writePage(context, c.get("person"), await open(c), { fault: error.message }), 409);
      }
      return c.redirect(`/desk/dossiers/${idOf(c)}/write/`, 303);
    });
  }
  return routes;
}

/** Acts named in an address, at most as many as a page of the queue has. */
const MOST_DONE = 50;

function backToQueue(c: DeskContext, acts: readonly string[]): Response {
  const done = acts.length > 0 ? `?done=${acts.map(encodeURIComponent).join(",")}#done` : "";
  return c.redirect(`/desk/dossiers/${c.req.param("id")}/${done}`, 303);
}

/** What the buttons above the draft do; `version` is the number of events that the editor saw, or the draft's to go back to. */
const ACTIONS: Record<string, (desk: Desk, person: Person, id: string, version: number) => Promise<void>> = {
  publish: (desk, person, id, version) => desk.publish(person, id, version || undefined),
  "take-back": (desk, person, id) => desk.takeBack(person, id),
  undo: (desk, person, id) => desk.undo(person, id),
  restore: (desk, person, id, version) => desk.restore(person, id, version),
};

/** What was sent stays in the form where it cannot be kept. */
async function correct(c: DeskContext, desk: Desk, context: PageContext): Promise<Response> {
  const id = c.req.param("id")!;
  const fields = (await c.req.parseBody()) as Record<string, string>;
  const act = String(fields.act);
  try {
    await desk.correct(c.get("person"), id, act, correctionOf(fields), Number(fields.seq));
  } catch (error) {
    if (!(error instanceof ReadoutError) || error.code === "record-unknown") throw error;
    const dossier = await desk.dossier(c.get("person"), id);
    const view = { page: 1, done: [], sent: { act, fields, fault: error.message } };
    return c.html(queuePage(context, c.get("person"), dossier, view), 409);
  }
  return backToQueue(c, [act]);
}

const CorrectionForm = z.object({
  type: ActType,
  veridicality: Veridicality,
  actors: z.string().max(500),
  targets: z.string().max(500),
  issues: z.string().max(500),
  line: z
    .string()
    .regex(/^\s*\d{0,5}\s*$/)
    .default(""),
});

function correctionOf(form: unknown): Correction {
  const parsed = CorrectionForm.safeParse(form);
  if (!parsed.success)
    throw new ReadoutError(
      "correction-invalid",
      `the correction's ${parsed.error.issues[0]?.path.join(".")} is not what it may be.`,
      2,
    );
  const { type, veridicality, actors, targets, issues } = parsed.data;
  const number = parsed.data.line.trim();
  const line = number === "" ? null : Number(number) === 0 ? ALONE : Number(number);
  return { act: type, veridicality, actors: words(actors), issues: words(issues), targets: words(targets), line };
}

function words(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== "");
}
