/** An engine (document -> acts) -> its scores on every case in this folder. */
import type { Act } from "../../src/model/act.js";
import type { Document } from "../../src/model/document.js";
import { type SourceScore, scoreAttribution, scoreReference } from "./score-sources.js";
import { scoreVeridicality, type VeridicalityScore } from "./score-veridicality.js";
import { AttributionCase, documentOf, ReferenceCase, readCases, VeridicalityCase } from "./stress-case.js";

/** Finds the acts of one small document; must not throw on content. */
export type Engine = (document: Document) => Act[];

export interface Tried<Case, Score> {
  asked: Case;
  acts: Act[];
  score: Score;
}

export interface StressResult {
  /** Of all sets. */
  veridicality: Tried<VeridicalityCase, VeridicalityScore>[];
  /** The same by set, in the order in which they were written. */
  sets: Tried<VeridicalityCase, VeridicalityScore>[][];
  attribution: Tried<AttributionCase, SourceScore[]>[];
  reference: Tried<ReferenceCase, SourceScore[]>[];
}

/** Sets of sentences on veridicality, with what each came to when it was first tried, where that was written down. */
export const SETS: { file: string; atFirst: { right: number; falseAssertions: number } | null }[] = [
  { file: "veridicality.yaml", atFirst: null },
  { file: "veridicality-second.yaml", atFirst: { right: 90, falseAssertions: 5 } },
  { file: "veridicality-third.yaml", atFirst: { right: 65, falseAssertions: 6 } },
  { file: "veridicality-fourth.yaml", atFirst: { right: 44, falseAssertions: 4 } },
  { file: "veridicality-fifth.yaml", atFirst: { right: 89, falseAssertions: 13 } },
];

/** `inFull` tells to which state a display name belongs. */
export function runStress(engine: Engine, inFull: (name: string) => string): StressResult {
  const attempt = <C extends VeridicalityCase | AttributionCase | ReferenceCase, S>(
    asked: C,
    score: (asked: C, acts: readonly Act[]) => S,
  ): Tried<C, S> => {
    const acts = engine(documentOf(asked)).map((act) => ({ ...act, attribution: act.attribution.map(inFull) }));
    return { asked, acts, score: score(asked, acts) };
  };
  const sets = SETS.map(({ file }) =>
    readCases(file, VeridicalityCase).map((asked) => attempt(asked, scoreVeridicality)),
  );
  return {
    veridicality: sets.flat(),
    sets,
    attribution: readCases("attribution.yaml", AttributionCase).map((asked) => attempt(asked, scoreAttribution)),
    reference: readCases("reference.yaml", ReferenceCase).map((asked) => attempt(asked, scoreReference)),
  };
}

export interface StressFigures {
  /** Acts. */
  falseAssertions: number;
  /** Share of sentences, 0 to 1. */
  right: number;
  /** Share of the actors named by right sentences, 0 to 1. */
  actorsRight: number;
  /** Shares of expectations, 0 to 1. */
  attribution: number;
  reference: number;
}

/** Figures over the whole set; every share is over all that was asked, nothing is left out as unreadable. */
export function figuresOf(result: StressResult): StressFigures {
  const { veridicality } = result;
  const withActors = veridicality.flatMap(({ asked, score }) =>
    asked.expect.filter((one) => one.by && !score.missed.includes(one)),
  );
  const actorsWrong = veridicality.flatMap(({ score }) => score.wrongActors).length;
  return {
    falseAssertions: veridicality.flatMap(({ score }) => score.falseAssertions).length,
    right: share(veridicality.filter(({ score }) => score.right).length, veridicality.length),
    actorsRight: share(withActors.length - actorsWrong, withActors.length),
    attribution: shareRight(result.attribution.flatMap(({ score }) => score)),
    reference: shareRight(result.reference.flatMap(({ score }) => score)),
  };
}

const share = (part: number, whole: number) => (whole ? part / whole : 0);
const shareRight = (scores: readonly SourceScore[]) =>
  share(scores.filter(({ verdict }) => verdict === "right").length, scores.length);
