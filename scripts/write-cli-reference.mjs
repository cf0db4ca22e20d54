// The built command's --help -> docs/cli.md; with --check only says whether the file is up to date (exit code 1 if not).
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FILE = fileURLToPath(new URL("../docs/cli.md", import.meta.url));
const COMMAND = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));

const overview = helpOf();
const commands = [...new Set([...overview.matchAll(/^ {2}readout ([a-z]+) /gm)].map((match) => match[1]))];
const reference = [
  "# The command",
  "Written by `node scripts/write-cli-reference.mjs` from `readout --help`; do not edit by hand.",
  block("readout", overview),
  ...commands.map((name) => block(`readout ${name}`, helpOf(name))),
].join("\n\n");

if (process.argv.includes("--check")) {
  if (current() !== `${reference}\n`) {
    console.error("docs/cli.md is out of date. Run: node scripts/write-cli-reference.mjs");
    process.exitCode = 1;
  }
} else {
  writeFileSync(FILE, `${reference}\n`);
}

function helpOf(...command) {
  return execFileSync(process.execPath, [COMMAND, ...command, "--help"], { encoding: "utf8" });
}

function block(title, help) {
  return `## ${title}\n\n\`\`\`text\n${help.trimEnd()}\n\`\`\``;
}

function current() {
  try {
    return readFileSync(FILE, "utf8");
  } catch {
    return "";
  }
}
