/** What is published -> the path of every page and file of the public side, in every language. */
import { INTERFACE_LANGUAGES } from "../model/interface-text.js";
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
  return [...everywhere, ...files];
}

function pagesOf({ id, explainer, commitments, revisions }: SiteDossier): string[] {
  const below = [
    ...Object.keys(DOSSIER_PAGES).map((path) => path.slice(1)),
    ...explainer.sources.map((source) => `sources/${source.id}/`),
    ...commitments.map(({ commitment }) => `commitments/${commitment.id}/`),
    ...revisions.map(({ number }) => `revisions/${number}/`),
    "embed/points/",
    ...explainer.lines.map(({ number }) => `embed/${number}/`),
  ];
  return below.map((path) => `/dossiers/${id}/${path}`);
}
