/** A dossier's draft -> the form in which an editor writes the page, with the lines to cite beside it, and publishes it. */
import { SECTIONS } from "../../model/explainer.js";
import type { DeskDossier, Person } from "../desk.js";
import { relationWords } from "../parts/line.js";
import type { PageContext } from "../parts/page.js";
import { shown } from "../parts/shown.js";
import type { Reader } from "../reader.js";
import { deskPage, Fault } from "./desk-page.js";

export function writePage(context: PageContext, person: Person, dossier: DeskDossier, fault: string | null): string {
  const { reader } = context;
  const { t } = reader;
  const { entry, published, preview } = dossier;
  return deskPage(
    context,
    person,
    { title: `${t("write")}: ${entry.title}`, layout: "write" },
    <>
      <h1>{shown(entry.title)}</h1>
      <p class="facts">
        {published ? t("is-public-since", { at: reader.instant(published.updatedAt!, published.zone) }) : t("is-draft")}{" "}
        · <a href={`/desk/dossiers/${entry.id}/`}>{t("queue")}</a> ·{" "}
        <a href={`/desk/dossiers/${entry.id}/preview/`}>{t("preview")}</a>
        {published && (
          <>
            {" · "}
            <a href={`/dossiers/${entry.id}/`}>{t("public-page")}</a>
          </>
        )}
      </p>
      <Fault message={fault} />
      {preview.explainer.lostCitations.length > 0 && (
        <Fault message={t("citations-lost", { ids: preview.explainer.lostCitations.join(", ") })} />
      )}
      <Actions dossier={dossier} reader={reader} />
      <div class="write-columns">
        <WriteForm dossier={dossier} reader={reader} />
        <Citable dossier={dossier} reader={reader} />
      </div>
    </>,
  );
}

function Actions({ dossier: { entry, published, drafts }, reader: { t } }: { dossier: DeskDossier; reader: Reader }) {
  const action = (what: string) => `/desk/dossiers/${entry.id}/${what}/`;
  return (
    <div class="buttons">
      <form method="post" action={action("publish")}>
        <button type="submit" class="primary">
          {t(published ? "publish-again" : "publish")}
        </button>
      </form>
      {published && (
        <form method="post" action={action("take-back")}>
          <button type="submit">{t("take-back")}</button>
        </form>
      )}
      {drafts > 1 && (
        <form method="post" action={action("undo")}>
          <button type="submit">{t("undo")}</button>
        </form>
      )}
    </div>
  );
}

function WriteForm({
  dossier: { entry, draft, version, preview },
  reader: { t },
}: {
  dossier: DeskDossier;
  reader: Reader;
}) {
  return (
    <form method="post" action={`/desk/dossiers/${entry.id}/write/`} class="form">
      <input type="hidden" name="version" value={version} />
      <label>
        <span>{t("write-headline")}</span>
        <input name="headline" maxLength={300} value={draft.headline ?? ""} placeholder={preview.explainer.headline} />
      </label>
      <label>
        <span>{t("write-standfirst")}</span>
        <textarea name="standfirst" rows={3} maxLength={1000} placeholder={preview.explainer.standfirst}>
          {draft.standfirst ?? ""}
        </textarea>
      </label>
      <div class="form-row">
        <label>
          <span>{t("write-byline")}</span>
          <input name="byline" maxLength={200} value={draft.byline ?? ""} />
        </label>
        <label>
          <span>{t("write-agencies")}</span>
          <input name="agencies" value={draft.agencies.join(", ")} />
        </label>
        <label>
          <span>{t("write-zone")}</span>
          <input name="zone" value={draft.zone} dir="ltr" />
        </label>
      </div>
      <p class="facts">{t("write-markdown")}</p>
      {SECTIONS.map((section) => (
        <label key={section}>
          <span>{t(`section-${section}`)}</span>
          <textarea name={section} rows={3} maxLength={40_000}>
            {draft.words[section] ?? ""}
          </textarea>
        </label>
      ))}
      <button type="submit" class="primary">
        {t("save-draft")}
      </button>
    </form>
  );
}

function Citable({ dossier: { preview }, reader }: { dossier: DeskDossier; reader: Reader }) {
  return (
    <aside class="citable">
      <h2>{reader.t("citable")}</h2>
      <ol>
        {preview.explainer.lines.map((line) => (
          <li key={line.id}>
            <code dir="ltr">[@{line.id}]</code> <b>{shown(line.subject)}</b>{" "}
            <span class="facts">{relationWords(line, preview.explainer, reader)}</span>
          </li>
        ))}
      </ol>
    </aside>
  );
}
