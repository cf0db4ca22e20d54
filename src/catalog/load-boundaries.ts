/** The boundaries that ship with the package -> rings by the id of a region. Data with a licence of its own (ODbL). */
import { readFileSync } from "node:fs";
import { ReadoutError } from "../model/problem.js";

/** Rings of [longitude, latitude]; holes are rings too. */
export type BoundaryRings = [number, number][][];

interface Collection {
  features: { properties: { id: string }; geometry: { type: string; coordinates: unknown } }[];
}

const FILES = ["ukraine-regions.geojson"];

/** Throws ReadoutError `boundaries-missing`. */
export function loadBoundaries(
  folder: URL = new URL("../../boundaries/", import.meta.url),
): Map<string, BoundaryRings> {
  return new Map(FILES.flatMap((name) => readFile(new URL(name, folder))));
}

function readFile(file: URL): [string, BoundaryRings][] {
  try {
    const { features } = JSON.parse(readFileSync(file, "utf8")) as Collection;
    return features.map(({ properties, geometry }) => {
      const { type, coordinates } = geometry;
      return [
        properties.id,
        (type === "MultiPolygon" ? (coordinates as BoundaryRings[]).flat() : coordinates) as BoundaryRings,
      ];
    });
  } catch (cause) {
    throw new ReadoutError(
      "boundaries-missing",
      `${file.pathname}: the boundaries cannot be read. Install the package again.`,
      1,
      cause,
    );
  }
}
