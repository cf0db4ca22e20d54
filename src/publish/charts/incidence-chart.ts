/** The curve of a reference class -> an SVG: shares broken down, expired and replaced since the start, with the interval. */
import * as Plot from "@observablehq/plot";
import type { WeighedClass } from "../../model/weighing.js";
import { svgDocument, svgText } from "./svg-document.js";

export interface IncidenceChart {
  /** What stands below the axis and on it, in the reader's language; English without. */
  words?: Partial<ChartWords>;
  width?: number;
  /** Day since the start up to which it has lasted: drawn as a line. */
  elapsedDays?: number | null;
}

export interface ChartWords {
  days: string;
  share: string;
  brokeDown: string;
  expired: string;
  replaced: string;
  today: string;
}

const ENGLISH: ChartWords = {
  days: "days since the start",
  share: "share of the class, %",
  brokeDown: "broke down",
  expired: "ran to its term",
  replaced: "replaced or renewed",
  today: "today",
};

const WIDTH = 640;
/** Below it the names of the lines stand on them. */
const NARROW = 480;

/** Told apart by lightness and dash too, not by hue alone. */
const INK = { brokeDown: "#b3261e", expired: "#57606a", replaced: "#1f5fa8" } as const;
const DASHES = { brokeDown: "", expired: "2 3", replaced: "7 3" } as const;
const KINDS = ["brokeDown", "expired", "replaced"] as const;

/** One self-contained drawing with a title and a description for those who cannot see it. */
export function incidenceChart({ title, n, followed, curve }: WeighedClass, options: IncidenceChart = {}): string {
  const words = { ...ENGLISH, ...options.words };
  const until = curve.at(-1)?.days ?? 1;
  const { width = WIDTH } = options;
  const figure = Plot.plot({
    document: svgDocument(),
    width,
    height: width < NARROW ? 260 : 320,
    marginLeft: 48,
    marginRight: width < NARROW ? 12 : 160,
    marginBottom: 44,
    style: { fontSize: "13px", fontFamily: "system-ui, sans-serif", background: "white" },
    // The serialiser leaves these as they are in attributes, where XML forbids them.
    ariaLabel: `${title}: ${n}, ${followed} followed`.replace(/[<>&"]/g, " "),
    x: { label: words.days, domain: [0, until], labelAnchor: "center", labelArrow: "none" },
    y: { label: words.share, percent: true, grid: true, labelArrow: "none", domain: [0, topOf(curve)] },
    marks: [
      Plot.areaY(curve, {
        x: "days",
        y1: "low",
        y2: "high",
        curve: "step-after",
        fill: INK.brokeDown,
        fillOpacity: 0.18,
      }),
      ...KINDS.map((kind) =>
        Plot.line(curve, {
          x: "days",
          y: kind,
          curve: "step-after",
          stroke: INK[kind],
          strokeWidth: 2,
          strokeDasharray: DASHES[kind],
        }),
      ),
      Plot.text(labelsOf(curve, words), { x: "x", y: "y", text: "text", fill: "fill", ...labelPlace(width) }),
      Plot.ruleY([0]),
      ...todayMarks(options.elapsedDays ?? null, until, words),
    ],
  });
  return svgText(figure);
}

/** Beside the ends of the lines where there is room, else above them. */
function labelPlace(width: number): Plot.TextOptions {
  return width < NARROW ? { textAnchor: "end", dx: -2, dy: -8 } : { textAnchor: "start", dx: 6 };
}

function topOf(curve: WeighedClass["curve"]): number {
  const most = Math.max(0.05, ...curve.flatMap(({ high, expired, replaced }) => [high, expired, replaced]));
  return Math.min(100, Math.ceil(most * 20) * 5);
}

/** At the right end of each line, moved apart where they would overlap. */
function labelsOf(curve: WeighedClass["curve"], words: ChartWords) {
  const last = curve.at(-1);
  if (!last) return [];
  const gap = topOf(curve) / 100 / 16;
  const labels = KINDS.map((kind) => ({ x: last.days, y: last[kind], text: words[kind], fill: INK[kind] })).sort(
    (a, b) => a.y - b.y,
  );
  for (let at = 1; at < labels.length; at++) labels[at]!.y = Math.max(labels[at]!.y, labels[at - 1]!.y + gap);
  return labels;
}

function todayMarks(elapsed: number | null, until: number, words: ChartWords): Plot.Markish[] {
  if (elapsed === null || elapsed > until) return [];
  return [
    Plot.ruleX([elapsed], { stroke: "#57606a", strokeDasharray: "1 3" }),
    Plot.text([elapsed], {
      x: (day: number) => day,
      frameAnchor: "top",
      text: () => words.today,
      dx: 4,
      textAnchor: "start",
      fill: "#57606a",
    }),
  ];
}
