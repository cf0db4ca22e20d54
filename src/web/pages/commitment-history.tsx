/** What happened to one commitment -> its history, the oldest first: what was said, when it took effect, who wrote it down. */
import type { CommitmentState } from "../../model/dossier.js";
import type { Evidence } from "../../model/evidence.js";
import type { LedgerEvent } from "../../model/ledger-event.js";
import { Quoted } from "../parts/quoted.js";
import { shown } from "../parts/shown.js";
import type { Reader } from "../reader.js";
import type { SiteDossier } from "../site.js";

interface HistoryProps {
  state: CommitmentState;
  dossier: SiteDossier;
  reader: Reader;
}

export function CommitmentHistory({ state, dossier, reader }: HistoryProps) {
  const events = [...(dossier.histories.get(state.commitment.id) ?? [])].sort(
    (a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0) || a.seq - b.seq,
  );
  return (
    <>
      <h2 id="history">{reader.t("history")}</h2>
      {events.length === 0 && <p class="empty">{reader.t("history-none")}</p>}
      <ol class="history">
        {events.map((event) => (
          <Step event={event} dossier={dossier} reader={reader} key={event.seq} />
        ))}
      </ol>
    </>
  );
}

function Step({ event, dossier, reader }: { event: LedgerEvent; dossier: SiteDossier; reader: Reader }) {
  const { t, date, instant } = reader;
  const { on, at, author, seq } = event;
  const evidence = evidenceOf(event);
  const written = { at: instant(at, dossier.explainer.edition.zone), author: shown(author), seq };
  return (
    <li id={`event-${seq}`}>
      <p>
        <time dateTime={on}>{date(on)}</time> <b>{whatWords(event, dossier, reader)}</b>
      </p>
      {evidence && <Quoted evidence={evidence} dossier={dossier.id} reader={reader} />}
      <p class="facts">{t("history-written", written)}</p>
    </li>
  );
}

function whatWords({ what }: LedgerEvent, { names }: SiteDossier, { t, named }: Reader): string {
  const by = (source: string) => shown(named(names.actor(source)));
  if (what.type === "commitment-amended") return t("history-amended", { because: shown(what.because) });
  if (what.type === "status-changed")
    return t("history-status", { source: by(what.source), status: t(`status-${what.status}`) });
  if (what.type === "word-recorded") return t("history-word", { source: by(what.by), word: what.word });
  return t("history-recorded");
}

function evidenceOf({ what }: LedgerEvent): Evidence | null {
  return "evidence" in what ? what.evidence : null;
}
