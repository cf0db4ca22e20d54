/** A dossier's documents, the acts that count, its ledger and an edition -> all that its pages show. */
import { createHash } from "node:crypto";
import { datesOf } from "../ledger/deadlines.js";
import type { Act } from "../model/act.js";
import type { Agreement } from "../model/agreement.js";
import type { Document } from "../model/document.js";
import type { CommitmentState } from "../model/dossier.js";
import type { DriftReport } from "../model/drift.js";
import type { EditView } from "../model/edit-view.js";
import type { Edition } from "../model/explainer.js";
import type { LedgerEvent } from "../model/ledger-event.js";
import type { WatchReport } from "../model/watch-report.js";
import { displayNames } from "../pipeline.js";
import { limitsOfFate } from "../publish/explainer/limits.js";
import { publishExplainer } from "../publish/explainer/publish-explainer.js";
import type { Foretold, PictureFile, Revision, SiteDossier } from "../web/site.js";
import { NO_FORECASTS } from "./forecasts-of-dossier.js";
import { holdingsOf } from "./holdings.js";
import { comparisonOf, driftOf } from "./kept-comparisons.js";
import { momentsOf } from "./moments.js";
import { sidesOfDossier } from "./sides-of-dossier.js";
import { mapGround } from "./watch-ground.js";
import { weighAgreements } from "./weigh-commitments.js";

export interface PageRecord {
  id: string;
  documents: readonly Document[];
  acts: readonly Act[];
  edition: Edition;
  commitments: readonly CommitmentState[];
  revisions: readonly Revision[];
  /** When the page is made, ms: tells what is to come and what is over. */
  now: number;
  /** Those that the dossier keeps: its commitments came of them. */
  agreements?: readonly Agreement[];
  /** What was found of them. */
  reports?: readonly WatchReport[];
  foretold?: Foretold;
  edits?: readonly EditView[];
  pictures?: ReadonlyMap<string, PictureFile>;
  /** Whether what an engine found may be shown before an editor has read it. */
  showsUnread?: boolean;
  /** What happened to each commitment, by its id. */
  histories?: ReadonlyMap<string, readonly LedgerEvent[]>;
}

/** The same record gives the same page and the same version. */
export function pageOfRecord(record: PageRecord): SiteDossier {
  const { id, documents, acts, edition, commitments, revisions, now, agreements = [], reports = [] } = record;
  const { foretold = NO_FORECASTS, edits = [], pictures = new Map(), histories = new Map() } = record;
  const { sides, otherDocuments, others } = sidesOfDossier(documents, acts, edition);
  const sources = sides.map((document) => ({ document, acts: acts.filter((act) => act.document === document.id) }));
  const comparison = comparisonOf(sources);
  const provenance = new Map(documents.map((document) => [document.id, originOf(document, edition)]));
  const names = displayNames();
  const due = commitments.map((commitment) => datesOf(commitment, now));
  const published = { id, documents: sides, provenance, comparison, edition, others, otherDocuments };
  const weighings = weighAgreements(agreements, { commitments, due, now });
  const holdings = holdingsOf(agreements, reports, now);
  const drafted = publishExplainer(published, names);
  const explainer = { ...drafted, limits: [...drafted.limits, ...limitsOfFate({ holdings, weighings })] };
  const drifts = record.showsUnread
    ? otherDocuments
        // A digest's words are ours, and no drift of the report that it retells.
        .filter((document) => document.genre === "report" && !edition.origins[document.id]?.digest)
        .map((report) => ofSides(driftOf(report, sides), sides))
    : [];
  const shown = [explainer, commitments, weighings, holdings, foretold, edits, drifts, [...pictures.keys()], revisions];
  return {
    id,
    explainer,
    texts: new Map(documents.map((document) => [document.id, document.text])),
    commitments,
    due,
    histories,
    holdings,
    foretold,
    edits,
    drifts,
    pictures,
    ground: mapGround(),
    weighings,
    names,
    moments: momentsOf({ documents, commitments, revisions, edits }, due, names),
    revisions,
    version: createHash("sha256").update(JSON.stringify(shown)).digest("hex").slice(0, 16),
  };
}

/** What a report tells of somebody else is not laid to the wrong one: "France demanded it too" is no drift. */
function ofSides(found: DriftReport, sides: readonly Document[]): DriftReport {
  const parties = sides.flatMap((side) => side.parties);
  const isSide = (actor: string) => parties.includes(actor.split(":")[0]!);
  const items = found.items.map((item) => {
    const byOthers = item.report !== null && item.report.actors.length > 0 && !item.report.actors.some(isSide);
    return byOthers ? { ...item, drift: item.drift.filter(({ kind }) => kind !== "mis-attributes") } : item;
  });
  return { ...found, items };
}

function originOf({ id, source }: Document, { origins }: Edition) {
  const fetched = /^https?:\/\//.test(source) ? source : null;
  return { url: origins[id]?.url ?? fetched, digest: origins[id]?.digest ?? false, retrievedAt: null };
}
