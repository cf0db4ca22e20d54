/** Requests under /assets/ -> the build's files, which are named by their content and never change. */
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { ASSETS_FOLDER } from "../assets.js";

const A_YEAR = "public, max-age=31536000, immutable";

export function assetRoutes(): Hono {
  const routes = new Hono();
  routes.use(
    "/*",
    serveStatic({
      root: ASSETS_FOLDER,
      rewriteRequestPath: (path) => path.replace(/^\/assets/, ""),
      onFound: (_path, c) => c.header("Cache-Control", A_YEAR),
    }),
  );
  return routes;
}
