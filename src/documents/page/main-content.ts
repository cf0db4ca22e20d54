/** A page's tree -> the element that holds its main text, as Readability finds it. */
import { Readability } from "@mozilla/readability";
import type { PageTree, Piece } from "./build-dom.js";

/** Readability tries again, less strictly, where it finds less; a readout of a call may be this short. */
const FEWEST_CHARACTERS = 250;

/** Null where Readability finds no text. The tree is changed: what is needed of it is taken out before. */
export function findMainContent({ document, pieces }: PageTree): Element | null {
  keepPiecesOnRetry(document, pieces);
  const reader = new Readability<Element>(document, {
    serializer: (element) => element as Element,
    keepClasses: true,
    disableJSONLD: true,
    charThreshold: FEWEST_CHARACTERS,
  });
  return reader.parse()?.content ?? null;
}

/**
 * Readability keeps `body.innerHTML` and sets it again before it retries, which would make text nodes that nobody
 * knows the place of. Here getting it keeps a copy of the tree, and setting it puts a copy back, places and all.
 */
function keepPiecesOnRetry(document: Document, pieces: Map<Node, Piece[]>): void {
  let kept: Element | null = null;
  Object.defineProperty(document.body, "innerHTML", {
    get: () => {
      kept = copy(document.body, pieces) as Element;
      return "";
    },
    set: () => {
      const fresh = copy(kept!, pieces);
      while (document.body.firstChild) document.body.firstChild.remove();
      while (fresh.firstChild) document.body.appendChild(fresh.firstChild);
    },
  });
}

/** A copy whose text nodes stand where those of the original do. */
function copy(node: Node, pieces: Map<Node, Piece[]>): Node {
  const twin = node.cloneNode(false);
  const own = pieces.get(node);
  if (own) pieces.set(twin, own);
  for (let child = node.firstChild; child; child = child.nextSibling) twin.appendChild(copy(child, pieces));
  return twin;
}
