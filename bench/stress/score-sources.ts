/** A case on attribution or reference and the acts found in it -> one verdict an expectation. */
import type { Act } from "../../src/model/act.js";
import { type AttributionCase, actsAt, isActor, isNamed, type ReferenceCase } from "./stress-case.js";

export interface SourceScore {
  words: string;
  verdict: "right" | "wrong" | "no act";
  expected: string;
  found: string;
}

/** Who says so. The chain must be whole; the publisher, where the document has one, is taken off first. */
export function scoreAttribution(asked: AttributionCase, acts: readonly Act[]): SourceScore[] {
  return asked.expect.map(({ words, chain }) => {
    const found = actsAt(acts, asked.text, words).map((act) => withoutPublisher(act.attribution, asked.publisher));
    const right = found.some(
      (said) => said.length === chain.length && chain.every((link, at) => isNamed(said[at]!, link)),
    );
    return scored(words, found, right, chain);
  });
}

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

function withoutPublisher(said: readonly string[], publisher: string | null): readonly string[] {
  return publisher !== null && said[0] === publisher ? said.slice(1) : said;
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
