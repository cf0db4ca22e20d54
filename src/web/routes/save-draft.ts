/** The form in which a page is written -> the draft kept, or the form again with what was sent and what stands in its way. */
import { Edition, SECTIONS } from "../../model/explainer.js";
import { ReadoutError } from "../../model/readout-error.js";
import type { Desk } from "../desk.js";
import { writePage } from "../desk-pages/write-page.js";
import type { PageContext } from "../parts/page.js";
import type { DeskContext } from "./desk-dossier-routes.js";

export async function saveDraft(c: DeskContext, desk: Desk, context: PageContext): Promise<Response> {
  const id = c.req.param("id")!;
  const person = c.get("person");
  const form = (await c.req.parseBody()) as Record<string, string>;
  const before = await desk.dossier(person, id);
  const sent = editionOf(form, before.draft);
  const parsed = Edition.refine(({ zone }) => isZone(zone), { path: ["zone"], error: NO_ZONE }).safeParse(sent);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    return c.html(writePage(context, person, before, { fault: `${path.join(".")}: ${message}`, sent }), 400);
  }
  try {
    const saved = await desk.saveDraft(person, id, parsed.data, Number(form.version));
    if (form.then === "publish") await desk.publish(person, id, saved);
  } catch (error) {
    if (!(error instanceof ReadoutError)) throw error;
    // Read again: what the other has saved since is to stand beside what was sent.
    const now = await desk.dossier(person, id);
    const conflict = error.code === "edited-meanwhile";
    return c.html(writePage(context, person, now, { fault: error.message, sent: parsed.data, conflict }), 409);
  }
  return c.redirect(`/desk/dossiers/${id}/write/`, 303);
}

const NO_ZONE = "is no time zone, as Europe/Kyiv or UTC is";

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** What the form holds over what it does not: the rest of an edition stays as it is. */
function editionOf(form: Record<string, string>, before: Edition): Edition {
  const text = (name: string) => form[name]?.replace(/\r\n/g, "\n").trim() || null;
  return {
    ...before,
    headline: text("headline"),
    standfirst: text("standfirst"),
    byline: text("byline"),
    agencies: (text("agencies") ?? "")
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== ""),
    zone: text("zone") ?? "UTC",
    words: Object.fromEntries(SECTIONS.flatMap((section) => (text(section) ? [[section, text(section)]] : []))),
  };
}
