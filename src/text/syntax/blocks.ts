/** Text -> blocks that no sentence may leave: paragraphs, list items without their markers, headings. */

/** A stretch of the text, without blanks at its ends. */
export interface Block {
  start: number;
  end: number;
}

interface Line {
  start: number;
  end: number;
  /** The line opened with a list or heading marker, which is left out. */
  marked: boolean;
}

/** Lines longer than this are not hard-wrapped. */
const WRAP_WIDTH = 100;
/** A wrapped line that ends without a stop is at least this long. */
const WRAP_MINIMUM = 55;

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/g;
const MARKER = /^\s*(?:[-–—•*·▪◦‣●○■□►➢✓]\s+|\(?\d{1,2}[.)]\s+|\([a-z]{1,4}\)\s+|[a-z]\)\s+|#{1,6}\s+|>\s*)/;
const OPENS_LOWER = /^\p{Ll}/u;
const ENDS_OPEN = /(?:,|\b(?:\p{Ll}{1,3}|with|from|that|their|this|between|President|Minister|Secretary|Mr\.|Ms\.))$/u;
const ENDS_STOPPED = /[.!?:;…]["'”’»)\]]*$/;

/**
 * Blocks in order. Blank lines part them, and so does every line break except inside hard-wrapped text: lines of at most 100
 * characters of which the next begins in lower case or the line itself cannot end there.
 */
export function findBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let last: Line | undefined;
  let wrapped = false;
  for (const line of linesOf(text)) {
    const content = text.slice(line.start, line.end);
    if (content === "") {
      last = undefined;
      continue;
    }
    wrapped = last !== undefined && !line.marked && continues(text.slice(last.start, last.end), content, wrapped);
    if (wrapped) blocks.at(-1)!.end = line.end;
    else blocks.push({ start: line.start, end: line.end });
    last = line;
  }
  return blocks;
}

/** Whether `line` goes on with what `before` began; looks at nothing after, so text that follows changes nothing. */
function continues(before: string, line: string, beforeWrapped: boolean): boolean {
  if (before.length > WRAP_WIDTH) return false;
  if (OPENS_LOWER.test(line)) return true;
  if (line.length > WRAP_WIDTH || before.length < WRAP_MINIMUM || ENDS_STOPPED.test(before)) return false;
  return beforeWrapped || ENDS_OPEN.test(before);
}

function* linesOf(text: string): Generator<Line> {
  let start = 0;
  for (const lineBreak of text.matchAll(LINE_BREAK)) {
    yield trimmed(text, start, lineBreak.index);
    start = lineBreak.index + lineBreak[0].length;
  }
  yield trimmed(text, start, text.length);
}

function trimmed(text: string, from: number, to: number): Line {
  const whole = text.slice(from, to);
  const marker = MARKER.exec(whole)?.[0].length ?? 0;
  const start = from + marker + (whole.length - marker - whole.slice(marker).trimStart().length);
  return { start, end: Math.max(start, from + whole.trimEnd().length), marked: marker > 0 };
}
