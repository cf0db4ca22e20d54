/** A Comparison and its texts -> one HTML page that needs nothing else: no network, no file beside it. */
import { createHash } from "node:crypto";
import { renderToString } from "preact-render-to-string";
import type { Comparison, ComparisonSource } from "../model/comparison.js";
import { safeForTerminal } from "../text/terminal-text.js";
import { Items } from "./html-items.js";
import { Texts } from "./html-texts.js";
import type { Names } from "./names.js";
import { pageScript } from "./page-script.js";
import { filterStyle, PAGE_STYLE } from "./page-style.js";
import { dateWords, GENRES, VOICES } from "./plain-words.js";
import { sectionsOf, sourceName } from "./sections.js";

export interface HtmlOptions {
  names: Names;
  /** The text of each source by its id: what the spans are offsets into. */
  texts: ReadonlyMap<string, string>;
}

/**
 * The page asks of the browser only what its content security policy names: one style and one script by their hash.
 * Everything in it works without the script, through anchors and `:has()`; the script scrolls all texts at once.
 */
export function comparisonHtml(comparison: Comparison, { names, texts }: HtmlOptions): string {
  const sections = sectionsOf(comparison, names);
  const style = PAGE_STYLE + filterStyle(sections.map(({ key }) => key));
  const page = (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={policy(style, pageScript)} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{`What has each side agreed to? ${comparison.sources.map(({ id }) => shown(id)).join(", ")}`}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <a class="skip" href="#texts">
          Skip to the texts
        </a>
        <Opening sources={comparison.sources} names={names} />
        <main>
          <Items comparison={comparison} sections={sections} names={names} />
          <Texts sources={comparison.sources} sections={sections} names={names} texts={texts} />
        </main>
        <script dangerouslySetInnerHTML={{ __html: pageScript }} />
      </body>
    </html>
  );
  return `<!doctype html>\n${renderToString(page)}\n`;
}

function Opening({ sources, names }: { sources: readonly ComparisonSource[]; names: Names }) {
  return (
    <header>
      <h1>What has each side agreed to?</h1>
      <ul class="sources">
        {sources.map((source) => (
          <li key={source.id}>
            <strong>{shown(sourceName(source, names))}</strong>
            {source.title && !source.voice && (
              <span class="title" lang={source.language}>
                {shown(source.title)}
              </span>
            )}
            <span class="facts">{facts(source)}</span>
          </li>
        ))}
      </ul>
      <details>
        <summary>How to read this page</summary>
        <p>
          Readout compared these texts by its rules engine, offline. Words in “…” and marked words are exact words of
          the texts; the line above a quote is the engine’s reading of it. Firm, fairly firm, soft and no commitment
          grade how far the words bind. The engine can err: check the words in their place. What a text does not settle
          is left open, never guessed; “cannot tell” is an answer, and silence is told only of a whole text.
        </p>
      </details>
    </header>
  );
}

function facts(source: ComparisonSource): string {
  if (source.voice) return VOICES[source.voice.kind];
  const whole = source.complete ? "whole text" : "cut or excerpt";
  return [GENRES[source.genre], dateWords(source.published), whole, ...(source.translated ? ["translation"] : [])].join(
    " · ",
  );
}

function policy(style: string, script: string): string {
  return `default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(script)}'; base-uri 'none'; form-action 'none'`;
}

function hashOf(code: string): string {
  return `sha256-${createHash("sha256").update(code).digest("base64")}`;
}

/** Control and directional characters are shown in a page as they are in a terminal: they are not obeyed. */
function shown(text: string): string {
  return safeForTerminal(text);
}
