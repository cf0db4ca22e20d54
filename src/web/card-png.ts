/** A card as SVG -> PNG, in the fonts that the build has made fit for it. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";

const FONTS = fileURLToPath(new URL("card-fonts", import.meta.url));

export function cardPng(svg: string): Uint8Array<ArrayBuffer> {
  const fontFiles = readdirSync(FONTS).map((name) => join(FONTS, name));
  return new Uint8Array(new Resvg(svg, { font: { fontFiles, loadSystemFonts: false } }).render().asPng());
}
