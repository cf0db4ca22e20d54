/** The catalogue and the boundaries that ship -> what terms are judged by and maps are drawn on; no incident is looked at. */
import { loadBoundaries } from "../catalog/load-boundaries.js";
import { loadCatalog } from "../catalog/load-catalog.js";
import type { Agreement } from "../model/agreement.js";
import type { Catalog } from "../model/catalog.js";
import type { MapGround } from "../publish/watch-map.js";
import type { Vocabulary } from "../watch/judge-term.js";
import { PartOf } from "../watch/part-of.js";

/** Read at the first use, and kept. */
let kept: ReturnType<typeof loadBoundaries> | undefined;
function boundaries(): ReturnType<typeof loadBoundaries> {
  kept ??= loadBoundaries();
  return kept;
}

/** The catalogue's words and those that the agreement defines. Throws ReadoutError `part-of-circular`. */
export function vocabularyOf({ targets, conducts, regions }: Catalog, { id, defines }: Agreement): Vocabulary {
  return {
    targets: new PartOf([...targets, ...(defines ?? [])], `${id}: targets`),
    conducts: new PartOf(conducts, "catalog: conduct"),
    countryOf: new Map(regions.map((region) => [region.id, region.country])),
    boundaries: boundaries(),
  };
}

/** What maps are drawn on. */
export function mapGround(): MapGround {
  return { regions: loadCatalog().regions, boundaries: boundaries() };
}

/** Display name of a region's id, with the word that it is disputed where it is; the id where the catalogue has none. */
export function regionName(id: string): string {
  const region = loadCatalog().regions.find((one) => one.id === id);
  if (!region) return id;
  return region.disputed ? `${region.name} (disputed)` : region.name;
}
