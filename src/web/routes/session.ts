/** A request -> who makes it: by the session's cookie, HttpOnly and of this site alone, or by a token. */
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Desk, Person } from "../desk.js";

const COOKIE = "readout-session";

export async function personOfCookie(c: Context, desk: Desk): Promise<Person | null> {
  const secret = getCookie(c, COOKIE);
  return secret ? desk.personOf(secret) : null;
}

export function keepSession(
  c: Context,
  { secret, expires }: { secret: string; expires: string },
  origin: string,
): void {
  setCookie(c, COOKIE, secret, {
    path: "/desk",
    httpOnly: true,
    sameSite: "Strict",
    secure: origin.startsWith("https:"),
    expires: new Date(expires),
  });
}

export async function dropSession(c: Context, desk: Desk): Promise<void> {
  const secret = getCookie(c, COOKIE);
  if (secret) await desk.signOut(secret);
  deleteCookie(c, COOKIE, { path: "/desk" });
}
