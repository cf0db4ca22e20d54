/** A dossier's acts -> the queue: each with its words in their place beside it, to confirm, reject or correct. */
import { ActType, Veridicality } from "../../model/act.js";
import type { DeskAct, DeskDossier, Person } from "../desk.js";
import type { PageContext } from "../parts/page.js";
import { shown, shownLines } from "../parts/shown.js";
import { actSentence } from "../parts/side.js";
import { Strength } from "../parts/strength.js";
import type { Reader } from "../reader.js";
import { deskPage } from "./desk-page.js";

const AROUND_CHARACTERS = 260;

export function queuePage(context: PageContext, person: Person, dossier: DeskDossier): string {
  const { reader } = context;
  const { t } = reader;
  const { entry, acts } = dossier;
  const waiting = acts.filter(({ review }) => review === "waiting");
  const action = `/desk/dossiers/${entry.id}/decide/`;
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
        <a href={`/desk/dossiers/${entry.id}/corrections.ndjson`}>{t("corrections")}</a>
      </p>
      {waiting.length > 1 && (
        <form method="post" action={action} class="bulk">
          {waiting.map(({ act }) => (
            <input type="hidden" name="act" value={act.id} key={act.id} />
          ))}
          <button type="submit" name="decision" value="published">
            {t("confirm-all", { count: waiting.length })}
          </button>
        </form>
      )}
      {acts.length === 0 && <p class="empty">{t("empty-lines")}</p>}
      <ol class="queue-acts">
        {[...waiting, ...acts.filter((each) => !waiting.includes(each))].map((each) => (
          <QueueAct entry={each} dossier={dossier} reader={reader} key={each.act.id} />
        ))}
      </ol>
    </>,
  );
}

interface QueueActProps {
  entry: DeskAct;
  dossier: DeskDossier;
  reader: Reader;
}

function QueueAct({ entry: { act, actors, review, corrected }, dossier, reader }: QueueActProps) {
  const { t } = reader;
  const text = dossier.preview.texts.get(act.document) ?? "";
  const source = dossier.preview.explainer.sources.find(({ id }) => id === act.document);
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
        <form method="post" action={`/desk/dossiers/${dossier.entry.id}/decide/`} class="buttons">
          <input type="hidden" name="act" value={act.id} />
          {review !== "published" && (
            <button type="submit" name="decision" value="published" class="primary">
              {t("confirm")}
            </button>
          )}
          {review !== "rejected" && (
            <button type="submit" name="decision" value="rejected">
              {t("reject")}
            </button>
          )}
        </form>
        <Correct act={act} dossier={dossier.entry.id} reader={reader} />
      </div>
      <blockquote class="in-place" lang={source?.language} dir="auto">
        {act.start > AROUND_CHARACTERS && "… "}
        {shownLines(text.slice(Math.max(0, act.start - AROUND_CHARACTERS), act.start))}
        <mark class="lit">{shownLines(act.quote)}</mark>
        {shownLines(text.slice(act.end, act.end + AROUND_CHARACTERS))}
        {act.end + AROUND_CHARACTERS < text.length && " …"}
      </blockquote>
    </li>
  );
}

function Correct({ act, dossier, reader: { t } }: { act: DeskAct["act"]; dossier: string; reader: Reader }) {
  return (
    <details class="correct">
      <summary>{t("correct")}</summary>
      <form method="post" action={`/desk/dossiers/${dossier}/correct/`} class="form">
        <input type="hidden" name="act" value={act.id} />
        <label>
          <span>{t("correct-type")}</span>
          <select name="type">
            {ActType.options.map((type) => (
              <option value={type} selected={type === act.act} key={type}>
                {t(`act-${type}`, { veridicality: "asserted" })}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t("correct-veridicality")}</span>
          <select name="veridicality">
            {Veridicality.options.map((value) => (
              <option value={value} selected={value === act.veridicality} key={value}>
                {t(`veridicality-${value}`)}
              </option>
            ))}
          </select>
        </label>
        <Words name="actors" label={t("correct-actors")} value={act.actors} />
        <Words name="targets" label={t("correct-targets")} value={act.scope.targets} />
        <Words name="issues" label={t("correct-issues")} value={act.issues} />
        <button type="submit">{t("correct-keep")}</button>
      </form>
    </details>
  );
}

function Words({ name, label, value }: { name: string; label: string; value: readonly string[] }) {
  return (
    <label>
      <span>{label}</span>
      <input name={name} dir="ltr" value={value.join(", ")} />
    </label>
  );
}
