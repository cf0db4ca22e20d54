/** A server's address and a token -> a client of its API whose calls and answers are typed by the API itself. */
import { hc } from "hono/client";
import type { Api } from "./web/api/api.js";

/** `await (await readoutClient("http://localhost:4173").dossiers.$get({ query: {} })).json()` */
export function readoutClient(address: string, token?: string) {
  const headers: Record<string, string> = token ? { Authorization: `Bearer ${token}` } : {};
  return hc<Api>(`${address.replace(/\/$/, "")}/api/v1`, { headers });
}
