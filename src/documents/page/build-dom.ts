/** A page's HTML -> a document tree whose text nodes know where they stand in the HTML; nothing in it is ever run. */
import { Parser } from "htmlparser2";
import { parseHTML } from "linkedom";
import { ReadoutError } from "../../model/problem.js";

/** A piece of a text node: `text.slice(at, …)` was written at `from` to `to` of the HTML. */
export interface Piece {
  at: number;
  from: number;
  to: number;
}

export interface PageTree {
  document: Document;
  /** The pieces of each text node, in order. */
  pieces: Map<Node, Piece[]>;
  /** Contents of `application/ld+json` elements. */
  structured: string[];
}

/** What holds no words of the text and costs time: dropped while the tree is built. */
const DROPPED = new Set(
  "script style noscript template svg math iframe object embed canvas audio video map button select option textarea nav dialog".split(
    " ",
  ),
);
const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
const DROPPED_ROLES = /^(navigation|banner|search|menu|menubar|toolbar|dialog|alertdialog|contentinfo|complementary)$/;

const CONTAINERS = new Set("div section ul ol table aside header footer form dl p".split(" "));
const MANY_LINKS = 6;
const SENTENCE = 60;

/** The HTML standard leaves the depth open; browsers stop at 512, pages at 60. */
const DEEPEST = 100;
const MOST_ELEMENTS = 60_000;
const MOST_STRUCTURED = 400_000;
const LONGEST_ATTRIBUTE = 4_000;

/** Attributes that anybody asks for; making the others would take as long as making the elements. */
const ATTRIBUTES =
  "alt aria-hidden class content data-src datetime dir height hidden href http-equiv id itemprop lang name property pubdate rel role src srcset style type width";

/**
 * `selectors` are the strings whose attributes are kept too. `prunes` leaves out lists of links, as no text holds them. Throws ReadoutError `page-too-large` for more than
 * 60,000 elements; what is nested deeper than 100 is flattened.
 */
export function buildDom(html: string, source: string, selectors: unknown, prunes: boolean): PageTree {
  const { document } = parseHTML("<!doctype html><html><head></head><body></body></html>");
  const named = (JSON.stringify(selectors) ?? "").match(/(?<=\[)[\w:-]+/g) ?? [];
  const builder = new Builder(
    document as unknown as Document,
    source,
    new Set([...ATTRIBUTES.split(" "), ...named]),
    prunes,
  );
  const parser = new Parser(builder.handlers(), { decodeEntities: true, lowerCaseTags: true });
  builder.parser = parser;
  parser.end(html);
  return { document: document as unknown as Document, pieces: builder.pieces, structured: builder.structured };
}

/** An element that is not closed yet; `node` is null where it was flattened into its parent. */
interface Open {
  name: string;
  node: Element | null;
  /** Of all below it so far. */
  links: number;
  longest: number;
  headline: boolean;
  linked: boolean;
}

class Builder {
  readonly pieces = new Map<Node, Piece[]>();
  readonly structured: string[] = [];
  parser!: Parser;
  private readonly document: Document;
  private readonly source: string;
  private readonly stack: Open[] = [];
  private parent: Element;
  private dropping = 0;
  private json: string | null = null;
  private readonly attributes: ReadonlySet<string>;
  private readonly prunes: boolean;
  private elements = 0;

  constructor(document: Document, source: string, attributes: ReadonlySet<string>, prunes: boolean) {
    this.prunes = prunes;
    this.attributes = attributes;
    this.document = document;
    this.source = source;
    this.parent = document.body;
  }

  handlers() {
    return {
      onopentag: (name: string, attributes: Record<string, string>) => this.open(name, attributes),
      onclosetag: (name: string) => this.close(name),
      ontext: (text: string) => this.text(text),
    };
  }

  private open(name: string, attributes: Record<string, string>): void {
    if (this.dropping > 0) {
      if (!VOID.has(name)) this.dropping++;
      return;
    }
    if (name === "script" && attributes.type?.trim().toLowerCase() === "application/ld+json") this.json = "";
    if (DROPPED.has(name) || DROPPED_ROLES.test(attributes.role ?? "")) {
      if (!VOID.has(name)) this.dropping = 1;
      return;
    }
    this.elements++;
    if (this.elements > MOST_ELEMENTS) throw tooMany(this.source);
    const node = this.nodeFor(name, attributes);
    if (VOID.has(name)) return;
    const linked = name === "a" || this.stack.at(-1)?.linked === true;
    this.stack.push({ name, node, links: name === "a" ? 1 : 0, longest: 0, headline: name === "h1", linked });
    if (node) this.parent = node === this.document.documentElement ? this.document.body : node;
  }

  /** The three elements every tree has take the attributes of theirs; deeper ones than `DEEPEST` are not made. */
  private nodeFor(name: string, attributes: Record<string, string>): Element | null {
    const own = name === "html" ? this.document.documentElement : name === "head" ? this.document.head : null;
    const node = own ?? (name === "body" ? this.document.body : null) ?? this.create(name);
    if (!node) return null;
    for (const [key, value] of Object.entries(attributes))
      if (this.attributes.has(key)) node.setAttribute(key, bounded(value));
    return node;
  }

  private create(name: string): Element | null {
    if (this.stack.length >= DEEPEST || !/^[a-z][\w:.-]*$/.test(name)) return null;
    const node = this.document.createElement(name);
    this.parent.appendChild(node);
    return node;
  }

  private close(name: string): void {
    if (this.dropping > 0) {
      if (VOID.has(name)) return;
      this.dropping--;
      if (this.dropping === 0 && this.json !== null) {
        if (this.json.length < MOST_STRUCTURED) this.structured.push(this.json);
        this.json = null;
      }
      return;
    }
    if (VOID.has(name) || this.stack.at(-1)?.name !== name) return;
    const open = this.stack.pop()!;
    this.count(open);
    if (open.node === null) return;
    const outer = this.stack.findLast(({ node }) => node !== null)?.node;
    this.parent = !outer || outer === this.document.documentElement ? this.document.body : outer;
    if (this.prunes && isListOfLinks(open)) open.node.remove();
  }

  private count({ links, longest, headline }: Open): void {
    const outer = this.stack.at(-1);
    if (!outer) return;
    outer.links += links;
    outer.longest = Math.max(outer.longest, longest);
    outer.headline ||= headline;
  }

  private text(text: string): void {
    if (this.dropping > 0) {
      if (this.json !== null && this.json.length < MOST_STRUCTURED) this.json += text;
      return;
    }
    const open = this.stack.at(-1);
    if (open && !open.linked && text.length > open.longest) open.longest = Math.max(open.longest, text.trim().length);
    const from = this.parser.startIndex;
    const to = this.parser.endIndex + 1;
    if (text.length !== to - from) this.add(text, from, to);
    else for (const [words, at, length] of collapsed(text)) this.add(words, from + at, from + at + length);
  }

  private add(words: string, from: number, to: number): void {
    const last = this.parent.lastChild as Text | null;
    if (last && last.nodeType === 3) {
      this.pieces.get(last)!.push({ at: last.data.length, from, to });
      last.data += words;
      return;
    }
    const node = this.document.createTextNode(words);
    this.parent.appendChild(node);
    this.pieces.set(node, [{ at: 0, from, to }]);
  }
}

/** Those who read attributes split them by expressions that much white space makes slow. */
function bounded(value: string): string {
  return value.slice(0, LONGEST_ATTRIBUTE).replace(/\s+/g, " ");
}

/** Pieces of words, where they begin and how long they are; white space is one blank, for much of it makes readers slow. */
function* collapsed(text: string): Generator<[words: string, at: number, length: number]> {
  let after = 0;
  for (const { index, 0: blank } of text.matchAll(/\s{2,}/g)) {
    if (index > after) yield [text.slice(after, index), after, index - after];
    yield [" ", index, blank.length];
    after = index + blank.length;
  }
  if (after < text.length) yield [text.slice(after), after, text.length - after];
}

/** Menus and lists of other texts: many links, and between them nothing as long as a sentence. */
function isListOfLinks({ name, links, longest, headline }: Open): boolean {
  return CONTAINERS.has(name) && links >= MANY_LINKS && longest < SENTENCE && !headline;
}

function tooMany(source: string): ReadoutError {
  const message = `${source}: the page has more than ${MOST_ELEMENTS} elements. Save the text you want and give that.`;
  return new ReadoutError("page-too-large", message);
}
