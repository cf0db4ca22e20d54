/** A WatchReport -> every incident in the windows: when, what, where, who is said to have acted, and what each reading makes of it. */
import type { Finding, WatchReport } from "../../model/watch-report.js";
import type { Names } from "../../publish/names.js";
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

export function Findings({ report, names, ground, reader }: FindingsProps) {
  const { t } = reader;
  const regions = new Map(ground.regions.map(({ id, name }) => [id, name]));
  return (
    <>
      <h3 id="findings">{t("findings")}</h3>
      {report.findingsCut && <p class="lead">{t("findings-cut")}</p>}
      {report.findings.length === 0 && <p class="empty">{t("empty-findings")}</p>}
      <ol class="findings">
        {report.findings.map((finding) => (
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
    </>
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
  const where =
    region === null
      ? country === null
        ? t("finding-where")
        : named(names.actor(country))
      : (regions.get(region) ?? region);
  const who = contested ? t("finding-contested") : actor === null ? t("finding-nobody") : named(names.actor(actor));
  return [
    shown(where),
    shown(who),
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
