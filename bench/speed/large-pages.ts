/** The shapes of publishers' pages -> pages of about 100 KB each, as heavy with menus, teasers, styles and scripts as real ones. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fillShape, TEXTS } from "../../test/publishers/page-cases.js";
import { ROOT } from "./texts.js";

const BYTES = 100_000;
/** Of what is not text: scripts and styles, menus, teasers of other texts. */
const SHARES = { scripts: 0.45, menus: 0.25, teasers: 0.3 };

/** One page a shape, each of all paragraphs that there are. */
export function largePages(): Uint8Array[] {
  const shapes = readdirSync(join(ROOT, "test/publishers/shapes")).map((name) => name.replace(/\.html$/, ""));
  const text = { id: "all", title: TEXTS[0]!.title, paragraphs: TEXTS.flatMap(({ paragraphs }) => paragraphs) };
  return shapes.map((shape) => Buffer.from(padded(fillShape(shape, text))));
}

function padded(html: string): string {
  const room = BYTES - html.length;
  const head = `<script>${"window.dataLayer.push({event:'view',page:{id:17}});".repeat((room * SHARES.scripts) / 51)}</script>`;
  const menu = repeat(
    (at) =>
      `<li class="menu-item menu-item--${at}"><a class="menu-link" href="/section/${at}"><span>Section ${at}</span></a></li>`,
    room * SHARES.menus,
  );
  const teasers = repeat(
    (at) =>
      `<div class="teaser"><a href="/news/${at}"><img src="/t/${at}.jpg" alt=""><h3 class="teaser__title">Minister number ${at} meets an envoy</h3></a><time>${(at % 28) + 1} May 2025</time></div>`,
    room * SHARES.teasers,
  );
  const body = html
    .replace(/<\/head>|<body/i, (match) => `${head}${match}`)
    .replace(/(<body[^>]*>)/i, `$1<nav><ul>${menu}</ul></nav>`);
  return body.includes("</body>")
    ? body.replace("</body>", `<section class="latest">${teasers}</section></body>`)
    : body + teasers;
}

function repeat(make: (at: number) => string, length: number): string {
  const parts: string[] = [];
  for (let [at, size] = [0, 0]; size < length; at++) {
    parts.push(make(at));
    size += parts[at]!.length;
  }
  return parts.join("");
}
