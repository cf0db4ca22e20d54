/** What a source says in an item, or one act -> the line above its quote: who does what, according to whom. */
import type { Act, Veridicality } from "../model/act.js";
import type { ComparisonSource, ItemSource } from "../model/comparison.js";
import { listed, type Names } from "./names.js";
import { actPhrase } from "./plain-words.js";

/**
 * ["France and India", "agreed", "according to the Kremlin"], each "" where there is nothing to say. The source itself is
 * not cited as its own witness, but for a news report beside other texts, which speaks for no party.
 */
export function sideWords(
  side: Omit<ItemSource, "spans">,
  { genre, publisher, voice }: Pick<ComparisonSource, "genre" | "publisher" | "voice">,
  names: Names,
): readonly [who: string, does: string, cited: string] {
  const own = genre === "report" && !voice ? null : publisher;
  const cited = attributionWords(side.attribution, side.actors.map(names.actor), own);
  const [who, does] = clauseWords(side, names);
  return [who, does === NOBODY && cited ? "" : does, cited];
}

/** The three in one line: "France agreed, according to the Kremlin". */
export function sideLine(...[side, source, names]: Parameters<typeof sideWords>): string {
  const [who, does, cited] = sideWords(side, source, names);
  return [[who, does].filter(Boolean).join(" "), cited].filter(Boolean).join(", ");
}

/** What a line above a quote needs of an act. */
type Told = Pick<Act, "act" | "veridicality" | "actors" | "rule">;

/** Rules that find a plain sentence, in which nobody is said to speak or act in words ("Russia holds the city"). */
const PLAIN = new Set(["default:statement", "default:prediction"]);
const NOBODY = "says, naming nobody";

/**
 * Who does what in a clause: ["France and India", "agreed"]. Of a plain sentence nobody but the text is the speaker:
 * ["", "says of France"]; where it names nobody, that is said.
 */
export function clauseWords({ act, veridicality, actors, rule }: Told, names: Names): readonly [string, string] {
  const isNamed = actors.some((id) => id !== "?");
  const who = listed(actors.map(names.actor));
  if (PLAIN.has(rule)) return ["", `${isNamed ? `says of ${who}` : NOBODY}${SO_FAR[veridicality]}`];
  const does = actPhrase(act, veridicality);
  return isNamed ? [who, does] : ["", `${does}, by whom it does not say`];
}

const SO_FAR: Record<Veridicality, string> = {
  asserted: "",
  negated: ", in the negative",
  conditional: ", under a condition",
  unasserted: " (spoken of, not confirmed)",
};

/** "according to the Kremlin, citing its aide": whom a text quotes, where that is neither `own`, its publisher, nor the actors. */
export function attributionWords(
  attribution: readonly string[],
  actors: readonly string[],
  own: string | null = null,
): string {
  const quoted = (attribution[0] === own ? attribution.slice(1) : attribution).filter(
    (name) => !name.split(" and ").every((one) => actors.includes(one)),
  );
  return quoted.length > 0 ? `according to ${quoted.map(withArticle).join(", citing ")}` : "";
}

/** Names that are common nouns with a word before them, or that English calls with an article. */
const WITH_ARTICLE =
  /^(?:Kremlin|Élysée|Elysée|Pentagon|Holy See)$|\b(?:House|Ministry|Department|Office|Embassy|Cabinet|Government|[Ss]ide|[Dd]elegation|States|Kingdom|Union|Nations|Emirates|Netherlands|Philippines)$|^(?:Ministry|Office|Embassy|Government) of\b/;

/** "the Kremlin", "the Russian side", "France". */
function withArticle(name: string): string {
  return WITH_ARTICLE.test(name) ? `the ${name}` : name;
}
