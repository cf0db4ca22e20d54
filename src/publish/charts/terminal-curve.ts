/** A step curve with its interval -> lines of a terminal: the interval shaded, the curve drawn through it. */

export interface StepPoint {
  /** Where the step begins. */
  x: number;
  y: number;
  low: number;
  high: number;
}

const HEIGHT = 8;
const AXIS = 7;
const NICE_TOPS = [0.05, 0.1, 0.2, 0.25, 0.5, 1];

/** Points ascend in x, the first at 0; y runs from 0 to a round share above the interval. No colour. */
export function terminalCurve(points: readonly StepPoint[], until: number, columns: number): string[] {
  const width = Math.max(20, Math.min(72, columns - AXIS - 1));
  const most = Math.max(...points.map(({ high }) => high), 0.01);
  const top = NICE_TOPS.find((nice) => nice >= most) ?? 1;
  const cells = Array.from({ length: width }, (_, column) => pointAt(points, (column / (width - 1)) * until));
  const rows = Array.from({ length: HEIGHT }, (_, row) => {
    const [floor, ceiling] = [((HEIGHT - 1 - row) / HEIGHT) * top, ((HEIGHT - row) / HEIGHT) * top];
    const drawn = cells.map((point) => mark(point, floor, ceiling)).join("");
    return `${label(row, top)} ┤${drawn.trimEnd()}`;
  });
  return [...rows, `${" ".repeat(AXIS - 2)} └${"─".repeat(width)}`, footer(until, width)];
}

function pointAt(points: readonly StepPoint[], x: number): StepPoint {
  return points.findLast((point) => point.x <= x) ?? points[0]!;
}

/** The upper, middle or lower third of the cell for the curve; a shade where only the interval is. */
function mark({ y, low, high }: StepPoint, floor: number, ceiling: number): string {
  const place = (y - floor) / (ceiling - floor);
  if (place >= 0 && place < 1) return place < 1 / 3 ? "▁" : place < 2 / 3 ? "─" : "▔";
  return high > floor && low < ceiling ? "░" : " ";
}

function label(row: number, top: number): string {
  const share = row === 0 ? top : row === HEIGHT / 2 ? top / 2 : row === HEIGHT - 1 ? 0 : null;
  const words = share === null ? "" : `${Number((share * 100).toFixed(1))}%`;
  return words.padStart(AXIS - 2);
}

function footer(until: number, width: number): string {
  const end = `day ${until}`;
  const middle = `${Math.round(until / 2)}`;
  const line = `0${middle.padStart(Math.floor(width / 2) + 1)}`;
  return `${" ".repeat(AXIS)}${line}${end.padStart(width - line.length)}`;
}
