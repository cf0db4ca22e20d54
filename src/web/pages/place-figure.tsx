/** A Holding -> the map of it with its legend, its caption, and what is not on it. */
import type { Holding } from "../../model/holding.js";
import type { Names } from "../../publish/names.js";
import { MARKS, type PlaceMap, placeMap, STANDINGS, standingOf } from "../../publish/place-map.js";
import type { MapGround } from "../../publish/watch-map.js";
import { foundWords } from "../parts/ranges.js";
import { shown } from "../parts/shown.js";
import type { Reader } from "../reader.js";
import { whatWords } from "./holding-findings.js";

export interface PlaceFigureProps {
  holding: Holding;
  ground: MapGround;
  names: Names;
  reader: Reader;
}

/** The map with the reader's words on it. */
export function drawnPlaces({ holding, ground, names, reader }: PlaceFigureProps): PlaceMap {
  const { t, number, date } = reader;
  const findings = holding.report?.findings ?? [];
  const placed = findings.filter(({ latitude }) => latitude !== null).length;
  return placeMap(holding, ground, {
    title: holding.report ? t("map-alt", { placed, all: findings.length }) : t("map-alt-area"),
    region: ({ name, disputed }, count) => {
      const claims = disputed ? ` ${claimWords(disputed, names, reader)}` : "";
      return holding.report ? `${name}: ${number(count)}.${claims}` : `${name}.${claims}`;
    },
    finding: (finding, standing) =>
      `${date(finding.at.slice(0, 10))}: ${shown(whatWords(finding, names))}. ${foundWords(standing, reader)}`,
  });
}

/** "Claimed by Ukraine and Russia; held by: …". */
export function claimWords(
  { claimedBy, heldBy }: { claimedBy: readonly string[]; heldBy: string },
  names: Names,
  { t, list, named }: Reader,
): string {
  return t("border-claims", { claimants: list(claimedBy.map((id) => named(names.actor(id)))), holder: shown(heldBy) });
}

export function PlaceFigure(props: PlaceFigureProps) {
  const { holding, ground, names, reader } = props;
  const { t } = reader;
  const map = drawnPlaces(props);
  const unplaced = map.all - map.placed;
  const unmapped = unmappedOf(holding, ground);
  return (
    <figure class="chart places">
      {/* Made by publish/place-map.tsx, which escapes all words. */}
      {map.svg && <div class="drawing" dir="ltr" data-map dangerouslySetInnerHTML={{ __html: map.svg }} />}
      {!map.svg && <p class="empty">{t("map-nothing")}</p>}
      {map.svg && holding.report && <Legend holding={holding} reader={reader} />}
      <figcaption>
        {map.svg && t(holding.report ? "map-caption" : "map-area-caption")}{" "}
        {unplaced > 0 && t("map-unplaced", { count: unplaced })}{" "}
        {map.svg &&
          unmapped.length > 0 &&
          t("map-unmapped", { places: reader.list(unmapped.map((id) => shown(reader.named(names.actor(id))))) })}{" "}
        {map.svg && <span class="credit">{t("map-credit")}</span>}
      </figcaption>
    </figure>
  );
}

function Legend({ holding, reader }: { holding: Holding; reader: Reader }) {
  const { number } = reader;
  const standings = (holding.report?.findings ?? []).filter(({ latitude }) => latitude !== null).map(standingOf);
  return (
    <ul class="legend">
      {STANDINGS.map((standing) => (
        <li key={standing}>
          <svg viewBox="-6 -6 12 12" width="14" height="14" aria-hidden="true">
            <path class={`mark-${standing}`} d={MARKS[standing]} />
          </svg>
          {foundWords(standing, reader)} {number(standings.filter((each) => each === standing).length)}
        </li>
      ))}
    </ul>
  );
}

/** Places that a reading names and no line is shipped of: codes of countries and regions, names of other areas. */
function unmappedOf({ readings }: Holding, { regions, boundaries }: MapGround): string[] {
  const named = [...new Set(readings.flatMap(({ area }) => area))];
  const hasLines = (code: string) =>
    boundaries.has(code) || regions.some(({ id, country }) => country === code && boundaries.has(id));
  const nameOf = (code: string) => regions.find(({ id }) => id === code)?.name ?? code;
  return named.filter((code) => !hasLines(code)).map(nameOf);
}
