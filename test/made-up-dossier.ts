/** A folder -> a dossier in it with all that a page can show, everything made up: texts, an edit, incidents, forecasts, a picture. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { Forecast, type ForecastEvent } from "../src/model/forecast.js";
import type { Outcome } from "../src/model/problem.js";
import type { WatchReport } from "../src/model/watch-report.js";
import { watchIncidents } from "../src/pipeline-watch.js";
import { CATALOG, csvOf, EVENTS, type MadeUpRow } from "./made-up-incidents.js";

export const MADE_UP = "made-up-call";
const AGREEMENT = "energy-strikes-halt-2025";

const US_BEFORE = `Readout of the call

Published: 2025-03-18 by the White House

The President and the President of Russia agreed to halt strikes on energy infrastructure for thirty days. The leaders agreed to exchange 100 prisoners. The President urged Russia to accept a full ceasefire. The President promised to send observers at once.

The leaders discussed the Black Sea, and their teams will meet again in a week. Both of them spoke of the need for talks that lead to a lasting peace.`;
const US = US_BEFORE.replace("agreed to halt strikes", "discussed a halt to strikes").replace(
  " The President promised to send observers at once.",
  "",
);
const RU = `Press release on the telephone conversation

Published: 2025-03-18 by the Kremlin

The President of Russia and the President of the United States agreed to halt strikes on energy infrastructure for thirty days. The President of Russia ordered the armed forces to observe the halt. The leaders agreed to exchange 175 prisoners. The President of Russia demanded that deliveries of arms to Ukraine stop.`;
const UA = `Statement after the call of others

Published: 2025-03-18 by the President of Ukraine

Ukraine supports a halt to strikes on energy infrastructure. Ukraine demands that the exchange of prisoners include all of them. Ukraine rejected any limit on deliveries of arms. Ukraine proposed talks in Riyadh.`;
const REPORT = `Leaders speak of a halt to strikes

Published: 2025-03-19 by Reuters

The presidents of the United States and Russia discussed a halt to strikes on energy infrastructure on Tuesday.

Germany's chancellor said the halt was an important first step. France's president demanded a full ceasefire. "We support a halt to strikes on energy infrastructure," the president of Ukraine said.

An analyst at an institute in Geneva said that the halt would hardly last a month.`;

const YAML = `id: ${MADE_UP}
headline: What was agreed in a call that nobody made?
standfirst: Everything on this page is made up, so that every part of it can be seen.
byline: The makers of Readout
agencies: [No agency]
documents:
  - { id: us, file: us.txt, earlier: [{ file: us-before.txt, taken: "2025-03-18T19:04:00Z" }] }
  - { id: ru, file: ru.txt }
  - { id: ua, file: ua.txt }
  - { id: wire, file: report.txt }
agreements: [${AGREEMENT}]
picture: { file: picture.png, alt: A lamp on a desk, caption: "A lamp, drawn for this page.", credit: Readout }
watch: [watch.json]
forecasts: forecasts.ndjson
words: { holding: "Counts of a feed that is made up." }
`;

/** Resolves to the report that the folder holds. */
export async function writeMadeUpDossier(folder: string): Promise<WatchReport> {
  const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
  const { value: report } = await madeUpReport(folder);
  for (const [name, text] of Object.entries({ "us-before": US_BEFORE, us: US, ru: RU, ua: UA, report: REPORT }))
    write(`${name}.txt`, text);
  write("watch.json", JSON.stringify(report));
  write(
    "forecasts.ndjson",
    forecastEvents()
      .map((event) => `${JSON.stringify(event)}\n`)
      .join(""),
  );
  write("picture.png", new Resvg(LAMP).render().asPng());
  write("dossier.yaml", YAML);
  return report;
}

const LAMP = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="675"><rect width="1200" height="675" fill="#28323c"/><circle cx="700" cy="260" r="150" fill="#e9c46a"/><rect x="680" y="400" width="40" height="200" fill="#b08968"/><rect x="560" y="590" width="280" height="24" fill="#b08968"/></svg>`;

/** Some months of a feed that knows what was struck: fewer strikes from the first day of the first reading on. */
export function madeUpReport(folder: string): Promise<Outcome<WatchReport>> {
  const file = join(folder, "incidents.csv");
  writeFileSync(file, csvOf(madeUpRows()));
  return watchIncidents({
    agreement: CATALOG.agreements.find(({ id }) => id === AGREEMENT)!,
    catalog: CATALOG,
    files: [{ feed: EVENTS.id, file }],
    mappings: [EVENTS],
    skip: async () => {},
    progress: async () => {},
  });
}

const PLACES = [
  { region: "UA-63", lat: "49.99", lon: "36.23" },
  { region: "UA-14", lat: "48.02", lon: "37.80" },
  { region: "UA-51", lat: "46.48", lon: "30.73" },
  { region: "UA-32", lat: "50.45", lon: "30.52" },
  { region: "UA-43", lat: "44.95", lon: "34.10" },
] as const;
const TARGETS = ["refinery", "bridge", "works", "barracks", ""] as const;
const DAYS = 320;
const START = Date.UTC(2024, 7, 1);
const FIRST_OF_TRUCE = Date.UTC(2025, 2, 18);

/** Some kilometres around a place, so that not all points are one. */
function near({ lat, lon }: (typeof PLACES)[number], number: number): { lat: string; lon: string } {
  const away = (by: number) => ((number * by) % 11) / 20 - 0.25;
  return { lat: (Number(lat) + away(7)).toFixed(3), lon: (Number(lon) + away(5)).toFixed(3) };
}

function madeUpRows(): MadeUpRow[] {
  return [...Array(DAYS).keys()].flatMap((day) => {
    const at = START + day * 86_400_000;
    const many = at >= FIRST_OF_TRUCE ? 1 + (day % 2) : 5 + ((day * 7) % 4);
    return [...Array(many).keys()].map((of) => madeUpRow(day, of, new Date(at).toISOString().slice(0, 10)));
  });
}

function madeUpRow(day: number, of: number, date: string): MadeUpRow {
  const place = PLACES[(day + of) % PLACES.length]!;
  return {
    id: `${day}-${of}`,
    date,
    precision: "day",
    country: "UKR",
    region: place.region,
    ...(of % 3 === 2 ? {} : near(place, day + of)),
    conduct: "drones",
    target: TARGETS[(day * 3 + of) % TARGETS.length]!,
    actor: of % 4 === 3 ? "UKR" : "RUS",
    title: `Made-up report ${day}-${of}`,
  };
}

function forecastEvents(): ForecastEvent[] {
  const at = "2025-03-20T00:00:00Z";
  const given = [
    ["first", "An institute in Geneva", "the halt would hardly last a month", 0.2, null, "no"],
    ["second", "A university in Vienna", "we expect both sides to keep it", 0.7, "A coder", "no"],
    ["third", "A university in Vienna", "there is a fair chance of a longer truce", 0.4, "A coder", null],
    ["fourth", "A newspaper in Oslo", "it may well break", null, null, null],
  ] as const;
  return given.flatMap(([id, by, quote, probability, codedBy, outcome]): ForecastEvent[] => [
    { event: "added", at, forecast: forecastOf({ id, by, quote, probability, codedBy }) },
    ...(outcome
      ? [{ event: "resolved" as const, at: "2025-05-01T00:00:00Z", id, resolution: resolutionOf(outcome) }]
      : []),
  ]);
}

function forecastOf({ quote, ...known }: Pick<Forecast, "id" | "by" | "probability" | "codedBy"> & { quote: string }) {
  return Forecast.parse({
    ...known,
    about: AGREEMENT,
    question: "holds",
    settledBy: "Does the halt run to the end of its thirty days?",
    resolvesOn: "2025-04-17",
    madeOn: "2025-03-19",
    evidence: { source: "A made-up article", quote },
  });
}

function resolutionOf(outcome: "yes" | "no") {
  return { outcome, on: "2025-04-18", evidence: { source: "A made-up article", quote: "it did not" }, by: "A coder" };
}
