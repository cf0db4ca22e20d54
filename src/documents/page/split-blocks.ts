/** An element of a page -> the blocks of words below it, in order: paragraphs, headings, items of lists, rows of tables. */

export interface Block {
  /** Text nodes, line breaks ("\n") and bars between cells (" | "). */
  nodes: (Text | string)[];
  kind: "paragraph" | "heading" | "item";
  /** Stands right below the block before it: a further item of a list, a further row of a table. */
  tight: boolean;
}

const BLOCKS = new Set(
  "address article aside blockquote body center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody thead tfoot tr ul".split(
    " ",
  ),
);
const HEADING = /^h[1-6]$/;

/** `leftOut` says which elements are passed over with all that is in them. */
export function splitBlocks(root: Element, leftOut: (element: Element) => boolean): Block[] {
  const splitter = new Splitter(leftOut);
  splitter.walk(root);
  return splitter.blocks;
}

class Splitter {
  readonly blocks: Block[] = [];
  private readonly leftOut: (element: Element) => boolean;
  private open: Block | null = null;
  /** What the next block will be. */
  private next: Pick<Block, "kind" | "tight"> = { kind: "paragraph", tight: false };
  private lineBreaks = 0;

  constructor(leftOut: (element: Element) => boolean) {
    this.leftOut = leftOut;
  }

  walk(node: Node): void {
    if (node.nodeType === 3) this.addText(node as Text);
    else if (node.nodeType === 1 && !this.leftOut(node as Element)) this.addElement(node as Element);
  }

  private addText(node: Text): void {
    const isBlank = !/\S/.test(node.data);
    if (!this.open) {
      if (isBlank) return;
      this.open = { nodes: [], ...this.next };
      this.blocks.push(this.open);
      this.next = { kind: "paragraph", tight: false };
    }
    if (!isBlank) this.lineBreaks = 0;
    this.open.nodes.push(node);
  }

  private addElement(element: Element): void {
    const name = element.localName;
    if (name === "br") {
      this.breakLine();
      return;
    }
    const isBlock = BLOCKS.has(name);
    if (isBlock) this.close();
    if (name === "li") this.next = { kind: "item", tight: follows(element, "li") };
    else if (name === "tr") this.next = { kind: "paragraph", tight: follows(element, "tr") };
    else if (HEADING.test(name)) this.next = { kind: "heading", tight: false };
    else if ((name === "td" || name === "th") && element.previousElementSibling) this.open?.nodes.push(" | ");
    for (let child = element.firstChild; child; child = child.nextSibling) this.walk(child);
    if (isBlock) this.close();
    if (name === "li" || HEADING.test(name)) this.next = { kind: "paragraph", tight: false };
  }

  /** Two in a row begin a paragraph, as pages without paragraphs have it. */
  private breakLine(): void {
    this.lineBreaks++;
    if (this.lineBreaks > 1) this.close();
    else this.open?.nodes.push("\n");
  }

  private close(): void {
    this.open = null;
    this.lineBreaks = 0;
  }
}

function follows(element: Element, name: string): boolean {
  return element.previousElementSibling?.localName === name;
}
