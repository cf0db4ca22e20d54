/** A page's content and what heads it -> the whole HTML document, in the reader's language. */
import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import { INTERFACE_LANGUAGES } from "../../model/interface-text.js";
import type { Assets } from "../assets.js";
import type { Reader } from "../reader.js";
import { Masthead } from "./masthead.js";
import { shown } from "./shown.js";

/** What every page is made with. */
export interface PageContext {
  reader: Reader;
  assets: Assets;
  /** Where the site is reached from outside, without a slash at its end; for addresses that leave the page. */
  origin: string;
}

export interface PageHead {
  title: string;
  description: string;
  /** Path without language, with a slash at its end. */
  path: string;
  /** The dossier whose navigation is shown, and which of its pages this is. */
  dossier?: { id: string; page: string } | undefined;
  islands?: readonly string[];
  /** Further elements of the head: feeds, cards, structured data. */
  extra?: ComponentChildren;
  /** Class of the body, for pages that break the column. */
  layout?: string;
  /** oEmbed has a frame for it. */
  isFramed?: boolean;
  /** Kept out of search engines. */
  unlisted?: boolean;
}

/** A complete document. Islands are scripts of ours; nothing is inline, nothing comes from elsewhere. */
export function renderPage(context: PageContext, head: PageHead, body: ComponentChildren): string {
  const { reader } = context;
  return `<!doctype html>\n${renderToString(
    <html lang={reader.language} dir={reader.dir}>
      <Head {...context} head={head} />
      <body class={head.layout ?? "column"}>
        <a class="skip" href="#content">
          {reader.t("skip-to-content")}
        </a>
        <Masthead reader={reader} path={head.path} dossier={head.dossier} />
        <main id="content" tabIndex={-1}>
          {body}
        </main>
        <Footer reader={reader} />
      </body>
    </html>,
  )}\n`;
}

function Head({ reader, assets, origin, head }: PageContext & { head: PageHead }) {
  const address = (language: string) =>
    `${origin}${language === INTERFACE_LANGUAGES[0] ? "" : `/${language}`}${head.path}`;
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{`${shown(head.title)} · Readout`}</title>
      <meta name="description" content={shown(head.description)} />
      {head.unlisted && <meta name="robots" content="noindex" />}
      <link rel="canonical" href={address(reader.language)} />
      {!head.unlisted &&
        INTERFACE_LANGUAGES.map((language) => (
          <link rel="alternate" hreflang={language} href={address(language)} key={language} />
        ))}
      <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
      {assets.preload(reader.language).map((href) => (
        <link rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" key={href} />
      ))}
      {assets.styles.map((href) => (
        <link rel="stylesheet" href={href} key={href} />
      ))}
      {["page", ...(head.islands ?? [])].map((name) => (
        <script type="module" src={assets.island(name)} key={name} />
      ))}
      {head.isFramed && (
        <link
          rel="alternate"
          type="application/json+oembed"
          href={`${origin}/oembed?url=${encodeURIComponent(`${origin}${head.path}`)}`}
        />
      )}
      {head.extra}
    </head>
  );
}

function Footer({ reader: { t, link } }: { reader: Reader }) {
  return (
    <footer class="site-foot">
      <p>{t("footer-promise")}</p>
      <ul>
        <li>
          <a href={link("/")}>{t("nav-dossiers")}</a>
        </li>
        <li>
          <a href={link("/glossary/")}>{t("nav-glossary")}</a>
        </li>
      </ul>
    </footer>
  );
}
