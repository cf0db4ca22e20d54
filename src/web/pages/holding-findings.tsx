/** A WatchReport -> every incident in the windows: when, what, where, who is said to have acted, and what each reading makes of it. */
import type { Finding, WatchReport } from "../../model/watch-report.js";
import type { Names } from "../../publish/names.js";
import { standingOf } from "../../publish/place-map.js";
import type { MapGround } from "../../publish/watch-map.js";
import { foundWords, readingName } from "../parts/ranges.js";
import { shown } from "../parts/shown.js";
import type { Reader } from "../reader.js";

interface FindingsProps {
  report: WatchReport;
  names: Names;
  ground: MapGround;
  reader: Reader;
}

/** Warnings come by the thousand: beyond these they are counted and not listed. */
const MOST_LISTED = 300;

/** What the terms cover under any reading stands open; what is uncertain or not covered is folded below it. */
export function Findings({ report, names, ground, reader }: FindingsProps) {
  const { t } = reader;
  const regions = new Map(ground.regions.map(({ id, name }) => [id, name]));
  const context = { report, names, regions, reader };
  const isCovered = (finding: Finding) => ["all", "some"].includes(standingOf(finding));
  const covered = report.findings.filter(isCovered);
  const rest = report.findings.filter((finding) => !isCovered(finding));
  return (
    <>
      <h3 id="findings">{t("findings")}</h3>
      {report.findingsCut && <p class="lead">{t("findings-cut")}</p>}
      {report.findings.length === 0 && <p class="empty">{t("empty-findings")}</p>}
      <FindingList findings={covered} {...context} />
      {rest.length > 0 && (
        <details class="more">
          <summary>{t("more-findings", { count: rest.length })}</summary>
          {rest.length > MOST_LISTED && <p class="facts">{t("findings-cut")}</p>}
          <FindingList findings={rest.slice(0, MOST_LISTED)} {...context} />
        </details>
      )}
    </>
  );
}

interface FindingListProps {
  findings: readonly Finding[];
  report: WatchReport;
  names: Names;
  regions: ReadonlyMap<string, string>;
  reader: Reader;
}

function FindingList({ findings, report, names, regions, reader }: FindingListProps) {
  return (
    <ol class="findings">
      {findings.map((finding) => (
        <li key={`${finding.feed} ${finding.id}`}>
          <p class="finding-what">
            <time dateTime={finding.at}>{whenWords(finding, reader)}</time>{" "}
            <span lang="en" dir="auto">
              {shown(whatWords(finding, names))}
            </span>
          </p>
          <p class="facts">{facts(finding, { names, regions, reader }).join(" · ")}</p>
          <ul class="chips">
            {report.readings.map((reading) => (
              <Chip finding={finding} reading={reading} names={names} reader={reader} key={reading.id} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function whenWords({ at }: Finding, { date, instant }: Reader): string {
  return at.includes("T") ? instant(at, "UTC") : date(at);
}

/** "Plant hit: drone strike, power grid". */
export function whatWords({ title, conduct, target }: Finding, names: Names): string {
  const kind = [conduct?.replaceAll("-", " "), target === null ? null : names.target(target)];
  const told = kind.filter((word) => word !== null && word !== undefined).join(", ");
  return [title, told].filter((part) => part !== null && part !== "").join(": ") || "?";
}

interface FactsContext {
  names: Names;
  regions: ReadonlyMap<string, string>;
  reader: Reader;
}

function facts(finding: Finding, { names, regions, reader: { t, named } }: FactsContext): string[] {
  const { region, country, contested, actor, sign, claimedBy, source } = finding;
  const place = region === null ? country && named(names.actor(country)) : (regions.get(region) ?? region);
  const party = actor && named(names.actor(actor));
  return [
    place ? t("finding-in", { place: shown(place) }) : t("finding-where"),
    contested ? t("finding-contested") : party ? t("finding-by", { party: shown(party) }) : t("finding-nobody"),
    ...(sign ? [t("finding-sign")] : []),
    ...(claimedBy ? [t("finding-claimed", { party: shown(named(names.actor(claimedBy))) })] : []),
    ...(source ? [`${t("finding-source")}: ${shown(source)}`] : []),
  ];
}

interface ChipProps {
  finding: Finding;
  reading: WatchReport["readings"][number];
  names: Names;
  reader: Reader;
}

function Chip({ finding, reading, names, reader }: ChipProps) {
  const own = finding.readings[reading.id];
  const status = own?.status ?? "uncertain";
  return (
    <li class={`found-${status}`}>
      <b>{readingName(reading, names, reader)}</b> {foundWords(status, reader)}
      {own && own.because.length > 0 && (
        <span class="why" lang="en" dir="auto">
          {" "}
          {shown(own.because.join("; "))}
        </span>
      )}
    </li>
  );
}
