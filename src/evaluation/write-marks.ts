/** A comparison that an editor has gone through -> the files of a marked event, so that corrections measure the next engine. */
import type { MarkedFile } from "./marked-event.js";

/** One item as the editor left it. */
export interface CorrectedItem {
  id: string;
  issue: string;
  summary?: string | undefined;
  relation: string;
  note?: string | undefined;
  /** By source id: null where it has nothing on the item. `start`/`end` are offsets of the words into its text. */
  sources: Record<string, { act: string; start: number; end: number; who?: string | undefined } | null>;
}

export interface CorrectedEvent {
  id: string;
  title: string;
  date: string;
  sources: {
    id: string;
    party: string;
    text: string;
    url?: string | undefined;
    complete: boolean;
    translated: boolean;
  }[];
  items: CorrectedItem[];
}

const WHOLE_RELATION = /^(?:both|contradicts|scope-differs|strength-differs|only:.+|some:.+)$/;

/**
 * File name -> content, for a folder named by the event's id: `gold.json` and one text a source. A phrase that stands
 * more than once in its text is made longer until it stands once, so that it is found where the editor saw it. Asserts
 * that offsets lie in their texts and that relations are the contract's.
 */
export function markedEventFiles({ id, title, date, sources, items }: CorrectedEvent): Map<string, string> {
  const texts = new Map(sources.map((source) => [source.id, source.text]));
  const marks: MarkedFile = {
    event: title,
    date,
    slug: id,
    sources: sources.map(({ id: source, party, complete, translated, url }) => ({
      id: source,
      party,
      complete,
      translated,
      ...(url === undefined ? {} : { url }),
      file: `${source}.txt`,
    })),
    items: items.map((item) => ({
      id: item.id,
      issue: item.issue,
      summary: item.summary ?? "",
      per_source: Object.fromEntries(
        [...texts].map(([source, text]) => [source, markOf(item.sources[source] ?? null, text)]),
      ),
      relation: checked(item.relation),
      note: item.note ?? "",
    })),
  };
  return new Map([
    ["gold.json", `${JSON.stringify(marks, null, 1)}\n`],
    ...sources.map((source) => [`${source.id}.txt`, source.text] as const),
  ]);
}

function markOf(
  side: CorrectedItem["sources"][string],
  text: string,
): MarkedFile["items"][number]["per_source"][string] {
  if (side === null) return { act: "none", cue: null, who: null };
  return { act: side.act, cue: cueAt(text, side.start, side.end), who: side.who ?? null };
}

/** Grown word by word to both sides. */
function cueAt(text: string, start: number, end: number): string {
  if (start < 0 || end > text.length || start >= end) throw new Error(`no words at ${start}..${end} of ${text.length}`);
  let [from, to] = [start, end];
  while (text.indexOf(text.slice(from, to)) !== from) {
    const [before, after] = [text.lastIndexOf(" ", from - 2) + 1, text.indexOf(" ", to + 1)];
    if (from === 0 && to === text.length) break;
    from = from > 0 ? before : 0;
    if (text.indexOf(text.slice(from, to)) !== from) to = after < 0 ? text.length : after;
  }
  return text.slice(from, to);
}

function checked(relation: string): string {
  if (!WHOLE_RELATION.test(relation)) throw new Error(`"${relation}" is no relation of the contract`);
  return relation;
}
