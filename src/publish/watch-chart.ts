/** A Timeline and windows -> a small chart of counts a day as SVG, the windows shaded. */
import * as Plot from "@observablehq/plot";
import type { Timeline, Window } from "../model/watch-report.js";
import { inlineSvg, svgDocument, svgText } from "./charts/svg-document.js";

const WIDTH = 640;
const HEIGHT = 200;
/** After Okabe and Ito's palette; the window differs in hatching of lightness too. */
const INSIDE = "#b23c00";
const OUTSIDE = "#7c8794";

export interface WatchChartOptions {
  /** What stands above the axis and what is read out to those who cannot see it; English without. */
  words?: { axis: string; title: string };
  /** How the days below the axis are written. */
  locale?: string;
  width?: number;
}

/** One SVG element that needs nothing else; windows that overlap add up to a darker shade. */
export function watchChart(
  { feed, measure, bins }: Timeline,
  windows: Window | readonly Window[],
  { words, locale = "en", width = WIDTH }: WatchChartOptions = {},
): string {
  const shaded = [windows].flat().map(({ start, end }) => ({ x1: new Date(start), x2: new Date(end) }));
  const bars = bins.map(({ start, end, count, days }) => {
    const [x1, x2] = [new Date(start), new Date(end)];
    return { x1, x2, rate: count / days, inside: shaded.some((window) => x1 < window.x2 && x2 > window.x1) };
  });
  const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" });
  const svg = Plot.plot({
    document: svgDocument(),
    width,
    height: HEIGHT,
    marginLeft: 44,
    style: { background: "transparent" },
    x: { type: "utc", label: null, ticks: Math.round(width / 110), tickFormat: (at: Date) => day.format(at) },
    y: { label: words?.axis ?? `${measure}, a day`, grid: true, ticks: 4, zero: true, labelArrow: "none" },
    marks: [
      Plot.rect(shaded, { x1: "x1", x2: "x2", fill: INSIDE, fillOpacity: 0.12 }),
      Plot.rectY(bars, {
        x1: "x1",
        x2: "x2",
        y: "rate",
        fill: (bar: { inside: boolean }) => (bar.inside ? INSIDE : OUTSIDE),
        inset: 0.5,
      }),
      Plot.ruleY([0]),
    ],
  });
  return inlineSvg(svgText(svg), words?.title ?? `${measure} by day, from ${feed}; the truce's window is shaded`);
}
