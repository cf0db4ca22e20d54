/** The catalogue's glossary -> the page that says what practitioners commonly take diplomatic words to mean. */
import type { GlossaryEntry } from "../../model/catalog.js";
import { type PageContext, renderPage } from "../parts/page.js";

export function glossaryPage(context: PageContext, entries: readonly GlossaryEntry[]): string {
  const { t } = context.reader;
  const sorted = [...entries].sort((a, b) => a.term.localeCompare(b.term, "en"));
  const letters = [...new Set(sorted.map(initial))];
  return renderPage(
    context,
    {
      title: t("nav-glossary"),
      description: t("glossary-lead"),
      path: "/glossary/",
      islands: ["glossary"],
      layout: "column glossary",
    },
    <>
      <h1>{t("glossary-title")}</h1>
      <p class="standfirst">{t("glossary-lead")}</p>
      <search class="find" data-find hidden>
        <label for="find">{t("glossary-find")}</label>
        <input id="find" type="search" autocomplete="off" />
        <p role="status" data-found />
      </search>
      <nav class="letters" aria-label={t("glossary-letters")}>
        {letters.map((letter) => (
          <a href={`#letter-${letter}`} key={letter}>
            {letter}
          </a>
        ))}
      </nav>
      {letters.map((letter) => (
        <section id={`letter-${letter}`} key={letter} lang="en" dir="ltr">
          <h2>{letter}</h2>
          <dl class="terms">
            {sorted
              .filter((entry) => initial(entry) === letter)
              .map(({ id, term, meaning }) => (
                <div id={id} key={id} data-term={`${term} ${meaning}`.toLowerCase()}>
                  <dt>{term}</dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </>,
  );
}

function initial({ term }: GlossaryEntry): string {
  return term.charAt(0).toUpperCase();
}
