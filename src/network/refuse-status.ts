/** An answer's status -> nothing where it is a page, else one line on what the server said and what to do. */
import { ReadoutError } from "../model/readout-error.js";
import type { Answer } from "./network.js";

const WORDS: Record<number, string> = {
  401: "wants a login. Save the text and give that",
  403: "may not be read: the site refuses it, to programs perhaps. Save the text and give that",
  404: "there is no such page. Check the address",
  410: "the page was taken down. Check the address, or the archive",
  429: "the site asks to come back later",
  451: "may not be shown where you are, for legal reasons",
};

/** Throws ReadoutError `http-STATUS` for all but 2xx. */
export function refuseStatus(asked: string, { status, headers }: Pick<Answer, "status" | "headers">): void {
  if (status >= 200 && status < 300) return;
  const later = status === 429 || status === 503 ? retryWords(headers["retry-after"]) : "";
  const words =
    WORDS[status] ?? (status >= 500 ? "the site fails. Try again later" : "the site gives no page. Check the address");
  throw new ReadoutError(`http-${status}`, `${asked}: ${words} (HTTP ${status}).${later}`);
}

function retryWords(field: string | undefined): string {
  return field && /^[\w ,:-]{1,40}$/.test(field)
    ? ` It names a time: ${/^\d+$/.test(field) ? `in ${field} s` : field}.`
    : " Try again later.";
}
