/** A form under our tag -> its dictionary form: learned exceptions, then spelling, with wink's lemma where that is unsure. */
import { adjectiveBase } from "./adjective-base.js";
import { irregularSingular, nounSingular } from "./noun-singular.js";
import { createVerbStemmer, type VerbStemmer } from "./verb-stem.js";

/** What is learned of English words. */
export interface LemmaTable {
  /** Lemmas that the rules would miss, by "form|UPOS". */
  exceptions: ReadonlyMap<string, string>;
  /** Verbs in their dictionary form. */
  verbs: readonly string[];
}

/** wink's answer for the same token. */
export interface WinkLemma {
  upos: string;
  lemma: string;
}

/** Lemma, in lower case, of a lower-case form under our UPOS and XPOS. Proper nouns and what is not inflected keep their form. */
export type Lemmatizer = (lower: string, upos: string, xpos: string, wink: WinkLemma) => string;

const PREFIX = /^(?:over|under|fore|with|out|mis|re|for|un|be|co|up)-?/;
const RARE_IRREGULAR = new Map(
  "forbade:forbid forbidden:forbid bade:bid bidden:bid sank:sink sunk:sink shot:shoot bound:bind lit:light fled:flee shrank:shrink shrunk:shrink swore:swear sworn:swear strove:strive striven:strive wove:weave woven:weave forsook:forsake forsaken:forsake slew:slay slain:slay trod:tread trodden:tread smote:smite clung:cling flung:fling wrung:wring slung:sling stung:sting stank:stink spun:spin dug:dig hid:hide hidden:hide bit:bite bitten:bite froze:freeze frozen:freeze tore:tear torn:tear bred:breed bled:bleed sped:speed led:lead misled:mislead fell:fall fallen:fall sought:seek held:hold withheld:withhold upheld:uphold laid:lay"
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]),
);

/** A lemmatizer over what is learned. */
export function createLemmatizer({ exceptions, verbs }: LemmaTable): Lemmatizer {
  const stem = createVerbStemmer(verbs);
  return (lower, upos, xpos, wink) => {
    if (upos === "PROPN") return lower;
    const certain = upos === "NOUN" && xpos.endsWith("S") ? irregularSingular(lower) : undefined;
    const learned = certain ?? exceptions.get(`${lower}|${upos}`);
    if (learned !== undefined) return learned;
    if (upos === "VERB" || upos === "AUX")
      return AUXILIARIES.get(lower) ?? irregularVerb(exceptions, lower, xpos) ?? verbLemma(stem, lower, xpos, wink);
    if (upos === "NOUN" && xpos.endsWith("S")) return nounLemma(lower, wink);
    return /^(?:JJ|RB)[RS]$/.test(xpos) ? adjectiveBase(lower) : lower;
  };
}

const AUXILIARIES = new Map([
  ["has", "have"],
  ["had", "have"],
  ["does", "do"],
  ["did", "do"],
  ["is", "be"],
  ["are", "be"],
  ["was", "be"],
  ["were", "be"],
  ["am", "be"],
  ["been", "be"],
]);

/** A prefixed irregular verb goes as the verb it is made of: overthrew as threw, retaken as taken. */
function irregularVerb(exceptions: ReadonlyMap<string, string>, lower: string, xpos: string): string | undefined {
  if (xpos !== "VBD" && xpos !== "VBN") return undefined;
  const rare = RARE_IRREGULAR.get(lower);
  if (rare !== undefined || lower.endsWith("ed")) return rare;
  const prefix = PREFIX.exec(lower)?.[0];
  const base = prefix && exceptions.get(`${lower.slice(prefix.length)}|VERB`);
  return base && prefix + base;
}

function verbLemma(stem: VerbStemmer, lower: string, xpos: string, wink: WinkLemma): string {
  if (xpos === "VB" || xpos === "VBP" || xpos === "MD") return lower;
  const found = stem(lower, xpos);
  if (found.sure) return found.lemma;
  const trusted = wink.upos === "VERB" && wink.lemma !== lower && /^[a-z-]+$/.test(wink.lemma);
  return trusted ? wink.lemma : found.lemma;
}

/** wink knows irregular plurals that no rule tells. */
function nounLemma(lower: string, wink: WinkLemma): string {
  const singular = nounSingular(lower);
  const irregular = wink.upos === "NOUN" && singular === lower && /^[a-z-]+$/.test(wink.lemma);
  return irregular ? wink.lemma : singular;
}
