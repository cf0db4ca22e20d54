/** What a reader may do with a page: share, listen, print, embed. Shown by the script that does it; links need none. */
import type { PageContext } from "./page.js";

interface ToolsProps {
  context: PageContext;
  dossier: string;
}

export function Tools({ context: { reader }, dossier }: ToolsProps) {
  const { t, link } = reader;
  return (
    <div class="tools">
      <span data-tools hidden>
        <button type="button" data-share data-copied={t("copied")}>
          {t("share")}
        </button>
        <button type="button" data-listen data-stop={t("listen-stop")} hidden>
          {t("listen")}
        </button>
        <button type="button" data-print>
          {t("print")}
        </button>
      </span>
      <a href={link(`/dossiers/${dossier}/embed/`)}>{t("embed")}</a>
      <details>
        <summary>{t("follow")}</summary>
        <ul>
          <li>
            <a href={`/dossiers/${dossier}/rss.xml`}>RSS</a>
          </li>
          <li>
            <a href={`/dossiers/${dossier}/atom.xml`}>Atom</a>
          </li>
          <li>
            <a href={`/dossiers/${dossier}/feed.json`}>JSON Feed</a>
          </li>
          <li>
            <a href={`/dossiers/${dossier}/calendar.ics`}>{t("calendar")}</a>
          </li>
        </ul>
      </details>
    </div>
  );
}
