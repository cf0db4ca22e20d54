// src/web/islands/ with the style sheets and fonts they import -> dist/web/assets/, each file named by its content.
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";

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
