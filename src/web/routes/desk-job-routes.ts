/** "Two addresses" -> a job that fetches, reads and compares, with its steps on a page and as server-sent events. */
import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { ReadoutError } from "../../model/readout-error.js";
import type { Desk, Step } from "../desk.js";
import { type Job, jobPage } from "../desk-pages/job-page.js";
import type { PageContext } from "../parts/page.js";
import type { DeskVariables } from "./desk-routes.js";

/** Jobs that are remembered; the oldest go first. */
const MOST_JOBS = 100;
const LOOK_EVERY_MS = 150;

export function deskJobRoutes(desk: Desk, context: PageContext): Hono<DeskVariables> {
  const routes = new Hono<DeskVariables>();
  const jobs = new Map<string, Job>();
  const jobOf = (id: string, owner: string) => {
    const job = jobs.get(id);
    return job?.owner === owner ? job : undefined;
  };
  routes.post("/compare/", async (c) => {
    const { title, addresses } = await c.req.parseBody();
    const lines = String(addresses ?? "")
      .split(/\s+/)
      .filter((line) => line !== "");
    const job: Job = { owner: c.get("person").name, steps: [], dossier: null, error: null };
    const id = randomUUID();
    jobs.set(id, job);
    if (jobs.size > MOST_JOBS) jobs.delete(jobs.keys().next().value!);
    const tell = (step: Step) => void job.steps.push(step);
    desk
      .compare(c.get("person"), { title: String(title ?? "").trim() || lines.join(", "), addresses: lines }, tell)
      .then(
        (dossier) => {
          job.dossier = dossier;
        },
        (error: Error) => {
          job.error = error instanceof ReadoutError ? error.message : context.reader.t("server-error-title");
        },
      );
    return c.redirect(`/desk/jobs/${id}/`, 303);
  });
  routes.get("/jobs/:id/", (c) => {
    const job = jobOf(c.req.param("id"), c.get("person").name);
    return job ? c.html(jobPage(context, c.get("person"), job)) : c.notFound();
  });
  routes.get("/jobs/:id/events", (c) => {
    const job = jobOf(c.req.param("id"), c.get("person").name);
    if (!job) return c.notFound();
    return streamSSE(c, async (stream) => {
      for (let told = 0; !stream.aborted; ) {
        for (; told < job.steps.length; told++) {
          const { what, values } = job.steps[told]!;
          await stream.writeSSE({ event: "step", data: context.reader.t(what, values), id: String(told) });
        }
        if (job.dossier !== null || job.error !== null) break;
        await stream.sleep(LOOK_EVERY_MS);
      }
      await stream.writeSSE({ event: "end", data: job.dossier ? `/desk/dossiers/${job.dossier}/` : "" });
    });
  });
  return routes;
}
