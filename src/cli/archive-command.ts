/** `readout archive list|text|warc` -> what the archive holds, one text of it, or its versions for other archives. */
import type { Archive } from "../archive/archive.js";
import { type ExitCode, type Problem, ReadoutError } from "../model/problem.js";
import type { Version } from "../model/version.js";
import { normalAddress } from "../pipeline/fetch-source.js";
import { jsonText } from "../text/json-text.js";
import { safeForTerminal, safeLine } from "../text/terminal-text.js";
import type { Effects } from "./effects.js";
import { archiveAt, isAddress, USER_AGENT } from "./fetching.js";
import { parseArguments } from "./parse-arguments.js";
import { tellNote, tellProblems } from "./tell-problems.js";

const OPTIONS = { archive: { type: "string" }, json: { type: "boolean" } } as const;

export async function archiveCommand(args: string[], effects: Effects): Promise<0 | ExitCode> {
  const { values, positionals } = parseArguments("archive", args, OPTIONS);
  const [verb, ...rest] = positionals;
  if (verb !== "list" && verb !== "text" && verb !== "warc")
    throw wrong(`archive needs list, text or warc, and got ${verb === undefined ? "nothing" : `"${verb}"`}.`);
  if (verb !== "list" && rest.length === 0)
    throw wrong(
      verb === "text"
        ? "archive text needs the SHA-256 of a version, or its address."
        : "archive warc needs the path of the file to write.",
    );
  const archive = await archiveAt(values.archive, effects);
  if (verb === "list") return list(archive, rest, values.json === true, effects);
  if (verb === "text") return showText(archive, rest[0]!, effects);
  return writeWarc(archive, rest[0]!, rest.slice(1), effects);
}

/** One line a version, oldest first an address. */
async function list(
  archive: Archive,
  addresses: readonly string[],
  json: boolean,
  effects: Effects,
): Promise<0 | ExitCode> {
  let hasErrors = false;
  const histories = addresses.length === 0 ? archive.histories() : each(archive, addresses);
  for await (const { value, problems } of histories) {
    hasErrors = (await tellProblems(problems, effects)) || hasErrors;
    for (const version of value.versions) await effects.stdout.write(`${json ? jsonText(version) : lineOf(version)}\n`);
  }
  return hasErrors ? 3 : 0;
}

async function* each(archive: Archive, addresses: readonly string[]) {
  for (const address of addresses) yield await archive.history(addressOf(address));
}

function lineOf({ fetchedAt, sha256, refusal, title, address }: Version): string {
  return safeLine(
    `${fetchedAt}  ${sha256.slice(0, 12)}  ${address}  ${refusal ? `no text: ${refusal}` : (title ?? "no title")}`,
  );
}

/** The clean text as it was read when it came; of an address its last version. */
async function showText(archive: Archive, which: string, effects: Effects): Promise<0> {
  const sha256 = isAddress(which)
    ? (await archive.history(addressOf(which))).value.versions.findLast(({ textSha256 }) => textSha256)?.sha256
    : which;
  const document = sha256 === undefined ? null : await archive.document(sha256);
  if (document === null)
    throw new ReadoutError("archive-unknown", `${which}: the archive holds no text of it. See readout archive list.`);
  await effects.stdout.write(effects.stdout.isTTY ? `${safeForTerminal(document.text)}\n` : `${document.text}\n`);
  return 0;
}

async function writeWarc(
  archive: Archive,
  path: string,
  addresses: readonly string[],
  effects: Effects,
): Promise<0 | ExitCode> {
  const { exportWarc } = await import("../archive/export-warc.js");
  const problems: Problem[] = [];
  const pieces = exportWarc(archive, USER_AGENT, addresses.length === 0 ? undefined : addresses.map(addressOf));
  async function* bytes() {
    for await (const piece of pieces) {
      if (piece instanceof Uint8Array) yield piece;
      else problems.push(piece);
    }
  }
  try {
    await effects.writeFile(path, bytes());
  } catch (error) {
    const { code, syscall, message } = error as NodeJS.ErrnoException;
    if (syscall === undefined && code === undefined) throw error;
    throw new ReadoutError(
      "warc-unwritable",
      `${path}: cannot be written (${code ?? message}). Give another path.`,
      1,
      error,
    );
  }
  await tellNote(`wrote ${path}.`, effects);
  return (await tellProblems(problems, effects)) ? 3 : 0;
}

function addressOf(words: string): string {
  if (isAddress(words) && URL.canParse(words)) return normalAddress(words);
  throw wrong(`"${words}" is no address.`);
}

function wrong(message: string): ReadoutError {
  return new ReadoutError("usage", `${message} See readout archive --help.`, 2);
}
