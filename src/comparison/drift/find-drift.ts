/** A report and readouts with their Acts -> DriftReport: item by item what the report makes of what the readouts say. */
import { createHash } from "node:crypto";
import type { Act } from "../../model/act.js";
import type { ItemSource } from "../../model/comparison.js";
import type { Drift, DriftItem, DriftKind, DriftReport } from "../../model/drift.js";
import { DRIFT_KINDS } from "../../model/drift-kinds.js";
import { type Candidate, clusterActs, contentKey } from "../cluster-acts.js";
import { type ComparisonCatalog, type ReadSource, sourceItem, sourceOf } from "../compare-acts.js";
import { IssueTree } from "../issue-tree.js";
import { labelOf } from "../label-item.js";
import { PARAMETERS, type Parameters } from "../parameters.js";
import { TargetTree } from "../target-tree.js";
import { judgeDrift, misattributed, quotesOf } from "./judge-drift.js";
import { isBinding, linkReport } from "./link-report.js";
import { isVerbatimIn, sentencesOf } from "./verbatim.js";
import { actorDrift } from "./whose.js";

/** Whose words an act of the report is; null: the report's own. A person who speaks for no party has none. */
export type SpeakerOf = (act: Act) => { party: string | null } | null;

interface Told {
  source: ReadSource;
  /** Clauses of the report whose sentences the readout has word for word. */
  verbatim: Set<Candidate>;
  /** The report's clause -> the readout's clauses that say the same. */
  links: Map<Candidate, Candidate[]>;
  missing: Candidate[];
}

/** Items in order of the report, then what it drops. A text compared with itself gives no drift. */
export function findDrift(
  report: ReadSource,
  readouts: readonly ReadSource[],
  catalog: ComparisonCatalog,
  speakerOf: SpeakerOf,
  p: Parameters = PARAMETERS,
): DriftReport {
  const tree = new IssueTree(catalog.issues);
  const targets = new TargetTree(catalog.targets);
  const parties = new Set(readouts.flatMap(({ document }) => document.parties));
  const isTheirs = (act: Act) => concerns(speakerOf(act), parties);
  const acts = report.acts.filter((act) => !isNarration(act, speakerOf));
  const clauses = clusterActs(report.document, acts.filter(isTheirs), p);
  const others = clusterActs(
    report.document,
    acts.filter((act) => !isTheirs(act)),
    p,
  );
  const empty = Object.fromEntries(readouts.map(({ document }) => [document.id, null]));
  const known: Known = { tree, targets, p, speakerOf, empty };
  const told = readouts.map((source) => tellingOf(source, { text: report.document.text, clauses, others }, known));
  const givenAway = others.filter((clause) => told.some(({ links }) => links.has(clause)));
  const inOrder = [...clauses, ...givenAway].sort((a, b) => a.place - b.place);
  const items = inOrder.map((clause) => itemOf(clause, told, known));
  const dropped = told.flatMap(({ source, missing }) =>
    missing.map((clause) => droppedItem(clause, source.document.id, tree, empty)),
  );
  const all = [...items, ...dropped];
  return {
    report: sourceOf(report.document),
    readouts: readouts.map(({ document }) => sourceOf(document)),
    items: all,
    counts: countsOf(all),
  };
}

/** What makes no act and is laid to nobody is the reporter's narration. */
function isNarration(act: Act, speakerOf: SpeakerOf): boolean {
  return act.rule.startsWith("default:") && act.act === "expressed" && speakerOf(act) === null;
}

/** The words of others than the readouts' parties can drift from no readout. Where a readout names no party, all count. */
function concerns(speaker: ReturnType<SpeakerOf>, parties: ReadonlySet<string>): boolean {
  return speaker === null || parties.size === 0 || (speaker.party !== null && parties.has(speaker.party));
}

function tellingOf(source: ReadSource, report: Report, known: Known): Told {
  const own = clusterActs(source.document, source.acts, known.p);
  const [mine, theirs] = [sentencesOf(source.document.text), sentencesOf(report.text)];
  const links = new Map<Candidate, Candidate[]>();
  for (const [clause, other] of linkReport(report.clauses, own, known))
    links.set(clause, [...(links.get(clause) ?? []), other]);
  const taken = new Set([...links.values()].flat());
  const left = own.filter(
    (clause) => !taken.has(clause) && isBinding(clause) && !isVerbatimIn(clause, source.document.text, theirs),
  );
  const given = linkReport(report.others, left, known).filter(([a, b]) => isGivenAway(a, b));
  for (const [clause, other] of given) links.set(clause, [other]);
  const verbatim = new Set(report.clauses.filter((clause) => isVerbatimIn(clause, report.text, mine)));
  return { source, verbatim, links, missing: left.filter((clause) => !given.some(([, other]) => other === clause)) };
}

/** What a third party is said to have done, and a readout has another do. */
function isGivenAway(report: Candidate, readout: Candidate): boolean {
  return actorDrift(report.main, readout.main)?.kind === "mis-attributes" && report.main.act === readout.main.act;
}

/** Clauses of the report's own voice and of the readouts' parties, and those of others. */
interface Report {
  text: string;
  clauses: Candidate[];
  others: Candidate[];
}

interface Known {
  p: Parameters;
  tree: IssueTree;
  targets: TargetTree;
  speakerOf: SpeakerOf;
  empty: Record<string, null>;
}

function itemOf(clause: Candidate, told: readonly Told[], known: Known): DriftItem {
  const speaker = known.speakerOf(clause.main)?.party ?? null;
  const having = told.filter(({ links, verbatim }) => links.has(clause) || verbatim.has(clause));
  const own = told.filter(({ source }) => speaker !== null && source.document.parties.includes(speaker));
  const meant = own.filter((one) => having.includes(one));
  const asked = meant.length > 0 ? meant : having;
  const drift = asked.flatMap((one) => driftFrom(clause, one, known));
  if (own.length > 0 && meant.length === 0 && having.length > 0)
    drift.unshift(
      misattributed(clause, own[0]!.source.document, having[0]!.source.document, having[0]!.links.get(clause)?.[0]),
    );
  if (having.length === 0 && isBinding(clause)) drift.push(added(clause));
  return {
    ...about(clause, known.tree),
    drift,
    faithfulTo: asked.map(({ source }) => source.document.id).filter((id) => !drift.some(({ from }) => from === id)),
    report: sourceItem(clause),
    readouts: {
      ...known.empty,
      ...Object.fromEntries(having.map((one) => [one.source.document.id, sourceItem(one.links.get(clause)?.[0])])),
    },
  };
}

/** The readout's clause that the report follows best speaks for the readout. */
function driftFrom(clause: Candidate, { source, verbatim, links }: Told, { targets, tree }: Known): Drift[] {
  if (verbatim.has(clause)) return [];
  const found = (links.get(clause) ?? []).map((theirs) => judgeDrift(clause, theirs, { targets, tree }));
  const best = found.sort((a, b) => a.length - b.length)[0] ?? [];
  return best.map((drift) => ({ ...drift, from: source.document.id }));
}

function added(clause: Candidate): Drift {
  const report = quotesOf(clause);
  return { kind: "adds", from: null, field: "item", report, readout: "", because: "No readout given has it." };
}

function droppedItem(clause: Candidate, id: string, tree: IssueTree, empty: Record<string, null>): DriftItem {
  const readout = quotesOf(clause);
  const because = `The report leaves out what ${id} says.`;
  return {
    ...about(clause, tree),
    drift: [{ kind: "drops", from: id, field: "item", report: "", readout, because }],
    faithfulTo: [],
    report: null,
    readouts: { ...empty, [id]: sourceItem(clause) as ItemSource },
  };
}

function about(clause: Candidate, tree: IssueTree): Pick<DriftItem, "id" | "label" | "issues"> {
  const id = createHash("sha256")
    .update(`${clause.source}:${contentKey(clause)}`)
    .digest("hex")
    .slice(0, 12);
  return { id, label: labelOf([clause], clause.issues, tree), issues: clause.issues };
}

function countsOf(items: readonly DriftItem[]): DriftReport["counts"] {
  const counts = (kind: DriftKind) => items.filter(({ drift }) => drift.some((one) => one.kind === kind)).length;
  return Object.fromEntries(DRIFT_KINDS.map((kind) => [kind, counts(kind)])) as DriftReport["counts"];
}
