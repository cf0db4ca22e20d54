/** A dossier's acts -> the queue, page by page: each with its words in their place beside it, to confirm, reject or correct. */
import type { ComponentChildren } from "preact";
import type { ReviewState } from "../../model/dossier.js";
import type { DeskAct, DeskDossier, Person } from "../desk.js";
import type { PageContext } from "../parts/page.js";
import { shown, shownLines } from "../parts/shown.js";
import { actSentence } from "../parts/side.js";
import { Strength } from "../parts/strength.js";
import type { Reader } from "../reader.js";
import { CorrectForm, type SentCorrection } from "./correct-form.js";
import { deskPage } from "./desk-page.js";

const AROUND_CHARACTERS = 260;
const ACTS_A_PAGE = 40;

/** What the page is asked for, beside the dossier. */
export interface QueueView {
  page: number;
  /** Acts that were just decided: they are told at their place, and can be put back. */
  done: readonly string[];
  sent: SentCorrection | null;
}

export function queuePage(context: PageContext, person: Person, dossier: DeskDossier, view: QueueView): string {
  const { reader } = context;
  const { t } = reader;
  const { entry, acts, preview } = dossier;
  const waiting = acts.filter(({ review }) => review === "waiting");
  const ordered = [...waiting, ...acts.filter(({ review }) => review !== "waiting")];
  const pages = Math.max(1, Math.ceil(ordered.length / ACTS_A_PAGE));
  const asked = view.sent ? pageWith(ordered, view.sent.act) : view.page;
  const page = Math.min(pages, Math.max(1, asked));
  const here = ordered.slice((page - 1) * ACTS_A_PAGE, page * ACTS_A_PAGE);
  const done = acts.filter(({ act }) => view.done.includes(act.id));
  const noticeAt = done.length > 0 ? placeOfNotice(acts, here, done) : -1;
  return deskPage(
    context,
    person,
    { title: entry.title, layout: "queue" },
    <>
      <h1>{shown(entry.title)}</h1>
      <p class="facts">
        {waiting.length > 0 ? t("waiting", { count: waiting.length }) : t("nothing-waits")} ·{" "}
        <a href={`/desk/dossiers/${entry.id}/write/`}>{t("write")}</a> ·{" "}
        <a href={`/desk/dossiers/${entry.id}/preview/`}>{t("preview")}</a> ·{" "}
        <a href={`/desk/dossiers/${entry.id}/corrections.ndjson`}>{t("corrections")}</a> ·{" "}
        <a href={`/desk/dossiers/${entry.id}/marks.tar`}>{t("marks")}</a>
      </p>
      <ConfirmAll here={here} dossier={entry.id} reader={reader} />
      {acts.length === 0 && <p class="empty">{t("empty-lines")}</p>}
      <datalist id="lines">
        {preview.explainer.lines.map(({ number, subject }) => (
          <option value={number} key={number}>
            {shown(subject)}
          </option>
        ))}
      </datalist>
      <ol class="queue-acts">
        {here.map((each, at) => (
          <>
            {at === noticeAt && <Done done={done} dossier={entry.id} reader={reader} />}
            <QueueAct entry={each} dossier={dossier} reader={reader} sent={view.sent} key={each.act.id} />
          </>
        ))}
        {noticeAt === here.length && <Done done={done} dossier={entry.id} reader={reader} />}
      </ol>
      <Turn page={page} pages={pages} dossier={entry.id} reader={reader} />
    </>,
  );
}

function pageWith(ordered: readonly DeskAct[], id: string): number {
  return Math.floor(ordered.findIndex(({ act }) => act.id === id) / ACTS_A_PAGE) + 1;
}

/** Before the next act of the text that waits: who goes on by keyboard comes to it. */
function placeOfNotice(acts: readonly DeskAct[], here: readonly DeskAct[], done: readonly DeskAct[]): number {
  const last = acts.indexOf(done.at(-1)!);
  const next = here.findIndex((each) => each.review === "waiting" && acts.indexOf(each) > last);
  const waiting = here.findIndex(({ review }) => review !== "waiting");
  return next >= 0 ? next : waiting >= 0 ? waiting : here.length;
}

interface OfDossier {
  dossier: string;
  reader: Reader;
}

function ConfirmAll({ here, dossier, reader: { t } }: OfDossier & { here: readonly DeskAct[] }) {
  const waiting = here.filter(({ review }) => review === "waiting");
  if (waiting.length < 2) return null;
  return (
    <Decide acts={waiting} dossier={dossier} class="bulk">
      <button type="submit" name="decision" value="published">
        {t("confirm-all", { count: waiting.length })}
      </button>
    </Decide>
  );
}

function Done({ done, dossier, reader }: OfDossier & { done: readonly DeskAct[] }) {
  const { t } = reader;
  const [{ act, review, corrected }] = done as [DeskAct];
  const count = done.length;
  if (corrected && count === 1)
    return (
      <li id="done" class="done" tabIndex={-1}>
        <UndoCorrection act={act.id} dossier={dossier} reader={reader}>
          <span role="status">{t("done-corrected")}</span>
        </UndoCorrection>
      </li>
    );
  return (
    <li id="done" class="done" tabIndex={-1}>
      <Decide acts={done} dossier={dossier} class="buttons">
        <span role="status">{t(`done-${review}`, { count })}</span>
        {review !== "waiting" && (
          <button type="submit" name="decision" value="waiting">
            {t("back-to-queue")}
          </button>
        )}
      </Decide>
    </li>
  );
}

function UndoCorrection({
  act,
  dossier,
  reader,
  children = null,
}: OfDossier & { act: string; children?: ComponentChildren }) {
  return (
    <form method="post" action={`/desk/dossiers/${dossier}/undo-correction/`} class="buttons">
      <input type="hidden" name="act" value={act} />
      {children}
      <button type="submit">{reader.t("undo-correction")}</button>
    </form>
  );
}

interface DecideProps {
  acts: readonly DeskAct[];
  dossier: string;
  class: string;
  children: ComponentChildren;
}

function Decide({ acts, dossier, class: name, children }: DecideProps) {
  return (
    <form method="post" action={`/desk/dossiers/${dossier}/decide/`} class={name}>
      {acts.map(({ act }) => (
        <input type="hidden" name="act" value={act.id} key={act.id} />
      ))}
      {children}
    </form>
  );
}

function Turn({ page, pages, dossier, reader: { t } }: OfDossier & { page: number; pages: number }) {
  if (pages === 1) return null;
  const to = (number: number) => `/desk/dossiers/${dossier}/?page=${number}`;
  return (
    <nav class="turn" aria-label={t("queue")}>
      {page > 1 && <a href={to(page - 1)}>{t("page-before")}</a>}
      <span>{t("pages-of-queue", { page, pages })}</span>
      {page < pages && <a href={to(page + 1)}>{t("page-after")}</a>}
    </nav>
  );
}

interface QueueActProps {
  entry: DeskAct;
  dossier: DeskDossier;
  reader: Reader;
  sent: SentCorrection | null;
}

const BUTTONS: readonly [to: ReviewState, label: string][] = [
  ["published", "confirm"],
  ["rejected", "reject"],
  ["waiting", "back-to-queue"],
];

function QueueAct({ entry, dossier, reader, sent }: QueueActProps) {
  const { act, actors, review, corrected } = entry;
  const { t } = reader;
  const { explainer } = dossier.preview;
  const source = explainer.sources.find(({ id }) => id === act.document);
  const side = { ...act, actors: [...actors], source: act.document, voices: [], quotes: [] };
  return (
    <li id={`act-${act.id}`} class={`queue-act is-${review}`}>
      <div>
        <p class="who">
          <b class="source">{shown(source?.name ?? act.document)}</b>
          <Strength strength={act.strength} reader={reader} />
        </p>
        <p>{actSentence(side, reader)}</p>
        <p class="facts">
          {t(`review-${review}`)}
          {corrected && ` · ${t("is-corrected")}`} · {act.issues.join(", ")}
        </p>
        <Decide acts={[entry]} dossier={dossier.entry.id} class="buttons">
          {BUTTONS.filter(([to]) => to !== review).map(([to, label]) => (
            <button type="submit" name="decision" value={to} class={to === "published" ? "primary" : ""} key={to}>
              {t(label)}
            </button>
          ))}
        </Decide>
        {corrected && <UndoCorrection act={act.id} dossier={dossier.entry.id} reader={reader} />}
        <CorrectForm
          entry={entry}
          dossier={dossier.entry.id}
          explainer={explainer}
          reader={reader}
          sent={sent?.act === act.id ? sent : null}
        />
      </div>
      <InPlace entry={entry} text={dossier.preview.texts.get(act.document) ?? ""} language={source?.language} />
    </li>
  );
}

/** The words with what stands around them. */
function InPlace({ entry: { act }, text, language }: { entry: DeskAct; text: string; language: string | undefined }) {
  return (
    <blockquote class="in-place" lang={language} dir="auto">
      {act.start > AROUND_CHARACTERS && "… "}
      {shownLines(text.slice(Math.max(0, act.start - AROUND_CHARACTERS), act.start))}
      <mark class="lit">{shownLines(act.quote)}</mark>
      {shownLines(text.slice(act.end, act.end + AROUND_CHARACTERS))}
      {act.end + AROUND_CHARACTERS < text.length && " …"}
    </blockquote>
  );
}
