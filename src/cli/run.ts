/** Arguments -> the command they name, run; every error told in one line; the exit code of the contract. */
import { type ExitCode, ReadoutError } from "../model/readout-error.js";
import { safeForTerminal } from "../text/terminal-text.js";
import { version } from "./about.js";
import type { Effects } from "./effects.js";
import { COMMANDS, helpFor, OVERVIEW } from "./help.js";
import { tellError } from "./tell-problems.js";

type Command = (args: string[], effects: Effects) => Promise<0 | ExitCode>;

/** Each command's code is loaded when it is called, so that help is there at once. */
const LOADERS: Record<string, () => Promise<Command>> = {
  read: async () => (await import("./read-command.js")).readCommand,
  compare: async () => (await import("./compare-command.js")).compareCommand,
  watch: async () => (await import("./watch-command.js")).watchCommand,
  eval: async () => (await import("./eval-command.js")).evalCommand,
  dossier: async () => (await import("./dossier-command.js")).dossierCommand,
  ledger: async () => (await import("./ledger-command.js")).ledgerCommand,
  alert: async () => (await import("./alert-command.js")).alertCommand,
  user: async () => (await import("./user-command.js")).userCommand,
  token: async () => (await import("./token-command.js")).tokenCommand,
  export: async () => (await import("./export-command.js")).exportCommand,
  import: async () => (await import("./export-command.js")).importCommand,
  review: async () => (await import("./review-command.js")).reviewCommand,
  follow: async () => (await import("./follow-command.js")).followCommand,
  changes: async () => (await import("./changes-command.js")).changesCommand,
  archive: async () => (await import("./archive-command.js")).archiveCommand,
  publish: async () => (await import("./publish-command.js")).publishCommand,
  serve: async () => (await import("./serve-command.js")).serveCommand,
  weigh: async () => (await import("./weigh-command.js")).weighCommand,
  history: async () => (await import("./history-command.js")).historyCommand,
  forecast: async () => (await import("./forecast-command.js")).forecastCommand,
};

/** 0 done, 1 failed, 2 wrong usage, 3 done with error-level problems. Never throws. */
export async function run(args: readonly string[], effects: Effects): Promise<0 | ExitCode> {
  try {
    return await dispatch(args, effects);
  } catch (error) {
    return await exitCodeOf(error, effects);
  }
}

async function dispatch([name, ...args]: readonly string[], effects: Effects): Promise<0 | ExitCode> {
  if (name === undefined) {
    await effects.stderr.write(OVERVIEW);
    return 2;
  }
  if (name === "--version" || name === "-V") return print(`${version()}\n`, effects);
  if (name === "--help" || name === "-h") return print(OVERVIEW, effects);
  if (name === "help") return print(helpFor(args[0]), effects);
  const load = LOADERS[name];
  if (!load || !Object.hasOwn(LOADERS, name)) throw unknownCommand(name);
  if (asksHelp(args)) return print(helpFor(name), effects);
  return (await load())(args, effects);
}

async function print(text: string, effects: Effects): Promise<0> {
  await effects.stdout.write(text);
  return 0;
}

/** `--help` anywhere before `--` wins over whatever else is wrong with the arguments. */
function asksHelp(args: readonly string[]): boolean {
  const options = args.includes("--") ? args.slice(0, args.indexOf("--")) : args;
  return options.includes("--help") || options.includes("-h");
}

function unknownCommand(name: string): ReadoutError {
  const what = name.startsWith("-") ? "option" : "command";
  return new ReadoutError(
    "command-unknown",
    `"${name}" is no ${what}. Commands: ${COMMANDS.join(", ")}. See readout --help.`,
    2,
  );
}

/** A reader that has gone (`readout … | head`) is no error; a bug of ours shows its trace. */
async function exitCodeOf(error: unknown, effects: Effects): Promise<0 | ExitCode> {
  if ((error as NodeJS.ErrnoException).code === "EPIPE") return 0;
  if (error instanceof ReadoutError) {
    await tellError(error, effects);
    return error.exitCode;
  }
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code && syscall !== undefined) {
    await tellError(
      new ReadoutError("output-failed", `the output could not be written (${code}). Free the disk or write elsewhere.`),
      effects,
    );
    return 1;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  await effects.stderr
    .write(`readout: a bug of Readout's own; please report it with these lines.\n${safeForTerminal(trace)}\n`)
    .catch(() => {});
  return 1;
}
