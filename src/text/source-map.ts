/** Words taken out of an original piece by piece -> one clean text and the map from its offsets to the original's. */
import type { MapRun } from "../model/document.js";
import type { Span } from "../model/span.js";

/** Characters that take no room and would break a quote: soft hyphen, zero-width space and joiners, byte-order mark. */
const NOTHING = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/;
const BLANK = /[\s\u00a0\u0085]/;

/** Collects pieces; white space is one blank inside a line, breaks are put between blocks, never at either end. */
export class TextBuilder {
  readonly map: MapRun[] = [];
  private readonly parts: string[] = [];
  private length = 0;
  /** White space read and not yet written; null at the start of a line. */
  private blank: { from: number; to: number } | null = null;
  private breaks = 0;
  private lineEmpty = true;

  /** The words of `original.slice(from, to)`. Where the lengths differ, all of them stand for all of it. */
  add(words: string, from: number, to: number): void {
    const even = words.length === to - from;
    let run = 0;
    for (let at = 0; at <= words.length; at++) {
      const unit = words[at];
      const kind = unit === undefined || NOTHING.test(unit) ? "nothing" : BLANK.test(unit) ? "blank" : "word";
      if (kind === "word") continue;
      if (at > run) this.write(words.slice(run, at), even ? from + run : from, even ? from + at : to);
      if (kind === "blank") this.addBlank(even ? from + at : from, even ? from + at + 1 : to);
      run = at + 1;
    }
  }

  /** Words that the original does not have: a list's dash, a cell's bar. */
  insert(words: string): void {
    this.flush();
    this.append(words);
  }

  /** At least so many line breaks before the next word: 1 a line, 2 a paragraph. */
  break(lines: 1 | 2): void {
    this.blank = null;
    this.lineEmpty = true;
    this.breaks = Math.max(this.breaks, lines);
  }

  /** True where nothing has been written yet. */
  get empty(): boolean {
    return this.length === 0;
  }

  get text(): string {
    return this.parts.join("");
  }

  private addBlank(from: number, to: number): void {
    if (this.lineEmpty) return;
    if (this.blank) this.blank.to = to;
    else this.blank = { from, to };
  }

  private write(words: string, from: number, to: number): void {
    this.flush();
    this.record(words.length, from, to);
    this.append(words);
  }

  private flush(): void {
    if (this.breaks > 0 && this.length > 0) this.append("\n".repeat(this.breaks));
    this.breaks = 0;
    if (this.blank) {
      this.record(1, this.blank.from, this.blank.to);
      this.append(" ");
    }
    this.blank = null;
    this.lineEmpty = false;
  }

  private append(words: string): void {
    this.parts.push(words);
    this.length += words.length;
  }

  private record(length: number, from: number, to: number): void {
    const last = this.map.at(-1);
    const even = length === to - from;
    if (last && even && last[1] === this.length && last[3] === from && last[1] - last[0] === last[3] - last[2]) {
      last[1] += length;
      last[3] = to;
    } else this.map.push([this.length, this.length + length, from, to]);
  }
}

/**
 * Where a span of the text stands in the original: from the first to the last of its characters that come from there.
 * Null where none does. Without a map the text is the original.
 */
export function toOriginal({ start, end }: Span, map: readonly MapRun[] | null): Span | null {
  if (!map) return { start, end };
  const ends = runsIn(map, start, end).map((run) => [
    offsetIn(run, Math.max(start, run[0]), false),
    offsetIn(run, Math.min(end, run[1]), true),
  ]);
  if (ends.length === 0) return null;
  // A headline may stand behind the text in the page, so the runs need not be in the original's order.
  return {
    start: ends.reduce((least, [from]) => Math.min(least, from!), Number.POSITIVE_INFINITY),
    end: ends.reduce((most, [, to]) => Math.max(most, to!), 0),
  };
}

/** The runs that share a character with the span; found by halves, since a long text has thousands. */
function runsIn(map: readonly MapRun[], start: number, end: number): readonly MapRun[] {
  let [low, high] = [0, map.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (map[middle]![1] > start) high = middle;
    else low = middle + 1;
  }
  let last = low;
  while (last < map.length && map[last]![0] < end) last++;
  return map.slice(low, last);
}

function offsetIn([start, end, from, to]: MapRun, at: number, isEnd: boolean): number {
  if (end - start === to - from) return from + at - start;
  return isEnd ? to : from;
}
