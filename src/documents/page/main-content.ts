/** A page's tree -> the element that holds its main text, as Readability finds it. */
import { Readability } from "@mozilla/readability";
import type { PageTree, Piece } from "./build-dom.js";

/** A readout of a call may be this short; where Readability finds less, it looks again, less strictly. */
const FEWEST_CHARACTERS = 250;

export interface Found {
  root: Element;
  /** That the root is part of. */
  tree: PageTree;
}

/** Null where Readability finds no text. Trees are changed, so each look gets one of its own from `build`. */
export function findMainContent(build: () => PageTree): Found | null {
  return glance(build()) ?? look(build());
}

/** One try. Readability sets `body.innerHTML` before it retries, which ends it. */
function glance(tree: PageTree): Found | null {
  Object.defineProperty(tree.document.body, "innerHTML", {
    get: () => "",
    set: () => {
      throw new Error("a second try");
    },
  });
  return read(tree);
}

/** As many tries as it takes, for which the tree is copied first. */
function look(tree: PageTree): Found | null {
  keepPiecesOnRetry(tree.document, tree.pieces);
  return read(tree);
}

function read(tree: PageTree): Found | null {
  const reader = new Readability<Element>(tree.document, {
    serializer: (element) => element as Element,
    keepClasses: true,
    disableJSONLD: true,
    charThreshold: FEWEST_CHARACTERS,
  });
  try {
    const found = reader.parse();
    return found?.content ? { root: found.content, tree } : null;
  } catch {
    return null; // On trees that are built like no page it fails by itself: then it has found nothing.
  }
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
