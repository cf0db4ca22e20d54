/** One event that somebody marked by hand, as a folder holds it: texts and `gold.json` -> the marks with their offsets. */
import { z } from "zod";
import { ReadoutError } from "../model/problem.js";

const Id = z.string().min(1).max(80);

/** How one source puts an item; "none" and null where it has nothing on it. */
export const MarkedSource = z.object({
  act: z.string().max(40),
  /** The shortest exact words that show it. */
  cue: z.string().max(4000).nullable(),
  who: z.string().max(400).nullish(),
});
export type MarkedSource = z.infer<typeof MarkedSource>;

/** `gold.json`. Further fields are let through. */
export const MarkedFile = z.object({
  event: z.string().max(400).optional(),
  date: z.string().max(40).optional(),
  slug: z.string().max(200).optional(),
  sources: z
    .array(
      z.object({
        id: Id,
        party: z.string().max(400).nullish(),
        file: z.string().max(200).nullish(),
        url: z.string().max(2000).nullish(),
        complete: z.boolean().nullish(),
        translated: z.boolean().nullish(),
      }),
    )
    .min(1)
    .max(20),
  items: z
    .array(
      z.object({
        id: Id,
        issue: z.string().max(400),
        summary: z.string().max(4000).nullish(),
        per_source: z.record(z.string(), MarkedSource),
        relation: z.string().max(200),
        note: z.string().max(4000).nullish(),
      }),
    )
    .max(2000),
});
export type MarkedFile = z.infer<typeof MarkedFile>;

/** A cue in its text. */
export interface Cue {
  act: string;
  start: number;
  end: number;
}

export interface MarkedItem {
  id: string;
  issue: string;
  relation: string;
  cues: Record<string, Cue>;
}

export interface MarkedEvent {
  id: string;
  /** By source id, in the order of the file. */
  texts: Record<string, string>;
  items: MarkedItem[];
  /** Cues that stand nowhere in their text, told to whoever marked it. */
  lost: string[];
}

/** Parses and checks `gold.json`. Throws ReadoutError `marks-invalid` that names the field. */
export function parseMarks(json: string, path: string): MarkedFile {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\ufeff/, ""));
  } catch (error) {
    throw new ReadoutError("marks-invalid", `${path}: is no JSON. Correct it and run again.`, 1, error);
  }
  const parsed = MarkedFile.safeParse(value);
  if (parsed.success) return parsed.data;
  const { path: field, message } = parsed.error.issues[0]!;
  throw new ReadoutError(
    "marks-invalid",
    `${path}: ${field.join(".") || "the whole"}: ${message}. Correct it and run again.`,
  );
}

/** Items without a cue that is found are left out: nothing could be right or wrong about them. */
export function markedEvent(
  id: string,
  { sources, items }: MarkedFile,
  textOf: (source: string) => string | undefined,
): MarkedEvent {
  const texts = Object.fromEntries(
    sources.flatMap(({ id: source }) => {
      const text = textOf(source);
      return text === undefined ? [] : [[source, text] as const];
    }),
  );
  const lost: string[] = [];
  const marked = items.map(({ id: item, issue, relation, per_source: perSource }) => {
    const cues: Record<string, Cue> = {};
    for (const [source, text] of Object.entries(texts)) {
      const { cue = null, act = "" } = perSource[source] ?? {};
      const start = cue ? text.indexOf(cue) : -1;
      if (cue && start >= 0) cues[source] = { act, start, end: start + cue.length };
      else if (cue) lost.push(`${item} in ${source}: “${cue.slice(0, 60)}”`);
    }
    return { id: item, issue, relation, cues };
  });
  return { id, texts, items: marked.filter(({ cues }) => Object.keys(cues).length > 0), lost };
}
