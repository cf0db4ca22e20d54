/** The text of an AGREEMENT.yaml or of a mapping -> the checked record, or one line on what is wrong with it. */
import type { z } from "zod";
import { Agreement } from "../model/agreement.js";
import { Feed } from "../model/feed.js";
import { ReadoutError } from "../model/problem.js";
import { parseYaml } from "./read-catalog.js";

/** Throws ReadoutError `agreement-invalid`, exit code 2. */
export function readAgreement(text: string, file: string): Agreement {
  return check(Agreement, text, file, "agreement");
}

/** A feed's entry as a user writes it. Throws ReadoutError `mapping-invalid`, exit code 2. */
export function readMapping(text: string, file: string): Feed {
  return check(Feed, text, file, "mapping");
}

function check<T>(schema: z.ZodType<T>, text: string, file: string, what: string): T {
  const parsed = schema.safeParse(parseYaml(text, file));
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0]!;
  const place = first.path.length > 0 ? `${first.path.join(".")}: ` : "";
  throw new ReadoutError(`${what}-invalid`, `${file}: ${place}${first.message}. Correct the ${what}.`, 2);
}
