/** A clause's tokens -> when what it says begins: a partial date, "immediately", or the words of an event. */
import { isRelativeDay, readDate, readRelativeDay } from "../text/partial-date.js";
import type { Token } from "../text/syntax/sentence.js";

const BEGINNING = new Set("start begin commence effective resume take enter come".split(" "));
/** Verbs that begin something only together with one of the words in FORCE. */
const WITH_FORCE = new Set(["take", "enter", "come"]);
const FORCE = new Set(["effect", "force", "place", "operation"]);
/** Words between "from" or "starting" and the date: "from midnight Moscow time on 18 March". */
const PASSED = new Set(
  "on at from the of midnight noon local time moscow kyiv kiev gmt utc hours hour a.m. p.m. am pm".split(" "),
);
const ACTS_AT_ONCE = new Set(
  "begin start stop cease halt end effective release commence take withdraw enter resume open lift establish suspend return".split(
    " ",
  ),
);
const TERMS = new Set(
  "ceasefire cease-fire truce halt cessation end release withdrawal start resumption suspension return stop lifting pause".split(
    " ",
  ),
);
const EVENTS = new Set(
  "signing signature ratification adoption entry approval conclusion completion announcement lifting publication deposit".split(
    " ",
  ),
);
const EVENT_PREPOSITIONS = new Set(["upon", "on", "after", "following", "from", "with"]);
const FURTHEST = 6;

/** The first beginning that the clause states; null where it states none. Dates without a year: see partial-date.ts. */
export function readStart(tokens: readonly Token[], from: number, to: number, published: string | null): string | null {
  for (let at = from; at < to; at++) {
    const { lower, lemma } = tokens[at]!;
    const found =
      lower === "from" || (lower === "as" && tokens[at + 1]?.lower === "of")
        ? dateAfter(tokens, at + (lower === "as" ? 2 : 1), to, published)
        : BEGINNING.has(lemma)
          ? dateAfterVerb(tokens, at, to, published)
          : lower === "immediately" || lower === "immediate"
            ? atOnce(tokens, at, from, to)
            : null;
    const start = found ?? (EVENT_PREPOSITIONS.has(lower) ? eventAfter(tokens, at + 1, to) : null);
    if (start !== null) return start;
  }
  return null;
}

/** A date or day behind `at`, over clock times and small words. */
function dateAfter(tokens: readonly Token[], at: number, to: number, published: string | null): string | null {
  for (let next = at; next < to && next < at + FURTHEST; next++) {
    const date = readDate(tokens, next, published);
    if (date) return date.to <= to && !isNoun(tokens[date.to]) ? date.date : null;
    const { lower } = tokens[next]!;
    if (isRelativeDay(lower)) return readRelativeDay(lower, published) ?? lower;
    if (!PASSED.has(lower) && !/^\d{1,2}(?::\d{2})?$/.test(lower)) return null;
  }
  return null;
}

/** "will begin on Monday", "takes effect on 18 March", "effective 25 March": the date must follow an "on", "from" or nothing. */
function dateAfterVerb(tokens: readonly Token[], at: number, to: number, published: string | null): string | null {
  let open = !WITH_FORCE.has(tokens[at]!.lemma);
  for (let next = at + 1; next < to && next < at + FURTHEST; next++) {
    const { lower, upos } = tokens[next]!;
    open ||= FORCE.has(lower);
    if (!open) continue;
    if (lower === "immediately") return "immediately";
    if (lower === "on" || lower === "from" || lower === "in" || lower === "at")
      return dateAfter(tokens, next + 1, to, published);
    if (readDate(tokens, next, published) || isRelativeDay(lower))
      return next === at + 1 ? dateAfter(tokens, next, to, published) : null;
    if (upos === "VERB" || upos === "PUNCT") return null;
  }
  return null;
}

/** "from 2020 levels", "from the May 2023 meeting": the date belongs to the noun. */
function isNoun(token: Token | undefined): boolean {
  return token?.upos === "NOUN" || token?.upos === "PROPN";
}

function atOnce(tokens: readonly Token[], at: number, from: number, to: number): string | null {
  const near = [at - 2, at - 1, at + 1, at + 2, at + 3]
    .filter((place) => place >= from && place < to)
    .map((place) => tokens[place]!);
  const words = tokens[at]!.lower === "immediate" ? TERMS : ACTS_AT_ONCE;
  return near.some(({ lower, lemma }) => words.has(lemma) || words.has(lower)) ? "immediately" : null;
}

/** "upon signing", "after the ratification", "from the moment of signing": the event's word. */
function eventAfter(tokens: readonly Token[], at: number, to: number): string | null {
  for (let next = at; next < to && next < at + FURTHEST; next++) {
    const { lower } = tokens[next]!;
    if (EVENTS.has(lower)) return lower === "entry" ? "entry into force" : lower;
    if (
      !["the", "its", "their", "his", "her", "moment", "date", "day", "time", "of", "formal", "official"].includes(
        lower,
      )
    )
      return null;
  }
  return null;
}
