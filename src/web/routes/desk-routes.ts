/** Requests under /desk -> the editors' pages and what they do; every change is a form that works without a script. */
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import { ReadoutError } from "../../model/readout-error.js";
import type { Desk, Person } from "../desk.js";
import { deskHomePage } from "../desk-pages/desk-home-page.js";
import { firstPage, signInPage } from "../desk-pages/sign-in-page.js";
import type { PageContext } from "../parts/page.js";
import { rateLimit } from "../rate-limit.js";
import { deskDossierRoutes } from "./desk-dossier-routes.js";
import { deskJobRoutes } from "./desk-job-routes.js";
import { dropSession, keepSession, personOfCookie } from "./session.js";

export interface DeskVariables {
  Variables: { person: Person };
}

export interface DeskParts {
  desk: Desk;
  context: PageContext;
  /** Shown when the server starts and nobody can sign in; null once somebody can. */
  firstCode: string | null;
}

/** A page's words and its picture. */
const LARGEST_BODY_BYTES = 3_000_000;
const SIGN_IN_LIMIT = { points: 10, duration: 60 };

export function deskRoutes(parts: DeskParts): Hono<DeskVariables> {
  const { desk, context } = parts;
  const routes = new Hono<DeskVariables>();
  // Behind a proxy the request comes to another address than the reader's.
  routes.use(csrf({ origin: (origin, c) => origin === context.origin || origin === new URL(c.req.url).origin }));
  routes.use(bodyLimit({ maxSize: LARGEST_BODY_BYTES }));
  routes.use(async (c, next) => {
    await next();
    c.header("Cache-Control", "no-store");
  });
  signInRoutes(routes, parts);
  routes.use(async (c, next) => {
    const person = await personOfCookie(c, desk);
    if (!person) return c.redirect("/desk/sign-in/", 303);
    c.set("person", person);
    return next();
  });
  routes.get("/", async (c) => c.html(deskHomePage(context, c.get("person"), await desk.dossiers(c.get("person")))));
  routes.route("/", deskJobRoutes(desk, context));
  routes.route("/", deskDossierRoutes(desk, context));
  return routes;
}

function signInRoutes(routes: Hono<DeskVariables>, { desk, context, firstCode }: DeskParts): void {
  const wait = (c: Context) => c.html(signInPage(context, "sign-in-wait"), 429);
  routes.get("/sign-in/", async (c) => c.html(signInPage(context, (await desk.isEmpty()) ? "sign-in-nobody" : null)));
  routes.post("/sign-in/", rateLimit(SIGN_IN_LIMIT, wait), async (c) => {
    const { name, password } = await c.req.parseBody();
    const session = await desk.signIn(String(name ?? ""), String(password ?? ""));
    if (!session) return c.html(signInPage(context, "sign-in-wrong"), 403);
    keepSession(c, session, context.origin);
    return c.redirect("/desk/", 303);
  });
  routes.post("/sign-out/", async (c) => {
    await dropSession(c, desk);
    return c.redirect("/", 303);
  });
  routes.get("/first/", async (c) => {
    if (!(await desk.isEmpty())) return c.redirect("/desk/sign-in/", 303);
    return c.html(firstPage(context, c.req.query("code") ?? "", null));
  });
  routes.post("/first/", rateLimit(SIGN_IN_LIMIT, wait), async (c) => {
    const { name, password, code } = await c.req.parseBody();
    if (firstCode === null || String(code) !== firstCode)
      return c.html(firstPage(context, "", "first-code-wrong"), 403);
    try {
      await desk.addFirst(String(name), String(password));
    } catch (error) {
      if (!(error instanceof ReadoutError)) throw error;
      return c.html(firstPage(context, firstCode, error.message), 400);
    }
    keepSession(c, (await desk.signIn(String(name), String(password)))!, context.origin);
    return c.redirect("/desk/", 303);
  });
}
