/** A source's text and the lines it evidences -> its paragraphs with every line's words marked and numbered. */
import type { Explainer, LineView, SourceView } from "../../model/explainer.js";
import type { MarkedSpan } from "../../publish/mark-segments.js";
import { markSegments } from "../../publish/mark-segments.js";
import type { Reader } from "../reader.js";
import { paragraphsOf } from "./paragraphs.js";
import { shown, shownLines } from "./shown.js";

interface MarkedTextProps {
  text: string;
  source: SourceView;
  explainer: Explainer;
  reader: Reader;
  /** Prefix of the anchors at a line's first words: `w0-` -> `w0-7`. */
  anchor: string;
  /** Where a line's number leads. */
  lineHref(line: number): string;
}

/** Where marks overlap, the look of the one that matters most. */
const WEIGHT = ["contradicts", "differs", "some", "only", "both"] as const;

export function MarkedText({ text, source, explainer, reader, anchor, lineHref }: MarkedTextProps) {
  const lines = new Map(explainer.lines.map((line) => [line.number, line]));
  const spans = [...spansOfLines(explainer, source), ...spansOfStatements(explainer, source)];
  const placed = new Set<number>();
  return (
    <div class="words" lang={source.language} dir="auto">
      {paragraphsOf(text).map(({ start, end, heading }) => (
        <p class={heading > 0 ? "heading" : undefined} id={`p${anchor}${start}`} key={start}>
          {heading > 0 && <span class="hash">{text.slice(start, start + heading)}</span>}
          <Paragraph
            text={text.slice(start + heading, end)}
            spans={within(spans, start + heading, end)}
            offset={start + heading}
            {...{ lines, placed, anchor, reader, lineHref }}
          />
        </p>
      ))}
    </div>
  );
}

function spansOfLines({ lines }: Explainer, source: SourceView): MarkedSpan[] {
  return lines.flatMap(({ number, sides }) =>
    sides
      .filter((side) => side.source === source.id)
      .flatMap(({ quotes }) => quotes.map(({ start, end }) => ({ start, end, item: number }))),
  );
}

/** What others said is no point of the comparison: it is marked without a number. */
function spansOfStatements({ others }: Explainer, source: SourceView): MarkedSpan[] {
  const quotes = others
    .filter((other) => other.source === source.id)
    .flatMap(({ statements }) => statements.flatMap((statement) => statement.quotes));
  return quotes.map(({ start, end }, at) => ({ start, end, item: -1 - at }));
}

/** The parts of spans that lie in a paragraph, counted from its start. */
function within(spans: readonly MarkedSpan[], from: number, to: number): MarkedSpan[] {
  return spans
    .filter(({ start, end }) => start < to && end > from)
    .map(({ start, end, item }) => ({ start: Math.max(start, from) - from, end: Math.min(end, to) - from, item }));
}

interface ParagraphProps {
  text: string;
  spans: MarkedSpan[];
  offset: number;
  lines: ReadonlyMap<number, LineView>;
  /** Lines whose anchor stands already. */
  placed: Set<number>;
  anchor: string;
  reader: Reader;
  lineHref(line: number): string;
}

function Paragraph({ text, spans, offset, lines, placed, anchor, reader, lineHref }: ParagraphProps) {
  return (
    <>
      {markSegments(text.length, spans).map(({ start, end, items, opens }) => {
        const words = shownLines(text.slice(start, end));
        if (items.length === 0) return words;
        const kinds = items.map((item) => lines.get(item)?.kind);
        const kind = WEIGHT.find((each) => kinds.includes(each)) ?? "only";
        return (
          <mark
            class={`k-${kind} ${items
              .filter(isLine)
              .map((item) => `n${item}`)
              .join(" ")}`}
            data-i={items.filter(isLine).join(" ")}
            id={opens.length > 0 ? `${anchor}c${start + offset}` : undefined}
            key={start}
          >
            {opens.filter(isLine).map((item) => (
              <a
                class="ref"
                href={lineHref(item)}
                {...anchorOf(item, anchor, placed)}
                aria-label={reader.t("line-number", { number: item, subject: shown(lines.get(item)!.subject) })}
                key={item}
              >
                {item}
              </a>
            ))}
            {words}
          </mark>
        );
      })}
    </>
  );
}

function isLine(item: number): boolean {
  return item > 0;
}

function anchorOf(item: number, anchor: string, placed: Set<number>): { id?: string } {
  if (placed.has(item)) return {};
  placed.add(item);
  return { id: `${anchor}${item}` };
}
