/** The path of a JSON file -> its value, checked against a schema; or one clear line on what is wrong with it. */
import type { z } from "zod";
import { ReadoutError } from "../model/problem.js";
import type { Effects } from "./effects.js";
import { openSource } from "./open-sources.js";

/** `-` is standard input. Throws ReadoutError `json-invalid`, or those of a source. */
export async function readJson<T>(path: string, schema: z.ZodType<T>, effects: Effects): Promise<T> {
  const { bytes } = await openSource({ id: "json", source: path }, effects);
  const parsed = schema.safeParse(parse(path, bytes));
  if (parsed.success) return parsed.data;
  const { path: field, message } = parsed.error.issues[0]!;
  throw new ReadoutError("json-invalid", `${path}: ${field.join(".") || "the value"}: ${message}. Correct it.`, 2);
}

function parse(path: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw new ReadoutError("json-invalid", `${path}: is no JSON (${(error as Error).message}). Correct it.`, 2, error);
  }
}
