// Sources -> dist/: compiles the code, unpacks the weights, bundles what browsers run, checks and compiles the catalogue, links the command for `npx readout`.
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";

const root = fileURLToPath(new URL("..", import.meta.url));

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

run("node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json");
cpSync(`${root}/src/store/migrations`, `${root}/dist/store/migrations`, { recursive: true });
mkdirSync(`${root}/dist/weights`, { recursive: true });
const weights = brotliDecompressSync(readFileSync(`${root}/weights/english-syntax.bin.br`));
writeFileSync(`${root}/dist/weights/english-syntax.bin`, weights);
for (const name of ["LICENSE.txt", "NOTICE.md"]) cpSync(`${root}/weights/${name}`, `${root}/dist/weights/${name}`);
run("scripts/build-web.mjs");
run("dist/catalog/compile-catalog.js");
chmodSync(`${root}/dist/cli/main.js`, 0o755);
mkdirSync(`${root}/node_modules/.bin`, { recursive: true });
rmSync(`${root}/node_modules/.bin/readout`, { force: true });
symlinkSync("../../dist/cli/main.js", `${root}/node_modules/.bin/readout`);
