/** The catalogue -> what the statements stage looks up: compiled once, used for every document. */
import type { Catalog, Trigger } from "../model/catalog.js";
import { compilePatterns, type PatternIndex } from "../text/pattern.js";
import type { StandIns } from "../text/syntax/stand-in.js";
import { compileGazetteer, type Gazetteer } from "./gazetteer.js";
import { standIns } from "./stand-ins.js";

/** Acts that may be done by the very words beside them ("…," the envoy insisted). */
const BY_WORDS = new Set<Trigger["act"]>(["expressed", "demanded", "proposed", "pledged", "accused", "threatened"]);

export interface Lexicon {
  /** Triggers by the lemma of their head, the most specific first. */
  triggers: ReadonlyMap<string, readonly Trigger[]>;
  /** Phrase triggers by id. */
  phrases: ReadonlyMap<string, Trigger>;
  phrasePatterns: PatternIndex;
  /** What takes a trigger back, by the trigger's id. */
  exceptions: PatternIndex;
  gazetteer: Gazetteer;
  /** What the parser is shown in the place of names. */
  standIns: StandIns;
  issues: PatternIndex;
  targets: PatternIndex;
  hedges: PatternIndex;
  furniture: PatternIndex;
  /** Words a clause may have at most to be that furniture. */
  furnitureWords: ReadonlyMap<string, number>;
  /** Ids of furniture after which nothing of a clause counts. */
  wholeFurniture: ReadonlySet<string>;
  hedgeStrengths: ReadonlyMap<string, number>;
}

export function compileLexicon(catalog: Catalog): Lexicon {
  const phrases = catalog.triggers.filter((trigger) => trigger.frame === "phrase");
  const one = (entries: readonly { id: string; pattern: string | null }[]) =>
    compilePatterns(entries.map(({ id, pattern }) => ({ id, patterns: pattern === null ? [] : [pattern] })));
  return {
    triggers: byHead(catalog.triggers),
    phrases: new Map(phrases.map((trigger) => [trigger.id, trigger])),
    phrasePatterns: one(phrases),
    exceptions: compilePatterns(catalog.triggers.map(({ id, unless }) => ({ id, patterns: unless }))),
    gazetteer: compileGazetteer(catalog),
    standIns: standIns(catalog),
    issues: compilePatterns(catalog.issues),
    targets: compilePatterns(catalog.targets),
    hedges: one(catalog.hedges),
    furniture: one(catalog.furniture),
    wholeFurniture: new Set(catalog.furniture.filter(({ whole }) => whole).map(({ id }) => id)),
    furnitureWords: new Map(catalog.furniture.map(({ id, longestWords }) => [id, longestWords])),
    hedgeStrengths: new Map(catalog.hedges.map(({ id, strength }) => [id, strength])),
  };
}

/** How much an entry asks for: the more, the more specific, the earlier it is tried. */
export function specificity(trigger: Trigger): number {
  const { object, complement, pattern } = trigger;
  return (
    4 * Number(object.length > 0) +
    3 * Number(trigger.with.length > 0) +
    Number(complement.length > 0) +
    (pattern?.split(" ").length ?? 0)
  );
}

function byHead(triggers: readonly Trigger[]): Map<string, Trigger[]> {
  const map = new Map<string, Trigger[]>();
  for (const trigger of triggers) {
    if (trigger.frame === "phrase") continue;
    for (const lemma of trigger.head) map.set(lemma, [...(map.get(lemma) ?? []), trigger]);
  }
  for (const list of map.values()) list.sort((a, b) => specificity(b) - specificity(a));
  return map;
}

/** Whether a verb tells of speech: everywhere, only beside a quotation ("continued", "insisted"), or never. */
export function speechOfVerb({ triggers }: Lexicon, lemma: string): "always" | "quoting" | "never" {
  const verbs = (triggers.get(lemma) ?? []).filter(({ frame, conduct }) => frame === "verb" && !conduct);
  if (verbs.some(({ speech, act, complement }) => (speech && complement.join() !== "quote") || act === "informed"))
    return "always";
  return verbs.some(({ act }) => act !== null && BY_WORDS.has(act)) ? "quoting" : "never";
}
