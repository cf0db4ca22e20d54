/** A text's layout -> the instants at which it says that it was published and updated. */
import { placesOfDates } from "./find-date.js";
import { type Instant, readInstant } from "./read-instant.js";
import type { Layout } from "./text-layout.js";

/** `zone` counts where the words name none. Null where no time of day is told. */
export function findInstants(
  layout: Layout,
  zone: string | null,
): { published: Instant | null; updated: Instant | null } {
  const updated = [layout.fields.get("updated"), ...layout.lines.filter((line) => /^(?:last )?updated\b/i.test(line))];
  return { published: firstIn(placesOfDates(layout), zone), updated: firstIn(updated, zone) };
}

/** A title or a lead may name an hour of something else, so that a place without one ends the search. */
function firstIn(places: Iterable<string | undefined>, zone: string | null): Instant | null {
  for (const place of places) {
    const instant = place === undefined ? null : readInstant(place, zone);
    if (instant) return instant.at ? instant : null;
  }
  return null;
}
