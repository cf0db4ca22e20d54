/** A dossier's ledger -> what binds whom: each commitment with its status by source, its dates under every reading, its history. */
import type { ComponentChildren } from "preact";
import type { DueCommitment, ReadingDates } from "../../model/deadline.js";
import type { CommitmentState, SourceStatus } from "../../model/dossier.js";
import { consentViews } from "../../publish/consent-views.js";
import { type PageContext, renderPage } from "../parts/page.js";
import { Quoted } from "../parts/quoted.js";
import { shown } from "../parts/shown.js";
import { TableScroll } from "../parts/table-scroll.js";
import type { Reader } from "../reader.js";
import type { SiteDossier } from "../site.js";
import { CommitmentHistory } from "./commitment-history.js";

export function commitmentsPage(context: PageContext, dossier: SiteDossier): string {
  const { reader } = context;
  return renderPage(
    context,
    {
      title: `${reader.t("nav-commitments")}: ${dossier.explainer.headline}`,
      description: reader.t("commitments-lead"),
      path: `/dossiers/${dossier.id}/commitments/`,
      dossier: { id: dossier.id, page: "commitments" },
      layout: "column ledger",
      islands: ["countdown"],
    },
    <>
      <h1>{reader.t("nav-commitments")}</h1>
      <p class="standfirst">{reader.t("commitments-lead")}</p>
      {dossier.commitments.length === 0 && <p class="empty">{reader.t("empty-commitments")}</p>}
      {dossier.commitments.map((state, at) => (
        <Commitment state={state} due={dossier.due[at]!} dossier={dossier} reader={reader} key={state.commitment.id} />
      ))}
    </>,
  );
}

/** Null where the ledger has no such commitment. */
export function commitmentPage(context: PageContext, dossier: SiteDossier, id: string): string | null {
  const at = dossier.commitments.findIndex(({ commitment }) => commitment.id === id);
  if (at < 0) return null;
  const state = dossier.commitments[at]!;
  return renderPage(
    context,
    {
      title: state.commitment.title,
      description: state.commitment.consequent,
      path: `/dossiers/${dossier.id}/commitments/${id}/`,
      dossier: { id: dossier.id, page: "commitments" },
      layout: "column ledger",
      islands: ["countdown"],
    },
    <Commitment state={state} due={dossier.due[at]!} dossier={dossier} reader={context.reader} heading="h1">
      <CommitmentHistory state={state} dossier={dossier} reader={context.reader} />
    </Commitment>,
  );
}

interface CommitmentProps {
  state: CommitmentState;
  due: DueCommitment;
  dossier: SiteDossier;
  reader: Reader;
  heading?: "h1" | "h2";
  children?: ComponentChildren;
}

function Commitment({ state, due, dossier, reader, heading: Heading = "h2", children }: CommitmentProps) {
  const { commitment, status, boundWithoutConsent } = state;
  const { t, list, link, named } = reader;
  const Sub = Heading === "h1" ? "h2" : "h3";
  const parties = (ids: readonly string[]) => list(ids.map((id) => shown(named(dossier.names.actor(id)))));
  return (
    <article class="commitment" id={commitment.id}>
      <Heading lang="en" dir="auto">
        <a href={link(`/dossiers/${dossier.id}/commitments/${commitment.id}/`)}>{shown(commitment.title)}</a>
      </Heading>
      <p class="status">
        <b class={`status-${status}`}>{t(`status-${status}`)}</b>
        <span>{t("binds", { parties: parties(commitment.debtors) })}</span>
      </p>
      {commitment.consequent !== commitment.title && (
        <p class="consequent" lang="en" dir="auto">
          {shown(commitment.consequent)}
        </p>
      )}
      {commitment.antecedent && <p>{t("on-condition", { condition: shown(commitment.antecedent) })}</p>}
      <Consents state={state} due={due} dossier={dossier} reader={reader} />
      {boundWithoutConsent.length > 0 && (
        <p class="fault">{t("bound-without-consent", { parties: parties(boundWithoutConsent) })}</p>
      )}
      <Sub>{t("dates-by-reading")}</Sub>
      {due.disagree && <p class="lead">{t("readings-disagree")}</p>}
      <Readings state={state} due={due} dossier={dossier} reader={reader} />
      <Sub>{t("status-by-source")}</Sub>
      <Statuses state={state} dossier={dossier} reader={reader} />
      {children ?? (
        <p class="facts">
          <a href={link(`/dossiers/${dossier.id}/commitments/${commitment.id}/#history`)}>{t("history")}</a>
        </p>
      )}
    </article>
  );
}

/** Who agreed when, and under which readings they were bound before that. */
function Consents({ state, due, dossier, reader }: Omit<CommitmentProps, "heading">) {
  const dated = consentViews(state, due).filter(({ since }) => since !== null);
  if (dated.length === 0) return null;
  const partyOf = new Map(due.readings.map(({ reading, party }) => [reading, party]));
  const nameOf = (id: string) => shown(dossier.names.actor(partyOf.get(id) ?? id));
  return (
    <p class="consents">
      {dated
        .map(({ party, since, boundBefore }) =>
          reader.t(boundBefore.length > 0 ? "consent-after-start" : "consent-since", {
            party: shown(dossier.names.actor(party)),
            date: reader.date(since!),
            readings: reader.list(boundBefore.map(nameOf)),
          }),
        )
        .join(" ")}
    </p>
  );
}

function Readings({ state: { commitment }, due, dossier, reader }: Omit<CommitmentProps, "heading">) {
  const { t } = reader;
  return (
    <TableScroll label={t("dates-by-reading")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("reading")}</th>
            <th scope="col">{t("first-day")}</th>
            <th scope="col">{t("last-day")}</th>
            <th scope="col">{t("phase")}</th>
            <th scope="col">{t("covers")}</th>
          </tr>
        </thead>
        <tbody>
          {due.readings.map((dates, at) => {
            const reading = { ...commitment.common, ...commitment.readings[at]! };
            return (
              <tr key={dates.reading}>
                <th scope="row">
                  {shown(dates.party ? reader.named(dossier.names.actor(dates.party)) : dates.reading)}
                </th>
                <td>{dates.firstDay ? reader.date(dates.firstDay) : t("unstated")}</td>
                <td>
                  <LastDay dates={dates} reader={reader} />
                </td>
                <td>{t(`phase-${dates.phase}`)}</td>
                <td lang="en">
                  {reading.targets ? reading.targets.map((id) => id.replaceAll("-", " ")).join(", ") : t("unstated")}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
}

function LastDay({ dates: { lastDay, lapsesAt }, reader }: { dates: ReadingDates; reader: Reader }) {
  if (lastDay === null) return <>{reader.t("unstated")}</>;
  return (
    <>
      {reader.date(lastDay)} {lapsesAt && <time class="countdown" data-countdown dateTime={lapsesAt} />}
    </>
  );
}

function Statuses({ state, dossier, reader }: Pick<CommitmentProps, "state" | "dossier" | "reader">) {
  const said = Object.entries(state.sources);
  if (said.length === 0) return <p class="empty">{reader.t("empty-statuses")}</p>;
  return (
    <ol class="statuses">
      {said.map(([source, status]) => (
        <Said source={source} said={status} dossier={dossier} reader={reader} key={source} />
      ))}
    </ol>
  );
}

interface SaidProps {
  source: string;
  said: SourceStatus;
  dossier: SiteDossier;
  reader: Reader;
}

function Said({ source, said: { status, since, evidence }, dossier, reader }: SaidProps) {
  const { t } = reader;
  return (
    <li>
      <p>
        <b class="source">{shown(reader.named(dossier.names.actor(source)))}</b> {t(`status-${status}`)},{" "}
        {t("since", { date: reader.date(since) })}
      </p>
      <Quoted evidence={evidence} dossier={dossier.id} reader={reader} />
    </li>
  );
}
