/** An act -> the form in which an editor corrects its type, certainty, actors, scope, issues and line. */
import { type Act, ActType, Veridicality } from "../../model/act.js";
import type { Explainer } from "../../model/explainer.js";
import { ALONE, type DeskAct } from "../desk.js";
import type { Reader } from "../reader.js";
import { Fault } from "./desk-page.js";

/** What was sent and could not be kept, to be shown again. */
export interface SentCorrection {
  act: string;
  fields: Readonly<Record<string, string>>;
  fault: string;
}

interface CorrectProps {
  entry: DeskAct;
  dossier: string;
  explainer: Explainer;
  reader: Reader;
  sent: SentCorrection | null;
}

export function CorrectForm({ entry: { act, seq }, dossier, explainer, reader: { t }, sent }: CorrectProps) {
  const value = (name: string, now: string) => sent?.fields[name] ?? now;
  return (
    <details class="correct" open={sent !== null}>
      <summary>{t("correct")}</summary>
      <Fault message={sent?.fault ?? null} />
      <form method="post" action={`/desk/dossiers/${dossier}/correct/`} class="form">
        <input type="hidden" name="act" value={act.id} />
        <input type="hidden" name="seq" value={seq} />
        <label>
          <span>{t("correct-type")}</span>
          <select name="type">
            {ActType.options.map((type) => (
              <option value={type} selected={type === value("type", act.act)} key={type}>
                {t(`act-${type}`, { veridicality: "asserted" })}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t("correct-veridicality")}</span>
          <select name="veridicality">
            {Veridicality.options.map((each) => (
              <option value={each} selected={each === value("veridicality", act.veridicality)} key={each}>
                {t(`veridicality-${each}`)}
              </option>
            ))}
          </select>
        </label>
        <Words name="actors" label={t("correct-actors")} value={value("actors", act.actors.join(", "))} />
        <Words name="targets" label={t("correct-targets")} value={value("targets", act.scope.targets.join(", "))} />
        <Words name="issues" label={t("correct-issues")} value={value("issues", act.issues.join(", "))} />
        <Words name="line" label={t("correct-line")} value={value("line", lineOf(act, explainer))} list="lines" />
        <button type="submit">{t("correct-keep")}</button>
      </form>
    </details>
  );
}

/** As the form shows it: "" as found, "0" for one of its own, else the number of the line. */
function lineOf({ matter, document, start, end }: Act, { lines }: Explainer): string {
  if (matter === undefined) return "";
  if (matter.startsWith(ALONE)) return "0";
  const stands = lines.find(({ sides }) =>
    sides.some(
      ({ source, quotes }) => source === document && quotes.some((quote) => quote.start < end && start < quote.end),
    ),
  );
  return stands ? String(stands.number) : "";
}

interface WordsProps {
  name: string;
  label: string;
  value: string;
  list?: string;
}

function Words({ name, label, value, list }: WordsProps) {
  return (
    <label>
      <span>{label}</span>
      <input name={name} dir="ltr" value={value} maxLength={500} list={list} />
    </label>
  );
}
