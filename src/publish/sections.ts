/** A Comparison -> its items in the sections every view shows, numbered alike in all of them. */
import type { Comparison, ComparisonSource, Item } from "../model/comparison.js";
import { listed, type Names } from "./names.js";

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

/** Sections with items in them, in the order in which a reader asks: shared, differing, contradicting, of one side. */
export function sectionsOf({ sources, items }: Comparison, names: Names): Section[] {
  const all = sources.length > 2 ? "All" : "Both";
  const groups: Omit<Section, "items">[] = [
    { kind: "both", key: "both", title: `${all} say`, meaning: "The same in substance, scope and strength." },
    {
      kind: "differs",
      key: "differs",
      title: "Differs, and how",
      meaning: "Told by more than one source, but not alike.",
    },
    { kind: "contradicts", key: "contradicts", title: "Contradicts", meaning: "Told so that they cannot all be true." },
    ...sources.map((source, at) => ({
      kind: "only" as const,
      key: `only-${at}`,
      title: `Only ${sourceName(source, names)} says`,
      meaning: "No other source has it.",
    })),
    {
      kind: "some",
      key: "some",
      title: "Some say",
      meaning: "Told alike by some of the sources; the others leave it out.",
    },
  ];
  let number = 0;
  return groups
    .map((group) => ({ ...group, items: items.filter((item) => sectionKey(item, sources) === group.key) }))
    .filter((section) => section.items.length > 0)
    .map((section) => ({ ...section, items: section.items.map((item) => ({ ...item, number: ++number })) }));
}

function sectionKey({ relation }: Item, sources: readonly ComparisonSource[]): string {
  if (relation === "both" || relation === "contradicts") return relation;
  if (relation.startsWith("only:"))
    return `only-${sources.findIndex(({ id }) => id === relation.slice("only:".length))}`;
  return relation.startsWith("some:") ? "some" : "differs";
}

/** "United States (us)"; the id alone where the text speaks for nobody. */
export function sourceName({ id, parties }: ComparisonSource, names: Names): string {
  if (parties.length === 0 || parties.length > 3) return id;
  return `${listed(parties.map(names.actor))} (${id})`;
}

/** A short name for an item's relation: "Both say", "Scope differs". */
export function relationLabel({ relation }: Item, sources: readonly ComparisonSource[]): string {
  if (relation === "both") return sources.length > 2 ? "All say" : "Both say";
  if (relation === "contradicts") return "Contradicts";
  if (relation === "scope-differs") return "Scope differs";
  if (relation === "strength-differs") return "Strength differs";
  const [kind, ids] = relation.split(/:(.*)/s) as [string, string];
  return kind === "only" ? `Only ${ids}` : `Some: ${ids.replaceAll(",", ", ")}`;
}
