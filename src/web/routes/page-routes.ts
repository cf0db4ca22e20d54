/** Requests for reading pages -> HTML in one language, kept while nothing on it changes, with an ETag. */
import { type Context, Hono } from "hono";
import { linesStyle } from "../lines-style.js";
import { pageCache } from "../page-cache.js";
import { explainerPage } from "../pages/explainer-page.js";
import { glossaryPage } from "../pages/glossary-page.js";
import { homePage } from "../pages/home-page.js";
import { sideBySidePage } from "../pages/side-by-side-page.js";
import { archivedTextPage, sourcesPage } from "../pages/sources-page.js";
import type { PageContext } from "../parts/page.js";
import type { Site, SiteDossier } from "../site.js";

type Render = (context: PageContext, dossier: SiteDossier) => string;

/** Pages of a dossier by their path below it. */
const DOSSIER_PAGES: Record<string, Render> = {
  "/": explainerPage,
  "/side-by-side/": sideBySidePage,
  "/sources/": sourcesPage,
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
  routes.get("/dossiers/:id/sources/:source/", (c) => archived(c, site, context, cached));
  routes.get("/dossiers/:id/side-by-side/lines.css", async (c) => {
    const dossier = await site.dossier(c.req.param("id"));
    if (!dossier) return c.notFound();
    return cached(c, dossier.version, () => linesStyle(dossier.explainer.lines), "text/css; charset=utf-8");
  });
  routes.get("/:path{.+[^/]}", (c, next) => (hasPage(c.req.path) ? c.redirect(`${c.req.path}/`, 301) : next()));
  return routes;
}

async function archived(
  c: Context,
  site: Site,
  context: PageContext,
  cached: ReturnType<typeof pageCache>,
): Promise<Response> {
  const dossier = await site.dossier(c.req.param("id")!);
  const page = dossier && archivedTextPage(context, dossier, c.req.param("source")!);
  return page ? cached(c, dossier.version, () => page) : c.notFound();
}

/** A page's address that lacks its slash. */
function hasPage(path: string): boolean {
  return /^(\/[a-z]{2})?\/(glossary|dossiers\/[^/.]+(\/[a-z-]+(\/[^/.]+)?)?)$/.test(path);
}
