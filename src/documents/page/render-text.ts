/** An element of a page -> its words as clean text, paragraph by paragraph, each mapped to where the HTML has it. */
import type { TextBuilder } from "../../text/source-map.js";
import type { Piece } from "./build-dom.js";
import type { Furniture } from "./furniture.js";
import { letters } from "./headline.js";
import { type Block, splitBlocks } from "./split-blocks.js";

export interface Rendering {
  pieces: ReadonlyMap<Node, readonly Piece[]>;
  furniture: Furniture;
  /** Blocks that are told already, as `letters` has them: the headline. */
  told: Set<string>;
}

/** Never words of the text, whatever the page calls them. */
const NO_WORDS = new Set(["figcaption", "img", "picture", "input", "label", "title"]);

/** Adds the words below `root`; furniture, captions and what is hidden are left out. True where something was added. */
export function renderText(root: Element, rendering: Rendering, into: TextBuilder): boolean {
  const all = splitBlocks(root, (element) => isLeftOut(element, root, rendering));
  const blocks = withoutTrailing(all.filter((block) => isText(block, rendering)));
  for (const { nodes, kind, tight } of blocks) {
    into.break(tight ? 1 : 2);
    if (kind === "item") into.insert("- ");
    for (const node of nodes) addNode(node, rendering, into);
  }
  return blocks.length > 0;
}

function wordsOf({ nodes }: Block): string {
  const words = nodes.map((node) => (typeof node === "string" ? node : node.data)).join("");
  return words.replace(/\s+/g, " ").trim();
}

/** A paragraph that is one link and no sentence names another page. */
function isText(block: Block, { furniture, told }: Rendering): boolean {
  const words = wordsOf(block);
  if (!/\p{L}/u.test(words) || told.has(letters(words)) || furniture.isLine(words)) return false;
  return block.kind !== "paragraph" || !isLink(block) || /[.!?:;]["”’)]?$/.test(words);
}

function isLink({ nodes }: Block): boolean {
  return nodes.every(
    (node) => typeof node === "string" || !/\S/.test(node.data) || node.parentElement?.closest("a") != null,
  );
}

/** A heading at the end heads nothing that is left. */
function withoutTrailing(blocks: readonly Block[]): Block[] {
  const last = blocks.findLastIndex(({ kind }) => kind !== "heading");
  return last < 0 ? [...blocks] : blocks.slice(0, last + 1);
}

function addNode(node: Text | string, { pieces }: Rendering, into: TextBuilder): void {
  if (node === "\n") into.break(1);
  else if (typeof node === "string") into.insert(node);
  else {
    const own = pieces.get(node) ?? [];
    for (const [at, { at: start, from, to }] of own.entries())
      into.add(node.data.slice(start, own[at + 1]?.at), from, to);
  }
}

function isLeftOut(element: Element, root: Element, { furniture }: Rendering): boolean {
  if (element === root) return false;
  const name = element.localName;
  if (NO_WORDS.has(name) || isHidden(element)) return true;
  if (name === "figure" && element.querySelector("img, picture") !== null) return true;
  return furniture.isElement(
    element,
    () => wordLength(element),
    () => [...element.querySelectorAll("a")].reduce((sum, link) => sum + wordLength(link), 0),
  );
}

function isHidden(element: Element): boolean {
  if (element.hasAttribute("hidden") || element.getAttribute("aria-hidden") === "true") return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute("style") ?? "");
}

function wordLength(element: Element): number {
  return (element.textContent ?? "").replace(/\s+/g, " ").trim().length;
}
