/** `readout dossier put ID` -> files of other commands, or a picture, kept in a dossier for its pages. */
import type { ExitCode } from "../model/problem.js";
import { ReadoutError } from "../model/problem.js";
import { putForecasts, putPicture, putReport, putWeighing } from "../pipeline/hand-in.js";
import type { Effects } from "./effects.js";
import { openBytes, openText } from "./open-agreement.js";
import { parseArguments } from "./parse-arguments.js";
import { answer, named } from "./subcommand.js";
import { withStore } from "./with-store.js";

const OPTIONS = {
  json: { type: "boolean" },
  watch: { type: "string" },
  weighing: { type: "string" },
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
  const { watch, weighing, forecasts, picture } = values;
  if ([watch, weighing, forecasts, picture].every((file) => file === undefined))
    throw wrong("dossier put needs --watch, --weighing, --forecasts or --picture.");
  const textOf = (file: string | undefined) =>
    file === undefined ? null : openText(file, effects, LARGEST_FILE).then((text) => ({ text, file }));
  const [report, weighed, registry] = [await textOf(watch), await textOf(weighing), await textOf(forecasts)];
  const shown =
    picture === undefined ? null : { bytes: await openBytes(picture, effects, LARGEST_FILE), ...words(values) };
  const told = await withStore(effects, async (store, person) => {
    const lines: string[] = [];
    if (report) lines.push(await putReport(store, person, dossier, report));
    if (weighed) lines.push(await putWeighing(store, person, dossier, weighed));
    if (registry) lines.push(await putForecasts(store, person, dossier, registry));
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
