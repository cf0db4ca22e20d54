// `npm start`: a fresh clone -> the bundled example compared in the terminal; further arguments are passed on.
import { spawnSync } from "node:child_process";
import { prepare, root } from "./prepare.mjs";

const EXAMPLE = "examples/2025-03-18-trump-putin";

prepare();
const { status } = spawnSync(
  process.execPath,
  ["dist/cli/main.js", "compare", `us=${EXAMPLE}/us.md`, `ru=${EXAMPLE}/ru.md`, ...process.argv.slice(2)],
  { cwd: root, stdio: "inherit" },
);
process.exit(status ?? 1);
