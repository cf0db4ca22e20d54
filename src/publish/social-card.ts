/** An Explainer -> the picture that stands for it where its address is shared: the question, the points as squares, the editor's picture. */
import type { Explainer, LineKind } from "../model/explainer.js";
import { safeLine } from "../text/terminal-text.js";

export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

const COLOURS: Record<LineKind, string> = {
  both: "#1d6b57",
  differs: "#c98a1b",
  contradicts: "#a5351a",
  only: "#7d9cc0",
  some: "#8f6bab",
};
const MARGIN = 72;
const MOST_LINES = 4;
const UNIT = 30;
const UNIT_STEP = UNIT + 5;
/** Where the editor's picture begins, and how wide a character of the headline is at 72 pixels. */
const PICTURE_LEFT = 800;
const CHARACTER = 38;

/** The editor's picture; kinds that the library which draws cards does not read leave it out. */
export interface CardPicture {
  type: string;
  bytes: Uint8Array;
}
const DRAWN = ["image/jpeg", "image/png"];

/** SVG in Source Serif 4; everything that others wrote is escaped. */
export function socialCard({ headline, lines, parties }: Explainer, picture: CardPicture | null = null): string {
  const drawn = picture && DRAWN.includes(picture.type) ? picture : null;
  const right = drawn ? PICTURE_LEFT - MARGIN / 2 : CARD_WIDTH - MARGIN;
  const words = wrap(safeLine(headline), Math.floor((right - MARGIN) / CHARACTER));
  const size = words.length > 3 ? 62 : 72;
  const text = words
    .map((line, at) => `<text x="${MARGIN}" y="${214 + at * size * 1.14}" font-size="${size}">${escaped(line)}</text>`)
    .join("");
  const units = lines
    .slice(0, Math.floor((right - MARGIN) / UNIT_STEP))
    .map(
      ({ kind }, at) =>
        `<rect x="${MARGIN + at * UNIT_STEP}" y="500" width="${UNIT}" height="${UNIT}" fill="${COLOURS[kind]}"/>`,
    )
    .join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}" font-family="Source Serif 4" font-weight="600" fill="#15181c"><rect width="100%" height="100%" fill="#fdfdfb"/><rect x="${MARGIN}" y="64" width="${right - MARGIN}" height="4"/><text x="${MARGIN}" y="116" font-size="30" fill="#8b1e2d">${escaped(safeLine(parties.join(" · ")).slice(0, 60))}</text>${text}${units}<text x="${MARGIN}" y="588" font-size="32">Readout<tspan fill="#8b1e2d">.</tspan></text>${drawn ? image(drawn) : ""}</svg>`;
}

function image({ type, bytes }: CardPicture): string {
  const data = Buffer.from(bytes).toString("base64");
  return `<image x="${PICTURE_LEFT}" y="0" width="${CARD_WIDTH - PICTURE_LEFT}" height="${CARD_HEIGHT}" preserveAspectRatio="xMidYMid slice" href="data:${type};base64,${data}"/>`;
}

function wrap(text: string, longest: number): string[] {
  const lines: string[] = [""];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length <= longest || lines.at(-1) === "") lines[lines.length - 1] = longer.slice(0, longest);
    else lines.push(word.slice(0, longest));
  }
  return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1]} …`] : lines;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
