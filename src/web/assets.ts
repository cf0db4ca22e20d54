/** The build's manifest -> addresses of style sheets, scripts and fonts, each named by its content. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ReadoutError } from "../model/problem.js";

/** Written by `scripts/build-web.mjs`. */
export const ASSETS_FOLDER = fileURLToPath(new URL("assets", import.meta.url));

interface Chunk {
  file: string;
  css?: string[];
  assets?: string[];
}

export interface Assets {
  styles: string[];
  /** Address of an island's script by its name ("side-by-side"). */
  island(name: string): string;
  /** Fonts that the first lines of every page are set in. */
  preload(language: string): string[];
}

/** Throws ReadoutError `assets-missing`. */
export function loadAssets(): Assets {
  const manifest = readManifest();
  const chunk = (name: string) => manifest[`src/web/islands/${name}.ts`] ?? manifest[`src/web/islands/${name}.tsx`];
  const every = Object.values(manifest).flatMap(({ assets }) => assets ?? []);
  const font = (part: string) => every.filter((file) => file.includes(part) && file.endsWith(".woff2"));
  const cyrillic = [...font("serif-4-cyrillic-wght-normal"), ...font("sans-3-cyrillic-wght-normal")];
  const latin = [...font("serif-4-latin-wght-normal"), ...font("sans-3-latin-wght-normal")];
  const arabic = font("naskh-arabic-arabic");
  const fonts: Record<string, string[]> = { en: latin, uk: cyrillic, ru: cyrillic, ar: arabic };
  return {
    styles: (chunk("page")?.css ?? []).map(address),
    island: (name) => {
      const found = chunk(name);
      if (!found) throw new Error(`no island is called "${name}"`);
      return address(found.file);
    },
    preload: (language) => [...new Set((fonts[language] ?? latin).map(address))],
  };
}

function address(file: string): string {
  return `/assets/${file}`;
}

function readManifest(): Record<string, Chunk> {
  const path = `${ASSETS_FOLDER}/manifest.json`;
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Record<string, Chunk>;
  } catch (cause) {
    const message = `${path}: the pages' style and scripts cannot be read. Run "npm run build".`;
    throw new ReadoutError("assets-missing", message, 1, cause);
  }
}
