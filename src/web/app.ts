/** A Site, the interface's texts and the build's assets -> the Hono application that answers every request. */
import { Hono } from "hono";
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from "../model/interface-text.js";
import type { Assets } from "./assets.js";
import { messagePage } from "./pages/message-page.js";
import type { PageContext } from "./parts/page.js";
import type { Reader } from "./reader.js";
import { assetRoutes } from "./routes/asset-routes.js";
import { pageRoutes } from "./routes/page-routes.js";
import { securityHeaders } from "./security-headers.js";
import type { Site } from "./site.js";

export interface AppParts {
  site: Site;
  readers: Record<InterfaceLanguage, Reader>;
  assets: Assets;
  /** Where the site is reached from outside: "http://localhost:4173". */
  origin: string;
  /** Told of every fault of ours; the reader sees only that there was one. */
  report(error: unknown): void;
}

export function createApp(parts: AppParts): Hono {
  const { readers, assets, origin, report } = parts;
  const app = new Hono();
  app.use(securityHeaders());
  app.route("/assets", assetRoutes());
  for (const language of INTERFACE_LANGUAGES) {
    const context: PageContext = { reader: readers[language], assets, origin };
    app.route(language === INTERFACE_LANGUAGES[0] ? "/" : `/${language}`, pageRoutes(parts.site, context));
  }
  const contextOf = (path: string): PageContext => {
    const language = INTERFACE_LANGUAGES.find((each) => path.startsWith(`/${each}/`)) ?? INTERFACE_LANGUAGES[0];
    return { reader: readers[language], assets, origin };
  };
  app.notFound((c) => c.html(messagePage(contextOf(c.req.path), "not-found"), 404));
  app.onError((error, c) => {
    report(error);
    return c.html(messagePage(contextOf(c.req.path), "server-error"), 500);
  });
  return app;
}
