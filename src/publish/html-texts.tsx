/** The sources' texts -> panes side by side in which every item's words are marked and numbered. */
import type { ComparisonSource } from "../model/comparison.js";
import { safeForTerminal, safeLine } from "../text/terminal-text.js";
import { type MarkedSpan, markSegments, type Segment } from "./mark-segments.js";
import type { Names } from "./names.js";
import { type Section, type SectionKind, sourceName } from "./sections.js";

interface TextsProps {
  sources: readonly ComparisonSource[];
  sections: readonly Section[];
  names: Names;
  texts: ReadonlyMap<string, string>;
}

/** What an item's marks need to know of its section. */
interface Mark {
  kind: SectionKind;
  key: string;
  label: string;
}

/** Where items overlap, the mark takes the look of the one that matters most. */
const WEIGHT: readonly SectionKind[] = ["contradicts", "differs", "some", "only", "both"];

export function Texts({ sources, sections, names, texts }: TextsProps) {
  const marks = new Map(
    sections.flatMap(({ kind, key, title, items }) =>
      items.map(({ number }) => [number, { kind, key, label: safeLine(title) }] as const),
    ),
  );
  const shown = sources[0]?.voice ? sources.slice(0, 1) : sources;
  return (
    <section id="texts" aria-label="Texts">
      {shown.map((source, at) => (
        <article class="text" key={source.id}>
          <h2>{safeLine(sourceName(source, names))}</h2>
          <section
            class="words"
            lang={source.language}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
            tabIndex={0}
            aria-label={`Text of ${safeLine(source.id)}`}
          >
            <Words text={texts.get(source.id) ?? ""} spans={spansOf(source, sections)} at={at} marks={marks} />
          </section>
        </article>
      ))}
    </section>
  );
}

/** Voices of one report share its text. */
function spansOf({ id, voice }: ComparisonSource, sections: readonly Section[]): MarkedSpan[] {
  return sections.flatMap(({ items }) =>
    items.flatMap(({ number, sources }) =>
      (voice ? Object.values(sources) : [sources[id]])
        .flatMap((side) => side?.spans ?? [])
        .map(({ start, end }) => ({ start, end, item: number })),
    ),
  );
}

function Words({
  text,
  spans,
  at,
  marks,
}: {
  text: string;
  spans: MarkedSpan[];
  at: number;
  marks: Map<number, Mark>;
}) {
  const seen = new Set<number>();
  return (
    <>
      {markSegments(text.length, spans).map((segment) => {
        const words = safeForTerminal(text.slice(segment.start, segment.end));
        if (segment.items.length === 0) return words;
        const first = segment.opens.filter((item) => !seen.has(item));
        for (const item of first) seen.add(item);
        return <Marked segment={segment} words={words} first={first} at={at} marks={marks} key={segment.start} />;
      })}
    </>
  );
}

interface MarkedProps {
  segment: Segment;
  words: string;
  /** Items of which these are the first words in the text: where their anchors stand. */
  first: number[];
  at: number;
  marks: Map<number, Mark>;
}

function Marked({ segment: { items, opens }, words, first, at, marks }: MarkedProps) {
  const of = items.map((item) => marks.get(item)!);
  const kind = WEIGHT.find((each) => of.some((mark) => mark.kind === each))!;
  return (
    <mark class={`k-${kind} ${[...new Set(of.map(({ key }) => `s-${key}`))].join(" ")}`} data-i={items.join(" ")}>
      {opens.map((item) => (
        <a
          class="ref"
          href={`#i${item}`}
          key={item}
          {...(first.includes(item) ? { id: `t${at}-${item}` } : {})}
          aria-label={`Item ${item}: ${marks.get(item)!.label}`}
        >
          {item}
        </a>
      ))}
      {words}
    </mark>
  );
}
