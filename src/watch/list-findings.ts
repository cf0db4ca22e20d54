/** Incidents and the readings -> one finding each: covered, not covered or uncertain under every reading, and why. */
import { CHECK_POLYGON, DOUBTS, type Doubt, type Incident } from "../model/incident.js";
import type { Finding, FindingStatus } from "../model/watch-report.js";
import type { CheckedReading } from "./compile-terms.js";
import { judgeKind, judgePlace, judgeWho, polygonsOf, type Spared, type Vocabulary } from "./judge-term.js";
import { isInside } from "./polygons.js";
import { isoOf } from "./windows.js";

export interface Judged {
  status: FindingStatus;
  doubts: number;
  spared: Spared[];
}

export function findingOf(incident: Incident, readings: readonly CheckedReading[], vocabulary: Vocabulary): Finding {
  const { kind, who, place } = incident;
  return {
    feed: incident.feed,
    id: incident.id,
    at: dateOf(incident),
    title: incident.title,
    actors: incident.actors,
    actor: who.contested ? null : who.actor,
    contested: who.contested,
    conduct: kind.conduct,
    sign: kind.sign,
    target: kind.target,
    region: place.region,
    country: place.country,
    latitude: incident.latitude,
    longitude: incident.longitude,
    source: incident.source,
    url: incident.url,
    claimedBy: who.claimedBy,
    readings: Object.fromEntries(
      readings.map((reading) => {
        const judged = judgeIncident(incident, reading, vocabulary);
        return [reading.terms.id, { status: judged.status, because: reasonsOf(judged) }];
      }),
    ),
  };
}

/** The rule that the databases follow, in one place for one incident; tests hold the two together. */
export function judgeIncident(incident: Incident, { terms, window }: CheckedReading, vocabulary: Vocabulary): Judged {
  const spared: Spared[] = [];
  let doubts = 0;
  const take = (answer: number | null, because: Spared) => {
    if (answer === null) spared.push(because);
    else doubts |= answer;
  };
  const { earliest, latest } = incident;
  if (!(earliest < window.end && (latest > window.start || earliest >= window.start))) spared.push("window");
  else if (!(earliest >= window.start && latest <= window.end)) doubts |= DOUBTS["date-straddles-window"];
  const kind = judgeKind(incident.kind, terms, vocabulary);
  take(kind.doubts, kind.spared ?? "conduct");
  take(judgeWho(incident.who, terms), "actor");
  const place = judgePlace(incident.place, terms, vocabulary);
  if (place === CHECK_POLYGON) take(isInAny(incident, polygonsOf(terms, vocabulary)) ? 0 : null, "area");
  else take(place, "area");
  if (spared.length > 0) return { status: "notCovered", doubts: 0, spared };
  return { status: doubts === 0 ? "covered" : "uncertain", doubts, spared };
}

function isInAny({ longitude, latitude }: Incident, polygons: ReturnType<typeof polygonsOf>): boolean {
  if (longitude === null || latitude === null) return false;
  return polygons.some((rings) => isInside(longitude, latitude, rings));
}

const SPARED: Record<Spared, string> = {
  window: "outside of the window",
  conduct: "the terms do not prohibit this conduct",
  target: "the terms do not cover this target",
  exempt: "the terms except it",
  actor: "who did it is not bound",
  area: "outside of the area",
};

const DOUBTFUL: Record<Doubt, string> = {
  "date-straddles-window": "its date may lie inside or outside of the window",
  "conduct-unknown": "what was done is not known well enough",
  "target-unknown": "what was struck is not known well enough",
  "place-too-coarse": "its place is too coarse for the area",
  "actor-unknown": "who did it is not known",
  "attribution-contested": "who did it is contested",
  "exception-possible": "an exception of the terms may hold",
  "terms-unstated": "the terms leave open what they cover",
  "sign-not-act": "the record is a warning, not an act that was seen",
};

function reasonsOf({ doubts, spared }: Judged): string[] {
  if (spared.length > 0) return spared.map((one) => SPARED[one]);
  return (Object.entries(DOUBTS) as [Doubt, number][])
    .filter(([, bit]) => (doubts & bit) !== 0)
    .map(([doubt]) => DOUBTFUL[doubt]);
}

function dateOf({ earliest, latest, kind }: Incident): string {
  if (kind.precision === "instant") return isoOf(earliest);
  const first = isoOf(earliest + 43_200).slice(0, 10);
  if (kind.precision === "day") return first;
  if (kind.precision === "month") return first.slice(0, 7);
  if (kind.precision === "year") return first.slice(0, 4);
  return `${first}/${isoOf(latest - 43_200).slice(0, 10)}`;
}
