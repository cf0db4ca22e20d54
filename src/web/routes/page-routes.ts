/** Requests for reading pages -> HTML in one language, kept while nothing on it changes, with an ETag. */
import { Hono } from "hono";
import { pageCache } from "../page-cache.js";
import { commitmentPage, commitmentsPage } from "../pages/commitments-page.js";
import { embedPage } from "../pages/embed-page.js";
import { explainerPage } from "../pages/explainer-page.js";
import { forecastsPage } from "../pages/forecasts-page.js";
import { glossaryPage } from "../pages/glossary-page.js";
import { homePage } from "../pages/home-page.js";
import { revisionPage, revisionsPage } from "../pages/revisions-page.js";
import { sideBySidePage } from "../pages/side-by-side-page.js";
import { archivedTextPage, sourcesPage } from "../pages/sources-page.js";
import { timelinePage } from "../pages/timeline-page.js";
import type { PageContext } from "../parts/page.js";
import type { Site, SiteDossier } from "../site.js";

type Render = (context: PageContext, dossier: SiteDossier) => string;

/** Pages of a dossier by their path below it. */
export const DOSSIER_PAGES: Record<string, Render> = {
  "/": explainerPage,
  "/side-by-side/": sideBySidePage,
  "/commitments/": commitmentsPage,
  "/timeline/": timelinePage,
  "/forecasts/": forecastsPage,
  "/sources/": sourcesPage,
  "/revisions/": revisionsPage,
};

/** Pages of one of a dossier's parts; null where it has no such part. */
const PART_PAGES: Record<string, (context: PageContext, dossier: SiteDossier, part: string) => string | null> = {
  "/sources/:part/": archivedTextPage,
  "/commitments/:part/": commitmentPage,
  "/revisions/:part/": (context, dossier, part) => revisionPage(context, dossier, Number(part)),
  "/embed/:part/": embedPage,
};

export function pageRoutes(site: Site, context: PageContext): Hono {
  const routes = new Hono();
  const cached = pageCache();
  routes.get("/", async (c) => c.html(homePage(context, await site.dossiers())));
  routes.get("/glossary/", (c) => cached(c, "glossary", () => glossaryPage(context, site.glossary())));
  for (const [path, render] of Object.entries(DOSSIER_PAGES)) {
    routes.get(`/dossiers/:id${path}`, async (c) => {
      const dossier = await site.dossier(c.req.param("id")!);
      return dossier ? cached(c, dossier.version, () => render(context, dossier)) : c.notFound();
    });
  }
  for (const [path, render] of Object.entries(PART_PAGES)) {
    routes.get(`/dossiers/:id${path}`, async (c) => {
      const dossier = await site.dossier(c.req.param("id")!);
      const page = dossier && render(context, dossier, c.req.param("part")!);
      return page ? cached(c, dossier.version, () => page) : c.notFound();
    });
  }
  routes.get("/:path{.+[^/]}", (c, next) => (hasPage(c.req.path) ? c.redirect(`${c.req.path}/`, 301) : next()));
  return routes;
}

/** A page's address that lacks its slash. */
function hasPage(path: string): boolean {
  return /^(\/[a-z]{2})?\/(glossary|dossiers\/[^/.]+(\/[a-z-]+(\/[^/.]+)?)?)$/.test(path);
}
