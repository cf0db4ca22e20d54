/** Files that other commands or a camera wrote -> what a dossier keeps of them: watch reports, forecasts, pictures. */
import { createHash } from "node:crypto";
import { imageSize } from "image-size";
import type { z } from "zod";
import type { ForecastEvent } from "../model/forecast.js";
import { ReadoutError } from "../model/problem.js";
import type { WatchReport } from "../model/watch-report.js";
import { WatchReportFile } from "../model/watch-report-file.js";
import { Weighing } from "../model/weighing.js";
import type { PictureFile } from "../web/site.js";
import { parseRegistry } from "../weigh/forecasts/registry.js";

/** What `readout watch --json` wrote. Throws ReadoutError `watch-report-invalid`. */
export function watchReportFrom(text: string, file: string): WatchReport {
  return checked(WatchReportFile, text, file, { code: "watch-report-invalid", writer: "readout watch --json" });
}

/** What `readout weigh --json` wrote. Throws ReadoutError `weighing-invalid`. */
export function weighingFrom(text: string, file: string): Weighing {
  return checked(Weighing, text, file, { code: "weighing-invalid", writer: "readout weigh --json" });
}

function checked<T>(
  schema: z.ZodType<T>,
  text: string,
  file: string,
  { code, writer }: { code: string; writer: string },
): T {
  const refusal = (why: string) => new ReadoutError(code, `${file}: ${why}. Write it with ${writer}.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw refusal((error as Error).message);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0]!;
  throw refusal(`${path.join(".") || "all of it"}: ${message}`);
}

/** What is kept of a registry: the events of each forecast by its id. Throws ReadoutError `registry-invalid`. */
export function forecastsFrom(text: string, file: string): Map<string, ForecastEvent[]> {
  const events = new Map<string, ForecastEvent[]>();
  for (const event of parseRegistry(text, file)) {
    const id = event.event === "added" ? event.forecast.id : event.id;
    events.set(id, [...(events.get(id) ?? []), event]);
  }
  return events;
}

/** Kinds that every browser shows and none runs. */
const TYPES: Record<string, string> = { jpg: "image/jpeg", png: "image/png", webp: "image/webp", avif: "image/avif" };
const LARGEST_PICTURE_BYTES = 2_000_000;
const LARGEST_SIDE = 8000;

export interface NamedPicture {
  /** By its content: "a1b2c3d4e5f6.jpg". */
  name: string;
  file: PictureFile;
}

/** The kind is told by the bytes, not by the file's name. Throws ReadoutError `picture-invalid`. */
export function pictureFrom(bytes: Uint8Array, file: string): NamedPicture {
  if (bytes.length > LARGEST_PICTURE_BYTES)
    throw invalidPicture(`${file}: more than ${LARGEST_PICTURE_BYTES / 1_000_000} MB. Save it smaller.`);
  const { width, height, type } = sizeOf(bytes, file);
  const mediaType = TYPES[type ?? ""];
  if (!mediaType) throw invalidPicture(`${file}: is no JPEG, PNG, WebP or AVIF. Save it as one of them.`);
  if (Math.max(width, height) > LARGEST_SIDE || Math.min(width, height) < 1)
    throw invalidPicture(`${file}: ${width} by ${height} pixels. Give one of at most ${LARGEST_SIDE} a side.`);
  const name = `${createHash("sha256").update(bytes).digest("hex").slice(0, 12)}.${type}`;
  return { name, file: { type: mediaType, bytes: new Uint8Array(bytes), width, height } };
}

function sizeOf(bytes: Uint8Array, file: string) {
  try {
    return imageSize(bytes);
  } catch (cause) {
    const message = `${file}: is no JPEG, PNG, WebP or AVIF (${(cause as Error).message}). Save it as one of them.`;
    throw new ReadoutError("picture-invalid", message, 1, cause);
  }
}

function invalidPicture(message: string): ReadoutError {
  return new ReadoutError("picture-invalid", message);
}
