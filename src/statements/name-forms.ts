/** Titles and names of the catalogue -> the further forms in which texts write them. */
import type { Organisation, State } from "../model/catalog.js";
import { slugOf } from "./name-pieces.js";

/** "President of Russia" and "Russian President" -> "President". */
export function withoutOwner(title: string, owner: State | Organisation): string {
  const before = [...owner.adjectives, owner.name, ...owner.names].find((word) => title.startsWith(`${word} `));
  if (before) return title.slice(before.length + 1);
  const after = [owner.name, ...owner.names]
    .flatMap((word) => [` of ${word}`, ` of the ${word}`])
    .find((tail) => title.endsWith(tail));
  return after ? title.slice(0, -after.length) : title;
}

/** The words of the name that the id spells, else its last word: the part by which texts call a person again. */
export function familyNames({ id, name }: { id: string; name: string }): string[] {
  const slug = id.slice(id.indexOf(":") + 1);
  const full = slugOf(name);
  const parts = full.split("-");
  const families = new Set([slug === full || !full.includes(slug) ? parts.at(-1)! : slug, parts.at(-1)!]);
  if (/^(CHN|PRK|KOR|VNM|TWN|KHM|MMR|JPN|HUN)/.test(id) && slug !== parts.at(-1)) families.add(parts[0]!);
  return [...families];
}

/** "minister of energy" -> "ministers of energy", "spokesman" -> "spokesmen". */
export function pluralOf(title: string): string {
  const [, head, rest] = /^(.*?)((?: (?:of|for|to|in)|-in-|-elect).*)?$/.exec(title)!;
  if (/general$/i.test(head!) && / |-/.test(head!) && /^(secretary|director)/i.test(head!))
    return `${head!.replace(/^(\w+)y\b/i, "$1ies").replace(/^(director)/i, "$1s")}${rest ?? ""}`;
  const plural = head!.endsWith("man")
    ? head!.replace(/man$/, "men")
    : /[^aeo]y$/.test(head!)
      ? head!.replace(/y$/, "ies")
      : `${head}s`;
  return plural + (rest ?? "");
}
