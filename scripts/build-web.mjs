// src/web/islands/ with the style sheets and fonts they import -> dist/web/assets/, each file named by its content.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { decompress } from "wawoff2";

const root = fileURLToPath(new URL("..", import.meta.url));
const islands = "src/web/islands";

await build({
  root,
  configFile: false,
  publicDir: "src/web/public",
  logLevel: "warn",
  base: "/assets/",
  build: {
    outDir: "dist/web/assets",
    emptyOutDir: true,
    assetsDir: "",
    assetsInlineLimit: 0,
    manifest: "manifest.json",
    modulePreload: false,
    target: "es2022",
    rollupOptions: {
      input: readdirSync(`${root}${islands}`)
        .filter((name) => /^[a-z-]+\.tsx?$/.test(name))
        .map((name) => `${root}${islands}/${name}`),
    },
  },
});

// Cards are drawn by a library that reads TrueType alone.
const fonts = `${root}node_modules/@fontsource/source-serif-4/files`;
mkdirSync(`${root}dist/web/card-fonts`, { recursive: true });
for (const script of ["latin", "latin-ext", "cyrillic"]) {
  const font = await decompress(readFileSync(`${fonts}/source-serif-4-${script}-600-normal.woff2`));
  writeFileSync(`${root}dist/web/card-fonts/${script}.ttf`, font);
}
