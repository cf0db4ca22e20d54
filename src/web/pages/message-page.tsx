/** What went wrong -> a page that says so and where to go on. */
import { type PageContext, renderPage } from "../parts/page.js";

/** `code` is an id of the interface's texts: `not-found`, `server-error`, `too-many-requests`. */
export function messagePage(context: PageContext, code: string): string {
  const { t, link } = context.reader;
  return renderPage(
    context,
    { title: t(`${code}-title`), description: t(`${code}-text`), path: "/", unlisted: true },
    <>
      <h1>{t(`${code}-title`)}</h1>
      <p class="standfirst">{t(`${code}-text`)}</p>
      <p>
        <a href={link("/")}>{t("nav-dossiers")}</a>
      </p>
    </>,
  );
}
