/** A person's files and a store -> records of a dossier for its pages: a watch report with its incidents, a weighing, forecasts, a picture. */
import { sha256 } from "../ledger/seal.js";
import type { Agreement } from "../model/agreement.js";
import { type Edition, Picture } from "../model/explainer.js";
import { ReadoutError } from "../model/problem.js";
import { mayDo, type Person, requireRight } from "../model/rights.js";
import type { Finding } from "../model/watch-report.js";
import { addRecord, recordEntry, today } from "../pipeline-dossiers.js";
import { UNWRITTEN } from "../publish/explainer/publish-explainer.js";
import type { Store } from "../store/open-store.js";
import { readRecords } from "../store/read-records.js";
import { readState } from "../store/read-state.js";
import { forecastsFrom, type NamedPicture, pictureFrom, watchReportFrom, weighingFrom } from "./dossier-files.js";
import { scoreEvents } from "./forecasts-of-dossier.js";
import { DRAFT, type KeptPicture, PICTURE } from "./site-of-store.js";

/** A file's text, and its path for what is wrong with it. */
interface TextFile {
  text: string;
  file: string;
}

/** What was kept, as a line. Throws ReadoutError `agreement-missing` where the dossier has no such agreement. */
export async function putReport(store: Store, person: Person, dossier: string, given: TextFile): Promise<string> {
  const report = watchReportFrom(given.text, given.file);
  const known = await agreementsIn(store, dossier);
  if (!known.some(({ id }) => id === report.agreement)) {
    const message = `${given.file}: is about "${report.agreement}", which the dossier "${dossier}" does not hold. Add it with readout ledger confirm --agreement ${report.agreement}.`;
    throw new ReadoutError("agreement-missing", message);
  }
  requireRight(person, "add");
  const author = person.name;
  const incidents = report.findings.map((finding) => {
    const { readings: _, ...incident } = finding;
    return recordEntry("incident", incidentId(finding), incident, { on: dayOf(finding, store), author, engine: null });
  });
  const engine = judgedBy("watch", person);
  const found = recordEntry("finding", report.agreement, report, { on: today(store), author, engine });
  await store.append(dossier, { entries: [...incidents, found] });
  const feeds = report.feeds.map(({ title }) => title).join(", ");
  return `Kept what ${feeds} tell of "${report.title}", and ${incidents.length} incidents.${engine ? WAITS : ""}`;
}

/** What became of agreements like one, as it looked on its day. */
export async function putWeighing(store: Store, person: Person, dossier: string, given: TextFile): Promise<string> {
  const weighing = weighingFrom(given.text, given.file);
  const engine = judgedBy("weigh", person);
  const on = weighing.asOf < today(store) ? weighing.asOf : today(store);
  await addRecord(store, person, dossier, { kind: "weighing", id: weighing.agreement, body: weighing, engine, on });
  return `Kept the weighing of "${weighing.title}" as of ${weighing.asOf}.${engine ? WAITS : ""}`;
}

const WAITS = " It waits in readout review.";

/** What an engine judged waits for an editor, unless an editor hands it in; null then. */
function judgedBy(engine: string, person: Person): string | null {
  return mayDo(person, "edit") ? null : engine;
}

const LONGEST_ID = 120;

function incidentId({ feed, id }: Pick<Finding, "feed" | "id">): string {
  const whole = `${feed}:${id}`;
  return whole.length <= LONGEST_ID ? whole : `${feed}:${sha256(id).slice(0, 32)}`;
}

/** The day of the incident; where the feed tells a month or a year alone, the day on which it is kept. */
function dayOf({ at }: Pick<Finding, "at">, store: Store): string {
  return at.length >= 10 ? at.slice(0, 10) : today(store);
}

/** Those about the dossier or one of its agreements; what is there already in the same words stays as it is. */
export async function putForecasts(store: Store, person: Person, dossier: string, given: TextFile): Promise<string> {
  const all = forecastsFrom(given.text, given.file);
  scoreEvents([...all.values()].flat());
  const ids = [dossier, ...(await agreementsIn(store, dossier)).map(({ id }) => id)];
  const own = [...all].filter(([, events]) =>
    events.some((event) => event.event === "added" && ids.includes(event.forecast.about ?? "")),
  );
  for (const [id, body] of own) await addRecord(store, person, dossier, { kind: "forecast", id, body });
  return `Kept ${own.length} of ${all.size} forecasts: those about ${ids.join(", ")}.`;
}

/** The picture is kept by its content, and put into the draft of the page: it is public when that is published. */
export async function putPicture(
  store: Store,
  person: Person,
  dossier: string,
  { bytes, file, ...words }: Omit<Picture, "url"> & { bytes: Uint8Array; file: string },
): Promise<string> {
  requireRight(person, "edit");
  const { name, file: shown } = pictureFrom(bytes, file);
  const picture = Picture.safeParse({ url: name, ...words });
  if (!picture.success) {
    const { path, message } = picture.error.issues[0]!;
    throw new ReadoutError("picture-invalid", `${file}: ${path.join(".")}: ${message}. Shorten the words.`);
  }
  const [draft] = await readRecords(store.database, dossier, { kinds: ["edition"], id: DRAFT });
  const edition: Edition = { ...UNWRITTEN, ...(draft?.body as Edition | undefined), picture: picture.data };
  await keepPicture(store, person, dossier, { name, file: shown });
  await addRecord(store, person, dossier, { kind: "edition", id: DRAFT, body: edition });
  return `Kept the picture (${shown.width} by ${shown.height}); the page shows it when it is published next.`;
}

/** Without a word of it in any draft: nothing shows it before one names it. */
export async function keepPicture(
  store: Store,
  person: Person,
  dossier: string,
  { name, file: { bytes, ...rest } }: NamedPicture,
): Promise<void> {
  requireRight(person, "edit");
  const body: KeptPicture = { ...rest, base64: Buffer.from(bytes).toString("base64") };
  await addRecord(store, person, dossier, { kind: "edition", id: `${PICTURE}${name}`, body });
}

/** Throws ReadoutError `dossier-unknown`. */
/** Those that the dossier keeps. Throws ReadoutError `dossier-unknown`. */
export async function agreementsIn(store: Store, dossier: string): Promise<Agreement[]> {
  await readState(store.database, dossier);
  const records = await readRecords(store.database, dossier, { kinds: ["agreement"] });
  return records.map(({ body }) => body as Agreement);
}
