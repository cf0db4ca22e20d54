/** What those who were not on the line said -> each of them with their statements, the words, and the points they bear on. */
import type { Explainer, OtherView, StatementView } from "../../model/explainer.js";
import { shown } from "../parts/shown.js";
import { Side } from "../parts/side.js";
import type { Reader } from "../reader.js";

interface OthersProps {
  explainer: Explainer;
  reader: Reader;
}

/** Beyond these the statements are folded. */
const SHOWN_AT_ONCE = 5;

export function Others({ explainer, reader }: OthersProps) {
  const { t } = reader;
  if (explainer.others.length === 0) return <p class="empty">{t("empty-others")}</p>;
  return (
    <>
      <p class="lead">{t("lead-others")}</p>
      {explainer.others.map((other) => (
        <Other other={other} explainer={explainer} reader={reader} key={`${other.source} ${other.name}`} />
      ))}
    </>
  );
}

function Other({ other, explainer, reader }: OthersProps & { other: OtherView }) {
  const { t } = reader;
  const source = explainer.otherSources.find(({ id }) => id === other.source)!;
  const [first, rest] = [other.statements.slice(0, SHOWN_AT_ONCE), other.statements.slice(SHOWN_AT_ONCE)];
  const list = (statements: readonly StatementView[]) => (
    <ul class="statements">
      {statements.map((statement) => (
        <Statement statement={statement} explainer={explainer} reader={reader} key={statement.quotes[0]!.start} />
      ))}
    </ul>
  );
  return (
    <section class="group other">
      <h3 class="other-name">
        <span dir="auto">{shown(reader.named(other.name))}</span>{" "}
        <span class="facts">{t(`other-${other.kind}`, { source: shown(source.name) })}</span>
      </h3>
      {list(first)}
      {rest.length > 0 && (
        <details class="more">
          <summary>{t("more-statements", { count: rest.length })}</summary>
          {list(rest)}
        </details>
      )}
    </section>
  );
}

function Statement({ statement, explainer, reader }: OthersProps & { statement: StatementView }) {
  const { t, link } = reader;
  const { dossier, otherSources } = explainer;
  return (
    <li>
      <Side
        side={statement}
        source={otherSources.find(({ id }) => id === statement.source)!}
        dossier={dossier}
        reader={reader}
        title={statement.subject}
      />
      {statement.lines.length > 0 && (
        <p class="facts">
          {t("on-points", { count: statement.lines.length })}{" "}
          {statement.lines.map((number) => (
            <a class="cite" href={link(`/dossiers/${dossier}/side-by-side/#i${number}`)} key={number}>
              {number}
            </a>
          ))}
        </p>
      )}
    </li>
  );
}
