/** Forecasts by stated probability and what came of them -> a drawing: dots with intervals against the line of perfect calibration. */
import * as Plot from "@observablehq/plot";
import type { ForecasterRecord } from "../../model/forecast.js";
import { inlineSvg, svgDocument, svgText } from "./svg-document.js";

type Bin = ForecasterRecord["calibration"][number];

interface CalibrationOptions {
  words: { said: string; came: string; title: string };
  width: number;
}

const INK = "#1f5fa8";
const LEAST_RADIUS = 4;

/** For inside of a page. A dot is as large as its forecasts are many. */
export function calibrationChart(bins: readonly Bin[], { words, width }: CalibrationOptions): string {
  const figure = Plot.plot({
    document: svgDocument(),
    width,
    height: width,
    marginLeft: 48,
    marginBottom: 44,
    style: { background: "transparent", fontSize: "13px" },
    x: {
      domain: [0, 100],
      percent: true,
      label: `${words.said}, %`,
      labelAnchor: "center",
      labelArrow: "none",
      ticks: 5,
    },
    y: { domain: [0, 100], percent: true, label: `${words.came}, %`, labelArrow: "none", ticks: 5, grid: true },
    marks: [
      Plot.line(
        [
          [0, 0],
          [1, 1],
        ],
        { stroke: "currentColor", strokeOpacity: 0.5, strokeDasharray: "3 3" },
      ),
      Plot.ruleX([...bins], { x: "predicted", y1: "low", y2: "high", stroke: INK, strokeWidth: 1.5 }),
      Plot.dot([...bins], {
        x: "predicted",
        y: "observed",
        r: ({ n }: Bin) => LEAST_RADIUS + Math.min(6, Math.sqrt(n)),
        fill: INK,
      }),
    ],
    r: { type: "identity" },
  });
  return inlineSvg(svgText(figure), words.title);
}
