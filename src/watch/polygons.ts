/** A point and rings -> whether it lies inside: the same rule that the databases follow, for lists and for tests. */

/** One polygon or several: every ring counts, holes among them, by the even-odd rule. */
export type Rings = [longitude: number, latitude: number][][];

/** Even-odd rule by a ray to the east; source: Shimrat 1962, CACM 5:434. */
export function isInside(longitude: number, latitude: number, rings: Rings): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let at = 0; at < ring.length; at++) {
      const [x1, y1] = ring[at]!;
      const [x2, y2] = ring[(at + 1) % ring.length]!;
      if (y1 > latitude !== y2 > latitude && longitude < ((x2 - x1) * (latitude - y1)) / (y2 - y1) + x1)
        inside = !inside;
    }
  }
  return inside;
}
