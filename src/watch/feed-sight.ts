/** A feed and terms -> what it cannot see of them, in words; and which other truces it could have seen. */
import { type Terms, termsOf } from "../model/agreement.js";
import type { Feed } from "../model/feed.js";
import type { Evidence, KnownTruce } from "./evidence.js";
import { seesTargets, type Vocabulary } from "./judge-term.js";
import { ANY } from "./part-of.js";
import type { Span } from "./windows.js";

const WEEK = 7 * 86_400;

/** Empty where the feed sees what the terms cover. */
export function blindnessOf(feed: Feed, terms: Terms, vocabulary: Vocabulary): string[] {
  const { sees } = feed;
  const reasons: string[] = [];
  if (!seesTargets(feed, terms)) {
    const sign = sees.signsOnly
      ? "It warns of what may come and does not know what it was aimed at"
      : "It does not say what was struck";
    reasons.push(`${sign}, and the terms cover ${terms.targets!.join(", ")} alone.`);
  }
  const bound = (terms.binds ?? []).filter((party) => sees.parties.length === 0 || sees.parties.includes(party));
  if (terms.binds !== undefined && bound.length === 0)
    reasons.push(`It sees what ${sees.parties.join(", ")} does, and the terms bind ${terms.binds.join(", ")}.`);
  if (sees.conduct.every((conduct) => vocabulary.conducts.among(conduct, terms.prohibits ?? [ANY]) === "out")) {
    reasons.push(`It sees ${sees.conduct.join(", ")}, and the terms prohibit ${terms.prohibits!.join(", ")}.`);
  }
  if (!seesArea(feed, terms, vocabulary))
    reasons.push(`It sees ${sees.area.join(", ")}, which the terms do not cover.`);
  return reasons;
}

/** Why it cannot tell of one bound party; null where it can. */
export function partyBlindness({ sees }: Feed, party: string): string | null {
  if (sees.parties.length === 0 || sees.parties.includes(party)) return null;
  return `The feed sees what ${sees.parties.join(", ")} does and nothing of ${party}.`;
}

function seesArea({ sees }: Feed, { area }: Terms, { countryOf }: Vocabulary): boolean {
  if (area === undefined || sees.area.length === 0 || sees.area.includes(ANY)) return true;
  const country = (id: string) => countryOf.get(id) ?? id;
  return area.some((one) => typeof one !== "string" || sees.area.some((seen) => country(seen) === country(one)));
}

/** Windows in which a truce that this feed could see was meant to hold, each with the week before it as its base. */
export function truceSpans(feed: Feed, { readings, truces, vocabulary }: Evidence): Span[] {
  const own = readings.map(({ window }) => window);
  const others = truces.flatMap((truce) => seenWindows(feed, truce, vocabulary));
  return [...own, ...others].map(({ start, end }) => ({ start: start - WEEK, end }));
}

function seenWindows(feed: Feed, { agreement, readings }: KnownTruce, vocabulary: Vocabulary): Span[] {
  return readings
    .filter(({ terms }) => blindnessOf(feed, termsOf(agreement, terms), vocabulary).length === 0)
    .map(({ window }) => window);
}
