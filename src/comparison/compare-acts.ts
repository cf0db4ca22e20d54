/** Acts of several documents -> Comparison: aligned items with their relation, what differs, and what is left unsaid. */
import { createHash } from "node:crypto";
import type { Act } from "../model/act.js";
import type { Issue, Target, Watchlist } from "../model/catalog.js";
import type { Comparison, ComparisonSource, Item, ItemSource } from "../model/comparison.js";
import type { Document } from "../model/document.js";
import type { Outcome } from "../model/problem.js";
import { groupLinks, type Link, linkPair } from "./align.js";
import { type Candidate, clusterActs, contentKey } from "./cluster-acts.js";
import type { Known, TermNames } from "./found-difference.js";
import { IssueTree } from "./issue-tree.js";
import { labelOf } from "./label-item.js";
import { PARAMETERS, type Parameters } from "./parameters.js";
import { type Member, relate } from "./relate.js";
import { TargetTree } from "./target-tree.js";
import { findUnsaid } from "./unsaid.js";

export interface ReadSource {
  document: Document;
  acts: Act[];
}

export interface ComparisonCatalog {
  issues: Issue[];
  targets: Target[];
  watchlists: Watchlist[];
}

export interface ComparisonOptions {
  watchlist?: string | null;
  participants?: string[];
  /** For the sentences on what differs; ids stand in them otherwise. */
  names?: TermNames;
}

const IDS: TermNames = { actor: String, target: String };

/**
 * Items in order of place. Swapping sources mirrors the answer; what a pair of sources shares does not depend on
 * others. Problems: an unknown watchlist.
 */
export function compareActs(
  sources: ReadSource[],
  catalog: ComparisonCatalog,
  options: ComparisonOptions = {},
  p: Parameters = PARAMETERS,
): Outcome<Comparison> {
  const issues = new IssueTree(catalog.issues);
  const known = { issues, targets: new TargetTree(catalog.targets), names: options.names ?? IDS };
  const texts = new Map(sources.map(({ document }) => [document.id, document.text]));
  const candidates = sources.map(({ document, acts }) => clusterActs(document, acts, p));
  const links = candidates.flatMap((a, i) => candidates.slice(i + 1).flatMap((b) => linkPair(a, b, issues, p)));
  const ids = sources.map(({ document }) => document.id);
  const items = groupLinks(candidates.flat(), links).map((group) =>
    itemOf(
      group.map((candidate) => memberOf(candidate, texts, links)),
      ids,
      known,
      p,
    ),
  );
  const unsaid = findUnsaid(sources, catalog, options, issues);
  return {
    value: {
      sources: sources.map(({ document }) => sourceOf(document)),
      items: items.sort((a, b) => a.place - b.place || (a.item.id < b.item.id ? -1 : 1)).map(({ item }) => item),
      unsaid: unsaid.value,
    },
    problems: unsaid.problems,
  };
}

function itemOf(members: Member[], ids: string[], known: Known, p: Parameters): { item: Item; place: number } {
  const group = members.map(({ candidate }) => candidate);
  const { relation, differences } = relate(ids, members, known, p);
  const shared = sharedIssues(group);
  const item: Item = {
    id: idOf(group),
    label: labelOf(group, shared, known.issues),
    issues: shared,
    relation,
    differences,
    sources: Object.fromEntries(ids.map((id) => [id, sourceItem(group.find((c) => c.source === id))])),
  };
  return { item, place: group.reduce((sum, c) => sum + c.place, 0) / group.length };
}

function memberOf(candidate: Candidate, texts: Map<string, string>, links: Link[]): Member {
  const partners = links.flatMap(({ a, b }) => (a === candidate ? [b] : b === candidate ? [a] : []));
  return { candidate, text: texts.get(candidate.source)!, partners };
}

/** Issues that all members bear; those of any member where none is shared by all. */
function sharedIssues(group: Candidate[]): string[] {
  const all = [...new Set(group.flatMap((c) => c.issues))].sort();
  const shared = all.filter((id) => group.every((c) => c.issues.includes(id)));
  return shared.length ? shared : all;
}

export function sourceItem(candidate: Candidate | undefined): ItemSource | null {
  if (!candidate) return null;
  const { act, veridicality, actors, attribution, strength, rule } = candidate.main;
  return { act, veridicality, actors, attribution, strength, rule, spans: candidate.spans };
}

/** From what is quoted, not from who is asked or in which order. */
function idOf(group: Candidate[]): string {
  return createHash("sha256").update(group.map(contentKey).sort().join("\n")).digest("hex").slice(0, 12);
}

export function sourceOf({
  id,
  parties,
  genre,
  publisher,
  title,
  published,
  language,
  translated,
  complete,
}: Document): ComparisonSource {
  return { id, parties, genre, publisher, title, published, language, translated, complete };
}
