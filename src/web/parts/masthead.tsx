/** The site's head: name, the dossier's pages, languages and the choice of light or dark. */
import { INTERFACE_LANGUAGES } from "../../model/interface-text.js";
import type { Reader } from "../reader.js";

/** Pages of a dossier in the order in which a reader asks. */
export const DOSSIER_PAGES = [
  { id: "explainer", path: "" },
  { id: "side-by-side", path: "side-by-side/" },
  { id: "commitments", path: "commitments/" },
  { id: "holding", path: "holding/" },
  { id: "map", path: "map/" },
  { id: "timeline", path: "timeline/" },
  { id: "forecasts", path: "forecasts/" },
  { id: "sources", path: "sources/" },
] as const;

/** Each language by its own name. */
const LANGUAGE_NAMES = { en: "English", uk: "Українська", ru: "Русский", ar: "العربية" } as const;

interface MastheadProps {
  reader: Reader;
  path: string;
  dossier: { id: string; page: string } | undefined;
}

export function Masthead({ reader, path, dossier }: MastheadProps) {
  const { t, link } = reader;
  return (
    <header class="masthead">
      <div class="masthead-row">
        <a class="wordmark" href={link("/")} lang="en" dir="ltr">
          Readout
        </a>
        <p class="motto">{t("motto")}</p>
        {!path.startsWith("/desk/") && <Languages reader={reader} path={path} />}
        <button type="button" class="theme" data-theme-switch hidden>
          {t("theme-switch")}
        </button>
      </div>
      {dossier && (
        <nav class="dossier-nav" aria-label={t("nav-label")}>
          <ul>
            {DOSSIER_PAGES.map((page) => (
              <li key={page.id}>
                <a
                  href={link(`/dossiers/${dossier.id}/${page.path}`)}
                  {...(page.id === dossier.page ? { "aria-current": "page" as const } : {})}
                >
                  {t(`nav-${page.id}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}

function Languages({ reader, path }: { reader: Reader; path: string }) {
  return (
    <ul class="languages" aria-label={reader.t("languages-label")}>
      {INTERFACE_LANGUAGES.map((language) => (
        <li key={language}>
          <a
            href={language === INTERFACE_LANGUAGES[0] ? path : `/${language}${path}`}
            lang={language}
            hreflang={language}
            {...(language === reader.language ? { "aria-current": "true" as const } : {})}
          >
            <span class="whole">{LANGUAGE_NAMES[language]}</span>
            <abbr class="short">{language.toUpperCase()}</abbr>
          </a>
        </li>
      ))}
    </ul>
  );
}
