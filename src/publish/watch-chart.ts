/** A Timeline and a window -> a small chart of counts a day as SVG, the window shaded. */
import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import type { Timeline, Window } from "../model/watch-report.js";

const WIDTH = 640;
const HEIGHT = 200;
/** After Okabe and Ito's palette; the window differs in hatching of lightness too. */
const INSIDE = "#b23c00";
const OUTSIDE = "#7c8794";

/** One SVG element that needs nothing else; `title` is read out by those who cannot see it. */
export function watchChart({ feed, measure, bins }: Timeline, window: Window): string {
  const { document } = parseHTML("<html><body></body></html>");
  const bars = bins.map(({ start, end, count, days }) => ({
    x1: new Date(start),
    x2: new Date(end),
    rate: count / days,
    inside: start < window.end && end > window.start,
  }));
  const span = [{ x1: new Date(window.start), x2: new Date(window.end) }];
  const svg = Plot.plot({
    document: document as unknown as Document,
    width: WIDTH,
    height: HEIGHT,
    marginLeft: 44,
    style: { background: "transparent" },
    x: { type: "utc", label: null, ticks: 6 },
    y: { label: `${measure}, a day`, grid: true, ticks: 4, zero: true },
    marks: [
      Plot.rect(span, { x1: "x1", x2: "x2", fill: INSIDE, fillOpacity: 0.12 }),
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
  return standAlone(svg.outerHTML, `${measure} by day, from ${feed}; the truce's window is shaded`);
}

/** A style sheet of its own would be refused by the page's policy, and the chart does not need one. */
function standAlone(svg: string, title: string): string {
  const escaped = title.replace(/[<>&"]/g, (char) => `&#${char.charCodeAt(0)};`);
  return svg
    .replace(/<style>[\s\S]*?<\/style>/, `<title>${escaped}</title>`)
    .replace(/\sstyle="[^"]*"/g, "")
    .replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" role="img" ');
}
