/** What is published -> the path of every page and file of the public side, in every language. */
import { INTERFACE_LANGUAGES } from "../model/interface-text.js";
import { embeddable } from "./pages/embed-page.js";
import { DOSSIER_FILES, hasFile } from "./routes/dossier-file-routes.js";
import { DOSSIER_PAGES } from "./routes/page-routes.js";
import type { SiteDossier } from "./site.js";

export function publicPaths(dossiers: readonly SiteDossier[]): string[] {
  const pages = ["/", "/glossary/", ...dossiers.flatMap(pagesOf)];
  const everywhere = INTERFACE_LANGUAGES.flatMap((language, at) =>
    pages.map((path) => (at === 0 ? path : `/${language}${path}`)),
  );
  const files = dossiers.flatMap((dossier) =>
    Object.keys(DOSSIER_FILES)
      .filter((file) => hasFile(dossier, file))
      .map((file) => `/dossiers/${dossier.id}/${file}`),
  );
  const pictures = dossiers.flatMap(({ id, explainer, pictures: kept }) => {
    const shown = explainer.edition.picture?.url;
    return shown !== undefined && kept.has(shown) ? [`/dossiers/${id}/pictures/${shown}`] : [];
  });
  return [...everywhere, ...files, ...pictures];
}

function pagesOf(dossier: SiteDossier): string[] {
  const { id, explainer, commitments, revisions } = dossier;
  const below = [
    ...Object.keys(DOSSIER_PAGES).map((path) => path.slice(1)),
    ...[...explainer.sources, ...explainer.otherSources].map((source) => `sources/${source.id}/`),
    ...commitments.map(({ commitment }) => `commitments/${commitment.id}/`),
    ...revisions.map(({ number }) => `revisions/${number}/`),
    ...embeddable(dossier).map((what) => `embed/${what}/`),
  ];
  return below.map((path) => `/dossiers/${id}/${path}`);
}
