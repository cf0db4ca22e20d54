/** Every answer -> the headers that tell a browser what it may do: nothing but what we serve, nothing inline. */
import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

const POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
};

/** What may be shown in a frame of another site: one line or one chart, without forms. */
const EMBEDDED = /^(\/[a-z]{2})?\/dossiers\/[^/]+\/embed\//;

const A_YEAR = "max-age=31536000";

/** `origin` is where the site is reached: over https it is to be reached in no other way. */
export function securityHeaders(origin: string): MiddlewareHandler {
  const rest = {
    referrerPolicy: "no-referrer",
    strictTransportSecurity: origin.startsWith("https:") && A_YEAR,
    crossOriginResourcePolicy: false as const,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  };
  const framed = secureHeaders({
    ...rest,
    xFrameOptions: false,
    contentSecurityPolicy: { ...POLICY, formAction: ["'none'"], frameAncestors: ["*"] },
  });
  const alone = secureHeaders({ ...rest, contentSecurityPolicy: { ...POLICY, frameAncestors: ["'none'"] } });
  return (c, next) => (EMBEDDED.test(c.req.path) ? framed : alone)(c, next);
}
