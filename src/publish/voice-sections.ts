/** A comparison of the voices in one report -> its items in sections by how the sides of the contact stand. */
import type { Comparison, ComparisonSource } from "../model/comparison.js";
import type { SectionPlan } from "./sections.js";

const NOTHING_DIFFERS = "Each side has it in the report's telling, and nothing in it differs.";

/** Sections in the order in which a reader asks: shared, differing, refused, of one side, laid to nobody, of others. */
export function voiceSections({ sources }: Comparison): SectionPlan[] {
  const sides = sources.filter(({ voice }) => voice?.kind === "side");
  const reporter = sources.find(({ voice }) => voice?.kind === "reporter");
  const several = sides.length > 2 ? "Several sides" : "Both sides";
  return [
    { kind: "both", key: "both", title: several, meaning: NOTHING_DIFFERS, standings: ["both"] },
    {
      kind: "differs",
      key: "differs",
      title: "Differs, and how",
      meaning: "Told in more than one voice, but not alike.",
      standings: ["scope-differs", "strength-differs"],
    },
    {
      kind: "contradicts",
      key: "contradicts",
      title: "Contradicts",
      meaning: "Told so that it cannot all be true.",
      standings: ["contradicts"],
    },
    ...sides.map((side, at) => ({
      kind: "contradicts" as const,
      key: `refused-${at}`,
      title: `Not accepted by ${nameOf(side)}`,
      meaning: "So the report itself or the side's own words have it.",
      standings: [`refused:${side.id}`],
    })),
    ...sides.map((side, at) => ({
      kind: "only" as const,
      key: `only-${at}`,
      title: `Only laid to ${nameOf(side)}`,
      meaning: "The report gives it to no other side.",
      standings: [`only:${side.id}`],
    })),
    {
      kind: "some",
      key: "unattributed",
      title: `${reporter ? nameOf(reporter) : "The report"} in its own voice`,
      meaning: "Laid to nobody: the report says so itself and names no source.",
      standings: ["unattributed"],
    },
    {
      kind: "only",
      key: "others",
      title: "Other voices",
      meaning: "Of those who were no side of the contact. An expert's view is nobody's position.",
      standings: ["others"],
    },
  ];
}

function nameOf({ id, voice }: ComparisonSource): string {
  return voice ? `${voice.name} (${id})` : id;
}
