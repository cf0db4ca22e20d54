/** Requests for reading pages -> HTML in one language, kept while nothing on it changes, with an ETag. */
import { Hono } from "hono";
import { answerWithTag, type PageCache } from "../page-cache.js";
import { commitmentPage, commitmentsPage } from "../pages/commitments-page.js";
import { embedPage, embedsPage } from "../pages/embed-page.js";
import { explainerPage } from "../pages/explainer-page.js";
import { forecastsPage } from "../pages/forecasts-page.js";
import { glossaryPage } from "../pages/glossary-page.js";
import { holdingPage } from "../pages/holding-page.js";
import { homePage } from "../pages/home-page.js";
import { mapPage } from "../pages/map-page.js";
import { revisionPage, revisionsPage } from "../pages/revisions-page.js";
import { sideBySidePage } from "../pages/side-by-side-page.js";
import { archivedTextPage, sourcesPage } from "../pages/sources-page.js";
import { timelinePage } from "../pages/timeline-page.js";
import type { PageContext } from "../parts/page.js";
import type { Site, SiteDossier } from "../site.js";

const HTML = "text/html; charset=utf-8";

type Render = (context: PageContext, dossier: SiteDossier) => string;

/** Pages of a dossier by their path below it. */
export const DOSSIER_PAGES: Record<string, Render> = {
  "/": explainerPage,
  "/side-by-side/": sideBySidePage,
  "/commitments/": commitmentsPage,
  "/timeline/": timelinePage,
  "/holding/": holdingPage,
  "/map/": mapPage,
  "/forecasts/": forecastsPage,
  "/sources/": sourcesPage,
  "/revisions/": revisionsPage,
  "/embed/": embedsPage,
};

/** Pages of one of a dossier's parts; null where it has no such part. */
const PART_PAGES: Record<string, (context: PageContext, dossier: SiteDossier, part: string) => string | null> = {
  "/sources/:part/": archivedTextPage,
  "/commitments/:part/": commitmentPage,
  "/revisions/:part/": (context, dossier, part) => revisionPage(context, dossier, Number(part)),
  "/embed/:part/": embedPage,
};

export function pageRoutes(site: Site, context: PageContext, cache: PageCache): Hono {
  const routes = new Hono();
  routes.get("/", async (c) => answerWithTag(c, homePage(context, await site.dossiers()), HTML));
  routes.get("/glossary/", (c) => cache.answer(c, "glossary", () => glossaryPage(context, site.glossary())));
  for (const [path, render] of Object.entries(DOSSIER_PAGES)) {
    routes.get(`/dossiers/:id${path}`, async (c) => {
      const dossier = await site.dossier(c.req.param("id")!);
      return dossier ? cache.answer(c, dossier.version, () => render(context, dossier)) : c.notFound();
    });
  }
  for (const [path, render] of Object.entries(PART_PAGES)) {
    routes.get(`/dossiers/:id${path}`, async (c) => {
      const dossier = await site.dossier(c.req.param("id")!);
      const kept = dossier && cache.kept(c, dossier.version);
      if (kept) return kept;
      const page = dossier && render(context, dossier, c.req.param("part")!);
      return page ? cache.answer(c, dossier.version, () => page) : c.notFound();
    });
  }
  routes.get("/:path{.+[^/]}", (c, next) => (hasPage(c.req.path) ? c.redirect(`${c.req.path}/`, 301) : next()));
  return routes;
}

/** A page's address that lacks its slash. */
function hasPage(path: string): boolean {
  return /^(\/[a-z]{2})?\/(glossary|dossiers\/[^/.]+(\/[a-z-]+(\/[^/.]+)?)?)$/.test(path);
}
