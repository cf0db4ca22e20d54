// `npm start`: a fresh clone -> the bundled example compared in the terminal, then its pages served until Ctrl+C.
// With --once, or options of `readout compare`, it only compares.
import { spawn, spawnSync } from "node:child_process";
import { prepare, root } from "./prepare.mjs";

const EXAMPLE = "examples/2025-03-18-trump-putin";
const COMMAND = "dist/cli/main.js";

const options = process.argv.slice(2).filter((option) => option !== "--once");
const once = process.argv.length > 2;

prepare();
const compared = spawnSync(
  process.execPath,
  [COMMAND, "compare", `us=${EXAMPLE}/us.md`, `ru=${EXAMPLE}/ru.md`, ...options],
  { cwd: root, stdio: "inherit" },
);
if (once || compared.status !== 0) process.exit(compared.status ?? 1);

const server = spawn(process.execPath, [COMMAND, "serve"], { cwd: root, stdio: "inherit" });
// Ctrl+C reaches the server by itself; what is sent to npm alone is passed on.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => server.kill("SIGTERM"));
server.on("exit", (code) => process.exit(code ?? 1));
