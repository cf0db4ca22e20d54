/** A Site, the interface's texts and the build's assets -> the Hono application that answers every request. */
import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from "../model/interface-text.js";
import { ReadoutError } from "../model/readout-error.js";
import { createApi } from "./api/api.js";
import type { Assets } from "./assets.js";
import type { Desk } from "./desk.js";
import { pageCache } from "./page-cache.js";
import { messagePage, refusalPage } from "./pages/message-page.js";
import type { PageContext } from "./parts/page.js";
import type { Reader } from "./reader.js";
import { assetRoutes } from "./routes/asset-routes.js";
import { deskRoutes } from "./routes/desk-routes.js";
import { dossierFileRoutes } from "./routes/dossier-file-routes.js";
import { pageRoutes } from "./routes/page-routes.js";
import { pictureRoutes } from "./routes/picture-routes.js";
import { securityHeaders } from "./security-headers.js";
import type { Site } from "./site.js";

export interface AppParts {
  site: Site;
  /** Null where pages are only shown, as from a folder. */
  desk: Desk | null;
  /** The code with which the first person is made; null once there is somebody. */
  firstCode: string | null;
  readers: Record<InterfaceLanguage, Reader>;
  assets: Assets;
  /** Where the site is reached from outside: "http://localhost:4173". */
  origin: string;
  /** Requests of the API a minute for one token or address. */
  apiLimit: number;
  /** Told of every fault of ours; the reader sees only that there was one. */
  report(error: unknown): void;
}

/** Refusals that mean something else than a bad request. */
const STATUS: Record<string, 403 | 404 | 409> = {
  "right-missing": 403,
  "dossier-unknown": 404,
  "record-unknown": 404,
  "edited-meanwhile": 409,
};

/** Of rendered pages, all languages and files together. */
const PAGE_BYTES = 32_000_000;

export function createApp(parts: AppParts): Hono {
  const { readers, assets, origin, report } = parts;
  const app = new Hono();
  app.use(securityHeaders(origin));
  app.route("/assets", assetRoutes());
  if (parts.desk) {
    const context = { reader: readers.en, assets, origin };
    app.route("/desk/", deskRoutes({ desk: parts.desk, context, firstCode: parts.firstCode }));
    app.get("/desk", (c) => c.redirect("/desk/", 301));
  }
  app.route("/api/v1", createApi({ site: parts.site, desk: parts.desk, limit: parts.apiLimit, report }));
  const cache = pageCache(PAGE_BYTES);
  app.route("/", dossierFileRoutes(parts.site, origin, cache));
  app.route("/", pictureRoutes(parts.site));
  for (const language of INTERFACE_LANGUAGES) {
    const context: PageContext = { reader: readers[language], assets, origin };
    app.route(language === INTERFACE_LANGUAGES[0] ? "/" : `/${language}/`, pageRoutes(parts.site, context, cache));
  }
  const contextOf = (path: string): PageContext => {
    const language = INTERFACE_LANGUAGES.find((each) => path.startsWith(`/${each}/`)) ?? INTERFACE_LANGUAGES[0];
    return { reader: readers[language], assets, origin };
  };
  app.notFound((c) => c.html(messagePage(contextOf(c.req.path), "not-found"), 404));
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    if (error instanceof ReadoutError)
      return c.html(refusalPage(contextOf(c.req.path), error.message), STATUS[error.code] ?? 400);
    report(error);
    return c.html(messagePage(contextOf(c.req.path), "server-error"), 500);
  });
  return app;
}
