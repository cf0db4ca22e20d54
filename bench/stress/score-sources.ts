/** A case on attribution or reference and the acts found in it -> one verdict an expectation. */
import type { Act } from "../../src/model/act.js";
import { type AttributionCase, actsAt, isActor, isNamed, type ReferenceCase } from "./stress-case.js";

export interface SourceScore {
  words: string;
  verdict: "right" | "wrong" | "no act";
  expected: string;
  found: string;
}

/** Who says so. A chain must be whole. */
export function scoreAttribution(asked: AttributionCase, acts: readonly Act[]): SourceScore[] {
  return asked.expect.map(({ words, chain, or }) => {
    const found = actsAt(acts, asked.text, words).map(({ attribution }) => attribution);
    const right = found.some((said) => [chain, ...or].some((links) => isChain(said, links)));
    return scored(words, found, right, chain);
  });
}

const isChain = (said: readonly string[], links: readonly string[]) =>
  said.length === links.length && links.every((link, at) => isNamed(said[at]!, link));

/** Who acts. Every actor expected and nobody else, save those who may be left out. */
export function scoreReference(asked: ReferenceCase, acts: readonly Act[]): SourceScore[] {
  return asked.expect.map(({ words, actors, maybe }) => {
    const found = actsAt(acts, asked.text, words).map((act) => act.actors);
    const known = [...actors, ...maybe];
    const right = found.some(
      (who) =>
        actors.every((id) => who.some((actor) => isActor(actor, id))) &&
        who.every((actor) => known.some((id) => isActor(actor, id))),
    );
    return scored(words, found, right, actors);
  });
}

function scored(
  words: string,
  found: readonly (readonly string[])[],
  right: boolean,
  expected: readonly string[],
): SourceScore {
  const verdict = right ? "right" : found.length ? "wrong" : "no act";
  const show = (names: readonly string[]) => `[${names.join(", ")}]`;
  return { words, verdict, expected: show(expected), found: [...new Set(found.map(show))].join(" or ") };
}
