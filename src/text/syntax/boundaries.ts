/** A folded block of text -> where its sentences start and end. */

/** A sentence's extent in the block. */
export interface Extent {
  start: number;
  end: number;
}

/** A title, rank or other short form that never ends a sentence. */
const TITLE =
  /(?:^|[\s"'(-])(?:Mr|Mrs|Ms|Mx|Messrs|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Brig|Sen|Rep|Gov|Amb|Hon|Rev|Fr|Sr|St|Mt|Ft|Pres|vs|cf|viz|e\.g|i\.e|approx|ca)\.$/i;
/** A month, "No." and the like: no end where a number follows. */
const BEFORE_NUMBER =
  /(?:^|[\s"'(])(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Nos?|Arts?|Secs?|paras?|pp?|vol|fig|ch)\.$/i;
/** An initial, as in "J. Doe", or the first letter of "Japan-U.S.". */
const INITIAL = /(?:^|[\s(-])[A-Z]\.$/;
/** "U.S.", "U.N.", "a.m.": an end only where a new sentence clearly opens. */
const ACRONYM = /(?:^|[\s"'(/-])(?:[A-Za-z]\.){2,}$|\b(?:Inc|Ltd|Corp|Co|Jr|etc)\.$/;
const OPENERS =
  /^["'(]?(?:the|a|an|he|she|it|they|we|you|i|this|that|these|those|there|in|on|at|as|by|for|from|after|before|during|when|while|if|although|both|but|and|however|his|her|its|their|our|also|earlier|later|asked|according|meanwhile)\b/i;
/** Closing marks that belong to what went before. */
const CLOSES = /^["')\]]+(?:\s|$)/;
const OPENS_NUMBER = /^\d/;
/** A comma just inside or just outside the closing mark: the quotation runs on into its attribution. */
const CLOSING_COMMA = /,\s?"|",/g;
/** Where a sentence may end: a stop, closing marks, and then what may open one. */
const STOPPED = /[.!?…]["')\]]*\s*(?=["'([]*[\p{Lu}\p{N}])/gu;
/** A stop before a number ends a sentence only after a word, a figure or a closing mark. */
const ENDS_BEFORE_NUMBER = /(?:\p{Ll}{3}|[\d"')\]])[.!?…]["')\]]*$/u;

/** Extents in order, blanks trimmed; together they hold all that is not blank. */
export function sentenceExtents(text: string): Extent[] {
  const runs = quotationsBeforeAttribution(text);
  const starts = candidateStarts(text).filter(
    (start) => !runs.some((run) => start > run.start && start < run.end) && isBoundary(text, start),
  );
  const extents: Extent[] = [];
  let from = 0;
  for (const start of [...starts, text.length]) {
    const piece = text.slice(from, start);
    const end = from + piece.trimEnd().length;
    if (end > from) extents.push({ start: from + (piece.length - piece.trimStart().length), end });
    from = start;
  }
  return extents;
}

function candidateStarts(text: string): number[] {
  return [...text.matchAll(STOPPED)].map((stop) => stop.index + stop[0].length);
}

function isBoundary(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start).trimEnd();
  const after = text.slice(start, start + 24);
  if (!/\s/.test(text[start - 1]!) && !OPENERS.test(after)) return false;
  if (TITLE.test(before) || INITIAL.test(before)) return false;
  if (OPENS_NUMBER.test(after) && (BEFORE_NUMBER.test(before) || !ENDS_BEFORE_NUMBER.test(before))) return false;
  if (ACRONYM.test(before)) return OPENERS.test(after);
  return !CLOSES.test(after);
}

/** Quotations whose closing mark comes with a comma, up to that comma: what they hold is not parted from its attribution. */
function quotationsBeforeAttribution(text: string): Extent[] {
  const runs: Extent[] = [];
  for (const close of text.matchAll(CLOSING_COMMA)) {
    const mark = text.indexOf('"', close.index);
    const open = text.lastIndexOf('"', mark - 1);
    if (open >= 0 && opensQuotation(text, open)) runs.push({ start: open, end: mark + 2 });
  }
  return runs;
}

function opensQuotation(text: string, mark: number): boolean {
  return (mark === 0 || /[\s([-]/.test(text[mark - 1]!)) && /\S/.test(text[mark + 1] ?? " ");
}
