/** A feed's own words -> the ids of the catalogue: what an importer asks for each word that it meets the first time. */

/** Null where the feed leaves it open or the word is unknown. */
export type WordResolver = (field: string, word: string) => string | null;

/** [west, south, east, north] in degrees. */
export type Box = readonly [number, number, number, number];
