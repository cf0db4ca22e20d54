/** One reading's terms and what an incident is said to be -> covered, not covered, or the doubts that leave it open. */
import type { Area, Terms } from "../model/agreement.js";
import type { Feed } from "../model/feed.js";
import { CHECK_POLYGON, DOUBTS, type Kind, type Place, type Who } from "../model/incident.js";
import { ANY, type PartOf } from "./part-of.js";
import type { Rings } from "./polygons.js";

export interface Vocabulary {
  targets: PartOf;
  conducts: PartOf;
  /** Region id -> country, for the regions that the catalogue has. */
  countryOf: ReadonlyMap<string, string>;
  /** Region id -> its boundary, for those that have one. */
  boundaries: ReadonlyMap<string, Rings>;
}

/** Bits of DOUBTS; null for what is not covered. */
export type Doubts = number | null;

/** Why not: the first thing that puts it outside of the terms. */
export type Spared = "conduct" | "target" | "exempt" | "actor" | "area" | "window";

/** Conduct and target of an incident. A feed of signs leaves the act itself open. */
export function judgeKind(
  kind: Kind,
  terms: Terms,
  { targets, conducts }: Vocabulary,
): { doubts: Doubts; spared?: Spared } {
  let doubts = kind.sign ? DOUBTS["sign-not-act"] : 0;
  if (terms.prohibits === undefined || terms.targets === undefined) doubts |= DOUBTS["terms-unstated"];
  const conduct = conducts.among(kind.conduct, terms.prohibits ?? [ANY]);
  if (conduct === "out") return { doubts: null, spared: "conduct" };
  if (conduct === "may-be") doubts |= DOUBTS["conduct-unknown"];
  const target = targets.among(kind.target, terms.targets ?? [ANY]);
  if (target === "out") return { doubts: null, spared: "target" };
  if (target === "may-be") doubts |= DOUBTS["target-unknown"];
  for (const exempt of terms.exempts ?? []) {
    const met = [
      conducts.among(kind.conduct, exempt.conduct ?? [ANY]),
      targets.among(kind.target, exempt.targets ?? [ANY]),
    ];
    if (met.includes("out")) continue;
    if (met.every((one) => one === "in")) return { doubts: null, spared: "exempt" };
    doubts |= DOUBTS["exception-possible"];
  }
  return { doubts };
}

/** Whether an actor within a state ("SDN:rsf") acts for it ("SDN") is not told by its name: a doubt. */
export function judgeWho({ actor, contested }: Who, { binds }: Terms): Doubts {
  if (contested) return DOUBTS["attribution-contested"];
  if (binds === undefined) return DOUBTS["terms-unstated"];
  if (actor === null) return DOUBTS["actor-unknown"];
  if (binds.includes(actor)) return 0;
  return binds.some((party) => actor.startsWith(`${party}:`)) ? DOUBTS["actor-unknown"] : null;
}

/** Regions are compared by the codes of ISO 3166-2, points by boundaries where we have them (decision 0061). */
export function judgePlace(place: Place, { area }: Terms, vocabulary: Vocabulary): Doubts {
  if (area === undefined) return DOUBTS["terms-unstated"];
  const answers = area.map((one) => judgeArea(place, one, vocabulary));
  if (answers.includes(0)) return 0;
  if (answers.includes(CHECK_POLYGON)) return CHECK_POLYGON;
  return answers.some((one) => one !== null) ? DOUBTS["place-too-coarse"] : null;
}

function judgeArea(place: Place, area: Area, { countryOf, boundaries }: Vocabulary): Doubts {
  const isPoint = place.precision === "place" || place.precision === "near";
  const coarse = DOUBTS["place-too-coarse"];
  if (typeof area !== "string") return isPoint ? CHECK_POLYGON : coarse;
  const country = place.country ?? countryOf.get(place.region ?? "") ?? null;
  if (area.length === 3) return country === null ? coarse : country === area ? 0 : null;
  if (place.region !== null) return place.region === area ? 0 : null;
  if (country !== null && country !== countryOf.get(area)) return null;
  return isPoint && boundaries.has(area) ? CHECK_POLYGON : coarse;
}

/** The polygons of a term's area, regions with a boundary included. */
export function polygonsOf({ area }: Terms, { boundaries }: Vocabulary): Rings[] {
  return (area ?? []).flatMap((one) => {
    if (typeof one !== "string") return [one.polygon as Rings];
    const rings = boundaries.get(one);
    return rings ? [rings] : [];
  });
}

/** True where a feed can tell targets apart as finely as the terms ask for. */
export function seesTargets({ sees }: Feed, terms: Terms): boolean {
  return terms.targets === undefined || terms.targets.includes(ANY) || sees.targets.length > 0;
}
