/** A dossier's draft -> the form in which an editor writes the page, with the lines to cite beside it, and publishes it. */
import { type Edition, type Picture, SECTIONS } from "../../model/explainer.js";
import type { DeskDossier, Person } from "../desk.js";
import { EditionDiff } from "../parts/edition-diff.js";
import { relationWords } from "../parts/line.js";
import type { PageContext } from "../parts/page.js";
import { shown } from "../parts/shown.js";
import type { Reader } from "../reader.js";
import { deskPage, Fault } from "./desk-page.js";

/** What stands in the way of what an editor has sent; `sent` stays in the form, beside what is saved where that differs. */
export interface WriteView {
  fault?: string;
  sent?: Edition;
  conflict?: boolean;
}

export function writePage(context: PageContext, person: Person, dossier: DeskDossier, view: WriteView = {}): string {
  const { reader } = context;
  const { t } = reader;
  const { entry, published, preview, draft } = dossier;
  const { fault = null, sent = draft, conflict = false } = view;
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
        <div>
          {conflict && <Conflict saved={draft} sent={sent} reader={reader} />}
          <WriteForm dossier={dossier} edition={sent} reader={reader} />
          <Drafts dossier={dossier} reader={reader} />
        </div>
        <Citable dossier={dossier} reader={reader} />
      </div>
    </>,
  );
}

interface OfDossier {
  dossier: DeskDossier;
  reader: Reader;
}

/** Saving stands first, since it is what the Enter key of a field does; publishing takes what the form holds with it. */
function Actions({ dossier: { entry, published, mayUndo }, reader: { t } }: OfDossier) {
  const action = (what: string) => `/desk/dossiers/${entry.id}/${what}/`;
  return (
    <div class="buttons">
      <button type="submit" form={FORM}>
        {t("save-draft")}
      </button>
      <button type="submit" form={FORM} name="then" value="publish" class="primary">
        {t(published ? "publish-again" : "publish")}
      </button>
      {published && (
        <form method="post" action={action("take-back")}>
          <button type="submit">{t("take-back")}</button>
        </form>
      )}
      {mayUndo && (
        <form method="post" action={action("undo")}>
          <button type="submit">{t("undo")}</button>
        </form>
      )}
    </div>
  );
}

/** Earlier drafts, the newest first: each is one press away. */
function Drafts({ dossier: { entry, drafts }, reader: { t, instant } }: OfDossier) {
  const earlier = drafts.slice(1, 1 + MOST_DRAFTS);
  if (earlier.length === 0) return null;
  return (
    <details class="drafts">
      <summary>{t("drafts-before", { count: earlier.length })}</summary>
      <ol>
        {earlier.map(({ seq, at, author }) => (
          <li key={seq}>
            <form method="post" action={`/desk/dossiers/${entry.id}/restore/`}>
              <input type="hidden" name="version" value={seq} />
              <button type="submit">{t("draft-restore", { at: instant(at, "UTC") })}</button>{" "}
              <span class="facts">{shown(author)}</span>
            </form>
          </li>
        ))}
      </ol>
    </details>
  );
}

function Conflict({ saved, sent, reader }: { saved: Edition; sent: Edition; reader: Reader }) {
  return (
    <section class="conflict">
      <h2>{reader.t("conflict-title")}</h2>
      <p class="facts">{reader.t("conflict-lead")}</p>
      <EditionDiff before={saved} after={sent} reader={reader} heading="h3" />
    </section>
  );
}

const FORM = "write-form";
const MOST_DRAFTS = 30;

interface WriteFormProps extends OfDossier {
  edition: Edition;
}

function WriteForm({ dossier: { entry, version, preview }, edition: draft, reader: { t } }: WriteFormProps) {
  return (
    <form
      method="post"
      action={`/desk/dossiers/${entry.id}/write/`}
      class="form"
      id={FORM}
      encType="multipart/form-data"
    >
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
      <PictureFields dossier={entry.id} picture={draft.picture} t={t} />
      <p class="facts">{t("write-markdown")}</p>
      {SECTIONS.map((section) => (
        <label key={section}>
          <span>{t(`section-${section}`)}</span>
          <textarea name={section} rows={3} maxLength={40_000}>
            {draft.words[section] ?? ""}
          </textarea>
        </label>
      ))}
      <button type="submit">{t("save-draft")}</button>
    </form>
  );
}

const PICTURE_WORDS = ["alt", "caption", "credit"] as const;

function PictureFields({ dossier, picture, t }: { dossier: string; picture: Picture | null; t: Reader["t"] }) {
  return (
    <fieldset class="picture-fields">
      <legend>{t("write-picture")}</legend>
      {picture && (
        <>
          <img src={`/desk/dossiers/${dossier}/pictures/${picture.url}`} alt={shown(picture.alt)} />
          <input type="hidden" name="picture" value={picture.url} />
          <label class="check">
            <input type="checkbox" name="picture-drop" value="1" /> <span>{t("picture-drop")}</span>
          </label>
        </>
      )}
      <label>
        <span>{t("picture-file")}</span>
        <input type="file" name="picture-file" accept="image/jpeg,image/png,image/webp,image/avif" />
      </label>
      {PICTURE_WORDS.map((field) => (
        <label key={field}>
          <span>{t(`write-picture-${field}`)}</span>
          <input name={`picture-${field}`} maxLength={field === "credit" ? 300 : 1000} value={picture?.[field] ?? ""} />
        </label>
      ))}
    </fieldset>
  );
}

function Citable({ dossier: { preview }, reader }: OfDossier) {
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
