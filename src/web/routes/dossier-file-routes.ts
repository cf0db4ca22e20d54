/** Requests for what stands beside a dossier's pages: feeds, calendar, card, data, style of its lines; and oEmbed. */
import { type Context, Hono } from "hono";
import { calendarOf } from "../../publish/calendar.js";
import { incidenceChart } from "../../publish/charts/incidence-chart.js";
import { dossierFeeds } from "../../publish/dossier-feeds.js";
import { socialCard } from "../../publish/social-card.js";
import { cardPng } from "../card-png.js";
import { linesStyle } from "../lines-style.js";
import type { Body, PageCache } from "../page-cache.js";
import { embeddable } from "../pages/embed-page.js";
import type { Site, SiteDossier } from "../site.js";

interface DossierFile {
  type: string;
  /** Null where the dossier has no such file. */
  make(dossier: SiteDossier, address: string): Body | null;
}

const feedsOf = (dossier: SiteDossier, address: string) =>
  dossierFeeds(
    dossier.explainer,
    dossier.revisions
      .filter(({ edition }) => !edition.takenBack)
      .map(({ number, at, edition }) => ({
        number,
        at,
        headline: edition.headline ?? dossier.explainer.headline,
        summary: edition.standfirst ?? dossier.explainer.standfirst,
      })),
    address,
  );

const CURVE = "lasting.svg";

/** The class whose curve is drawn: the best fitting one that has one. */
function curveOf(weighings: SiteDossier["weighings"]) {
  for (const { classes, elapsedDays } of weighings) {
    const drawn = classes.find(({ curve }) => curve.length > 0);
    if (drawn) return { drawn, elapsedDays };
  }
  return null;
}

/** False for a curve where none was weighed. */
export function hasFile({ weighings }: SiteDossier, path: string): boolean {
  return path !== CURVE || curveOf(weighings) !== null;
}

/** Files of a dossier by their path below its own. */
export const DOSSIER_FILES: Record<string, DossierFile> = {
  "rss.xml": { type: "application/rss+xml; charset=utf-8", make: (...args) => feedsOf(...args).rss },
  "atom.xml": { type: "application/atom+xml; charset=utf-8", make: (...args) => feedsOf(...args).atom },
  "feed.json": { type: "application/feed+json; charset=utf-8", make: (...args) => feedsOf(...args).json },
  "calendar.ics": { type: "text/calendar; charset=utf-8", make: ({ id, due }) => calendarOf(id, due) },
  "card.png": {
    type: "image/png",
    make: ({ explainer, pictures }) =>
      cardPng(socialCard(explainer, pictures.get(explainer.edition.picture?.url ?? ""))),
  },
  "data.json": {
    type: "application/json; charset=utf-8",
    make: ({ explainer, commitments }) => `${JSON.stringify({ explainer, commitments })}\n`,
  },
  [CURVE]: {
    type: "image/svg+xml",
    make: ({ weighings }) => {
      const drawn = curveOf(weighings);
      return drawn ? incidenceChart(drawn.drawn, { elapsedDays: drawn.elapsedDays }) : null;
    },
  },
  "side-by-side/lines.css": { type: "text/css; charset=utf-8", make: ({ explainer }) => linesStyle(explainer.lines) },
};

export function dossierFileRoutes(site: Site, origin: string, cache: PageCache): Hono {
  const routes = new Hono();
  for (const [path, { type, make }] of Object.entries(DOSSIER_FILES)) {
    routes.get(`/dossiers/:id/${path}`, async (c) => {
      const dossier = await site.dossier(c.req.param("id")!);
      if (!dossier) return c.notFound();
      if (!hasFile(dossier, path)) return c.notFound();
      return cache.answer(c, dossier.version, () => make(dossier, `${origin}/dossiers/${dossier.id}/`) ?? "", type);
    });
  }
  routes.get("/oembed", (c) => oembed(c, site, origin));
  return routes;
}

/** The chart that stands for a page; the picture of points for all others. */
const FRAME_OF_PAGE: Record<string, string> = { holding: "holding", map: "map", forecasts: "lasting" };

const LONGEST_ADDRESS = 2000;

/** oEmbed 1.0, type "rich": the frame that shows a line or the picture of all. JSON alone. */
async function oembed(c: Context, site: Site, origin: string): Promise<Response> {
  const { url = "", format = "json", maxwidth = "700", maxheight = "420" } = c.req.query();
  if (format !== "json") return c.json({ error: "only JSON" }, 501);
  const path = url.startsWith(`${origin}/`) && url.length <= LONGEST_ADDRESS ? url.slice(origin.length) : "";
  const found = /^(?:\/[a-z]{2})?\/dossiers\/([a-z0-9-]+)\/(?:([a-z-]+)\/)?(?:#(?:[a-z]+-|i|e)(\d+))?$/.exec(path);
  const dossier = found && (await site.dossier(found[1]!));
  if (!found || !dossier) return c.json({ error: "no such page" }, 404);
  const what = found[3] ?? FRAME_OF_PAGE[found[2] ?? ""] ?? "points";
  const frame = embeddable(dossier).includes(what) ? what : "points";
  const width = Math.min(1200, Math.max(280, Number(maxwidth) || 700));
  const height = Math.min(1200, Math.max(200, Number(maxheight) || 420));
  const src = `${origin}/dossiers/${dossier.id}/embed/${frame}/`;
  return c.json({
    version: "1.0",
    type: "rich",
    title: dossier.explainer.headline,
    provider_name: "Readout",
    provider_url: `${origin}/`,
    width,
    height,
    html: `<iframe src="${src}" sandbox="allow-popups" width="${width}" height="${height}" title="Readout"></iframe>`,
  });
}
