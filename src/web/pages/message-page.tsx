/** What went wrong -> a page that says so and where to go on. */
import { type PageContext, renderPage } from "../parts/page.js";
import { shown } from "../parts/shown.js";

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

/** What a reader or an editor asked for and did not get, in the words of the refusal. */
export function refusalPage(context: PageContext, message: string): string {
  const { t, link } = context.reader;
  return renderPage(
    context,
    { title: t("refused-title"), description: t("refused-title"), path: "/", unlisted: true },
    <>
      <h1>{t("refused-title")}</h1>
      <p class="standfirst" lang="en" dir="auto">
        {shown(message)}
      </p>
      <p>
        <a href={link("/")}>{t("nav-dossiers")}</a>
      </p>
    </>,
  );
}
