/** Silent edits of one text -> each with its dates, the words that went and came in their place, and what that did to the acts. */
import type { ActChange } from "../../model/change.js";
import type { EditPiece, EditView } from "../../model/edit-view.js";
import { shown, shownLines } from "../parts/shown.js";
import { Strength } from "../parts/strength.js";
import type { Reader } from "../reader.js";

interface EditsProps {
  edits: readonly EditView[];
  zone: string;
  reader: Reader;
}

export function SilentEdits({ edits, zone, reader }: EditsProps) {
  const { t } = reader;
  if (edits.length === 0) return null;
  return (
    <section class="edits">
      <h3 class="group-title">
        {t("silent-edits")} {reader.number(edits.length)}
      </h3>
      <ol>
        {edits.map((edit) => (
          <Edit edit={edit} zone={zone} reader={reader} key={`${edit.before.sha256}${edit.after.sha256}`} />
        ))}
      </ol>
    </section>
  );
}

function Edit({ edit, zone, reader }: { edit: EditView; zone: string; reader: Reader }) {
  const { t } = reader;
  const { before, after, gone, wordsOut, wordsIn, pieces, acts } = edit;
  return (
    <li class="edit">
      <p class="facts">
        <b>{betweenWords(before.takenAt, after.takenAt, zone, reader)}</b>{" "}
        {t(gone ? "edit-gone" : "edit-size", { out: wordsOut, in: wordsIn })}
      </p>
      {pieces.length > 0 && (
        <p class="diff" lang="en" dir="auto">
          {pieces.map((piece, at) => (
            <Piece piece={piece} reader={reader} key={at} />
          ))}
        </p>
      )}
      {!gone && acts && <ActChanges acts={acts} reader={reader} />}
      <p class="hashes">
        <code dir="ltr">{before.sha256.slice(0, 12)}</code> → <code dir="ltr">{after.sha256.slice(0, 12)}</code>
      </p>
    </li>
  );
}

function betweenWords(before: string | null, after: string | null, zone: string, reader: Reader): string {
  const { t, date, instant } = reader;
  const at = (when: string) => (when.includes("T") ? instant(when, zone) : date(when));
  if (before && after) return t("edit-between", { before: at(before), after: at(after) });
  return before || after ? at((after ?? before)!) : t("edit-undated");
}

/** Told apart by lines as well as by colour; a screen reader hears which words went and which came. */
function Piece({ piece: { kind, words }, reader: { t } }: { piece: EditPiece; reader: Reader }) {
  if (kind === "gap") return <> … </>;
  if (kind === "same") return <>{shownLines(words)}</>;
  const hint = <span class="heard">{t(`words-${kind}`)} </span>;
  if (kind === "in")
    return (
      <ins>
        {hint}
        {shownLines(words)}
      </ins>
    );
  return (
    <>
      <del>
        {hint}
        {shownLines(words)}
      </del>{" "}
    </>
  );
}

function ActChanges({ acts, reader }: { acts: readonly ActChange[]; reader: Reader }) {
  const { t } = reader;
  if (acts.length === 0) return <p class="facts">{t("edit-no-act")}</p>;
  return (
    <>
      <p class="facts">{t("edit-acts")}</p>
      <ul class="act-changes">
        {acts.map((change) => (
          <li key={`${change.kind}${(change.after ?? change.before)!.start}`}>
            <b>{t(`edit-act-${change.kind}`)}</b> <ActEnd end={change.before} reader={reader} />
            {change.before && change.after && " → "}
            <ActEnd end={change.after} reader={reader} />
          </li>
        ))}
      </ul>
    </>
  );
}

function ActEnd({ end, reader }: { end: ActChange["before"]; reader: Reader }) {
  if (!end) return null;
  return (
    <span class="act-end">
      {reader.t(`act-${end.act}`, { veridicality: end.veridicality })}{" "}
      <Strength strength={end.strength} reader={reader} />{" "}
      <q lang="en" dir="auto">
        {shown(end.quote)}
      </q>
    </span>
  );
}
