/** A line and the sources -> a small sign: one disc a source, filled where it speaks, and how those that speak relate. */
import type { LineView } from "../../model/explainer.js";

interface RelationGlyphProps {
  line: Pick<LineView, "kind" | "sides">;
  sources: readonly { id: string }[];
}

const STEP = 15;
const RADIUS = 4.5;

/** Decoration only: the words beside it say the same. */
export function RelationGlyph({ line, sources }: RelationGlyphProps) {
  const speaks = sources.map(({ id }) => line.sides.some(({ source }) => source === id));
  const width = (sources.length - 1) * STEP + 2 * RADIUS + 3;
  return (
    <svg class={`glyph k-${line.kind}`} width={width} height="12" viewBox={`0 0 ${width} 12`} aria-hidden="true">
      {speaks.slice(1).map((speaking, at) => {
        const from = at * STEP + 2 * RADIUS + 1.5;
        return speaking && speaks[at] ? <Link kind={line.kind} from={from} key={from} /> : null;
      })}
      {speaks.map((speaking, at) => {
        const x = at * STEP + RADIUS + 1.5;
        return (
          <circle class={speaking ? "full" : "hollow"} cx={x} cy="6" r={speaking ? RADIUS : RADIUS - 0.75} key={x} />
        );
      })}
    </svg>
  );
}

function Link({ kind, from }: { kind: LineView["kind"]; from: number }) {
  const to = from + STEP - 2 * RADIUS;
  const middle = (from + to) / 2;
  if (kind === "contradicts") return <path d={`M${middle - 2.2} 3.8l4.4 4.4m0-4.4l-4.4 4.4`} />;
  if (kind === "differs")
    return (
      <path
        d={`M${from + 0.8} 4.4h${to - from - 1.6}m-${to - from - 1.6} 3.2h${to - from - 1.6}M${middle + 1.5} 2.6l-3 6.8`}
      />
    );
  return <path d={`M${from + 0.8} 4.4h${to - from - 1.6}m-${to - from - 1.6} 3.2h${to - from - 1.6}`} />;
}
