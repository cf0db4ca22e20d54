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
  const { "picture-file": upload, ...rest } = await c.req.parseBody();
  const form = rest as Record<string, string>;
  const before = await desk.dossier(person, id);
  const { name, fault } = await keepUpload(upload, (bytes, file) => desk.keepPicture(person, id, bytes, file));
  const sent = editionOf({ ...form, ...(name ? { picture: name } : {}) }, before.draft);
  if (fault) return c.html(writePage(context, person, before, { fault, sent }), 400);
  const parsed = Sent.safeParse(sent);
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

const Sent = Edition.refine(({ zone }) => isZone(zone), {
  path: ["zone"],
  error: "is no time zone, as Europe/Kyiv or UTC is",
}).refine(({ picture }) => picture === null || (picture.alt !== "" && picture.credit !== ""), {
  path: ["picture"],
  error: "needs words for who cannot see it, and a credit",
});

/** A picture that came with the form is kept at once: what else is wrong with the form does not lose it. */
async function keepUpload(
  upload: unknown,
  keep: (bytes: Uint8Array, file: string) => Promise<string>,
): Promise<{ name: string | null; fault: string | null }> {
  if (!(upload instanceof File) || upload.size === 0) return { name: null, fault: null };
  try {
    return { name: await keep(new Uint8Array(await upload.arrayBuffer()), upload.name || "picture"), fault: null };
  } catch (error) {
    if (!(error instanceof ReadoutError) || error.code !== "picture-invalid") throw error;
    return { name: null, fault: error.message };
  }
}

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
    picture:
      text("picture") === null || text("picture-drop") !== null
        ? null
        : {
            url: text("picture")!,
            alt: text("picture-alt") ?? "",
            caption: text("picture-caption") ?? "",
            credit: text("picture-credit") ?? "",
          },
    agencies: (text("agencies") ?? "")
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== ""),
    zone: text("zone") ?? "UTC",
    words: Object.fromEntries(SECTIONS.flatMap((section) => (text(section) ? [[section, text(section)]] : []))),
  };
}
