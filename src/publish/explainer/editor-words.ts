/** An editor's Markdown and the lines of the page -> HTML, and the citations in it that hold no more. */
import MarkdownIt from "markdown-it";
import type { LineView } from "../../model/explainer.js";

export interface EditorWords {
  /** Safe to put into a page: no HTML of the editor's, no scripts, only http(s) and relative links. */
  html: string;
  /** Ids cited that no line of the record has: they block publishing. */
  lost: string[];
}

/** `[@6280b6a16a8b]`: the id of a line, which stays while the words that it stands on stay. */
const CITATION = /\[@([a-z0-9-]{1,80})\]/y;

interface CitationEnv {
  lines: ReadonlyMap<string, LineView>;
  lost: string[];
  href(line: LineView): string;
}

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
markdown.validateLink = (address) => /^(https?:\/\/|\/(?!\/)|#)/i.test(address.trim());
markdown.disable("image");
markdown.inline.ruler.before("link", "citation", (state, silent) => {
  CITATION.lastIndex = state.pos;
  const found = CITATION.exec(state.src);
  if (!found) return false;
  if (!silent) state.push("citation", "", 0).content = found[1]!;
  state.pos += found[0].length;
  return true;
});
markdown.renderer.rules.citation = (tokens, at, _options, given) => {
  const env = given as unknown as CitationEnv;
  const id = tokens[at]!.content;
  const line = env.lines.get(id);
  if (!line) {
    env.lost.push(id);
    return `<strong class="lost">[${markdown.utils.escapeHtml(id)}]</strong>`;
  }
  return `<a class="cite" href="${markdown.utils.escapeHtml(env.href(line))}">${line.number}</a>`;
};

/** `href` gives the address of a line; headings in the Markdown begin below those of the page. */
export function editorWords(text: string, lines: readonly LineView[], href: (line: LineView) => string): EditorWords {
  const env = { lines: new Map(lines.map((line) => [line.id, line])), lost: [] as string[], href };
  const tokens = markdown.parse(text, env);
  for (const token of tokens) if (/^h[1-6]$/.test(token.tag)) token.tag = `h${Math.min(6, Number(token.tag[1]) + 2)}`;
  const html = markdown.renderer.render(tokens, markdown.options, env);
  return { html, lost: [...new Set(env.lost)] };
}
