/** Requests for a dossier's own pictures -> their bytes, which never change under one name. */
import { Hono } from "hono";
import type { Site } from "../site.js";

const A_YEAR = "public, max-age=31536000, immutable";

export function pictureRoutes(site: Site): Hono {
  const routes = new Hono();
  routes.get("/dossiers/:id/pictures/:name", async (c) => {
    const picture = (await site.dossier(c.req.param("id")))?.pictures.get(c.req.param("name"));
    if (!picture) return c.notFound();
    return c.body(picture.bytes, 200, { "Content-Type": picture.type, "Cache-Control": A_YEAR });
  });
  return routes;
}
