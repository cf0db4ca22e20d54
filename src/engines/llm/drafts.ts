/** A document and the endpoint -> whether it may be sent there: unpublished drafts go nowhere but where they were let. */
import type { Document } from "../../model/document.js";
import { ReadoutError } from "../../model/problem.js";
import type { Settings } from "./settings.js";

const OPENING_CHARACTERS = 600;
const MARKED = /\b(?:draft|embargo(?:ed)?|not for (?:publication|release|distribution)|confidential|internal use)\b/i;

/** True for what the user called a draft, or what calls itself one in its name or its first lines. */
export function isDraft({ source, text }: Pick<Document, "source" | "text">, declared: boolean): boolean {
  const file = source.split(/[/\\]/).at(-1)!.replaceAll("_", " ").replaceAll("-", " ");
  const marks = text
    .slice(0, OPENING_CHARACTERS)
    .split("\n")
    .filter((line) => line.length <= 120 && MARKED.test(line));
  return (
    declared ||
    MARKED.test(file) ||
    marks.some((line) => line === line.toUpperCase() || /^\W*(?:draft|embargo)/i.test(line))
  );
}

/** Throws ReadoutError `draft-kept`, exit code 2: nothing has been sent. */
export function refuseDraft(document: Document, declared: boolean, { baseUrl, draftsTo }: Settings): void {
  if (!isDraft(document, declared) || draftsTo === baseUrl) return;
  const message = `"${document.id}" is an unpublished draft and was not sent to ${baseUrl}. Name the endpoint for drafts, READOUT_LLM_DRAFTS=${baseUrl}, or use --engine rules, which sends nothing.`;
  throw new ReadoutError("draft-kept", message, 2);
}
