/** The catalogue's page furniture, compiled -> whether an element or a block of words is part of a text. */
import type { PageFurniture } from "../../model/catalog.js";

export interface Furniture {
  /** By what the element calls itself and how little it says: a class alone could name the whole article. */
  isElement(element: Element, textLength: () => number, linkLength: () => number): boolean;
  isLine(words: string): boolean;
}

/** A block that calls itself furniture is believed up to this length, or where most of it is links. */
const LONGEST_UNLINKED = 300;
const LINKED = 0.4;
const LONGEST_LINE = 320;

const remembered = new WeakMap<readonly PageFurniture[], Furniture>();

/** Compiled once a catalogue. */
export function compileFurniture(entries: readonly PageFurniture[]): Furniture {
  const known = remembered.get(entries);
  if (known) return known;
  const words = entries.flatMap((entry) => entry.words);
  const named = new RegExp(`(?:^|[\\s_-])(?:${words.join("|")})(?=$|[\\s_-])`);
  const lines = entries.flatMap((entry) => entry.lines).map((line) => `(?:${line})`);
  const line = lines.length > 0 ? new RegExp(`^\\W*(?:${lines.join("|")})\\W*$`, "iu") : /^$a/;
  const furniture: Furniture = {
    isElement: (element, textLength, linkLength) => {
      const name = nameOf(element);
      if (name === "" || words.length === 0 || !named.test(name)) return false;
      const length = textLength();
      return length <= LONGEST_UNLINKED || linkLength() > length * LINKED;
    },
    isLine: (block) => block.length <= LONGEST_LINE && line.test(block),
  };
  remembered.set(entries, furniture);
  return furniture;
}

/** Class and id as words: "js-shareBar" -> "js-share-bar". */
function nameOf(element: Element): string {
  const name = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`.trim();
  return name.replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase();
}
