/** A Comparison -> its items in the sections every view shows, numbered alike in all of them. */
import type { Comparison, ComparisonSource, Item } from "../model/comparison.js";
import { listed, type Names } from "./names.js";
import { voiceSections } from "./voice-sections.js";

export type SectionKind = "both" | "differs" | "contradicts" | "only" | "some";

export interface NumberedItem extends Item {
  number: number;
}

export interface Section {
  kind: SectionKind;
  /** `both`, `differs`, `contradicts`, `some`, `only-0`…: fit for an attribute or a file name. */
  key: string;
  title: string;
  /** One line that tells what puts an item here. */
  meaning: string;
  items: NumberedItem[];
}

/** A section before it has items; `standings` are the relations, or standings of voices, that put an item there. */
export interface SectionPlan extends Omit<Section, "items"> {
  standings: string[];
}

/** Sections with items in them, in the order in which a reader asks: shared, differing, contradicting, of one side. */
export function sectionsOf(comparison: Comparison, names: Names): Section[] {
  const plans = comparison.sources.some(({ voice }) => voice)
    ? voiceSections(comparison)
    : textSections(comparison, names);
  let number = 0;
  return plans
    .map(({ standings, ...section }) => ({
      ...section,
      items: comparison.items.filter((item) => standings.includes(standingOf(item))),
    }))
    .filter((section) => section.items.length > 0)
    .map((section) => ({ ...section, items: section.items.map((item) => ({ ...item, number: ++number })) }));
}

function textSections({ sources }: Comparison, names: Names): SectionPlan[] {
  const all = sources.length > 2 ? "All" : "Both";
  return [
    {
      kind: "both",
      key: "both",
      title: `${all} say`,
      meaning: "The same in substance, scope and strength.",
      standings: ["both"],
    },
    {
      kind: "differs",
      key: "differs",
      title: "Differs, and how",
      meaning: "Told by more than one source, but not alike.",
      standings: ["scope-differs", "strength-differs"],
    },
    {
      kind: "contradicts",
      key: "contradicts",
      title: "Contradicts",
      meaning: "Told so that they cannot all be true.",
      standings: ["contradicts"],
    },
    ...sources.map((source, at) => ({
      kind: "only" as const,
      key: `only-${at}`,
      title: `Only ${sourceName(source, names)} says`,
      meaning: "No other source has it.",
      standings: [`only:${source.id}`],
    })),
    {
      kind: "some",
      key: "some",
      title: "Some say",
      meaning: "Told alike by some of the sources; the others leave it out.",
      standings: ["some"],
    },
  ];
}

function standingOf({ relation, standing = relation }: Item): string {
  return standing.startsWith("some:") ? "some" : standing;
}

/** "United States (us)"; the id alone where the text speaks for nobody. */
export function sourceName({ id, parties, voice }: ComparisonSource, names: Names): string {
  if (voice) return `${voice.name} (${id})`;
  if (parties.length === 0 || parties.length > 3) return id;
  return `${listed(parties.map(names.actor))} (${id})`;
}

/** A short name for an item's relation, or for the standing of voices: "Both say", "Scope differs". */
export function relationLabel({ relation: found, standing }: Item, sources: readonly ComparisonSource[]): string {
  const relation = standing ?? found;
  if (relation === "both") return sources.length > 2 ? "All say" : "Both say";
  if (relation === "contradicts") return "Contradicts";
  if (relation === "scope-differs") return "Scope differs";
  if (relation === "strength-differs") return "Strength differs";
  const [kind, ids] = relation.split(/:(.*)/s) as [string, string?];
  if (ids === undefined) return kind === "unattributed" ? "Laid to nobody" : "Other voices";
  if (kind === "refused") return `Not accepted by ${ids}`;
  return kind === "only" ? `Only ${ids}` : `Some: ${ids.replaceAll(",", ", ")}`;
}
