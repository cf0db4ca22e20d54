/** The JSON-LD of a page -> what schema.org says of its article: headline, times, authors, publisher, language. */

export interface StructuredArticle {
  headline: string | null;
  datePublished: string | null;
  dateModified: string | null;
  authors: string[];
  publisher: string | null;
  language: string | null;
  translationOf: string | null;
}

const ARTICLE = /Article|Report|PressRelease|Statement|BlogPosting|WebPage|GovernmentService|LiveBlog/;
const MOST_NODES = 500;

/** The article of the kind that says most; null where there is none. Data that is no JSON is passed over. */
export function readStructuredData(blocks: readonly string[]): StructuredArticle | null {
  const nodes = blocks.flatMap((block) => nodesOf(parse(block)));
  const articles = nodes.filter((node) => ARTICLE.test(String(node["@type"])));
  const best =
    articles.find((node) => node.datePublished && node.headline) ??
    articles.find((node) => node.datePublished) ??
    articles[0];
  if (!best) return null;
  return {
    headline: text(best.headline),
    datePublished: text(best.datePublished),
    dateModified: text(best.dateModified),
    authors: listed(best.author)
      .concat(listed(best.sourceOrganization))
      .flatMap((one) => name(one) ?? []),
    publisher: name(best.publisher),
    language: name(best.inLanguage),
    translationOf: name((best.translationOfWork as Json | undefined)?.inLanguage),
  };
}

type Json = Record<string, unknown>;

function parse(block: string): unknown {
  try {
    return JSON.parse(block.trim());
  } catch {
    return null; // Pages' data is often cut or badly quoted; the page itself still tells.
  }
}

/** The objects at the top, in a list or under `@graph` and `mainEntity`, as pages have them. */
function nodesOf(value: unknown): Json[] {
  const found: Json[] = [];
  const queue = [value];
  while (queue.length > 0 && found.length < MOST_NODES) {
    const next = queue.shift();
    if (Array.isArray(next)) queue.push(...next.slice(0, MOST_NODES));
    else if (typeof next === "object" && next !== null) {
      found.push(next as Json);
      queue.push((next as Json)["@graph"], (next as Json).mainEntity);
    }
  }
  return found;
}

function listed(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, 20) : value === undefined || value === null ? [] : [value];
}

function name(value: unknown): string | null {
  if (typeof value === "object" && value !== null)
    return text((value as Json).name) ?? text((value as Json).alternateName);
  return text(value);
}

function text(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim().slice(0, 500) : null;
}
