/** `readout dossier put ID` -> files of other commands, or a picture, kept in a dossier for its pages. */
import type { ExitCode } from "../model/problem.js";
import { ReadoutError } from "../model/problem.js";
import { putForecasts, putPicture, putReport } from "../pipeline/hand-in.js";
import type { Effects } from "./effects.js";
import { openBytes, openText } from "./open-agreement.js";
import { parseArguments } from "./parse-arguments.js";
import { answer, named } from "./subcommand.js";
import { withStore } from "./with-store.js";

const OPTIONS = {
  json: { type: "boolean" },
  watch: { type: "string" },
  forecasts: { type: "string" },
  picture: { type: "string" },
  alt: { type: "string" },
  caption: { type: "string" },
  credit: { type: "string" },
} as const;

const LARGEST_FILE = 20_000_000;

export async function putCommand(args: string[], effects: Effects): Promise<0 | ExitCode> {
  const { values, positionals } = parseArguments("dossier", args, OPTIONS);
  const [dossier] = named("dossier put", ["ID"], positionals) as [string];
  const { watch, forecasts, picture } = values;
  if (watch === undefined && forecasts === undefined && picture === undefined)
    throw wrong("dossier put needs --watch, --forecasts or --picture.");
  const report = watch === undefined ? null : await openText(watch, effects, LARGEST_FILE);
  const registry = forecasts === undefined ? null : await openText(forecasts, effects, LARGEST_FILE);
  const shown =
    picture === undefined ? null : { bytes: await openBytes(picture, effects, LARGEST_FILE), ...words(values) };
  const told = await withStore(effects, async (store, person) => {
    const lines: string[] = [];
    if (report !== null) lines.push(await putReport(store, person, dossier, { text: report, file: watch! }));
    if (registry !== null) lines.push(await putForecasts(store, person, dossier, { text: registry, file: forecasts! }));
    if (shown !== null) lines.push(await putPicture(store, person, dossier, { ...shown, file: picture! }));
    return lines;
  });
  return answer(effects, values.json, { dossier, kept: told }, () => told);
}

/** A picture that says nothing to those who cannot see it, or not whose it is, is none for a page. */
function words({
  alt,
  caption,
  credit,
}: {
  alt?: string | undefined;
  caption?: string | undefined;
  credit?: string | undefined;
}) {
  if (!alt || !caption || !credit) throw wrong("--picture needs --alt, --caption and --credit beside it.");
  return { alt, caption, credit };
}

function wrong(message: string): ReadoutError {
  return new ReadoutError("usage", `${message} See readout dossier --help.`, 2);
}
