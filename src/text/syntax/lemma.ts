/** A form and our tag -> its dictionary form: learned exceptions, then suffix rules, then wink's lemma. */

/** What is known of English words: learned exceptions by "form|UPOS". */
export type LemmaTable = ReadonlyMap<string, string>;

/** Lemma of a lower-case form under our UPOS and XPOS; `winkLemma` and `winkUpos` are the fall-back. */
export function lemmatize(table: LemmaTable, lower: string, upos: string, xpos: string, wink: WinkLemma): string {
  const learned = table.get(`${lower}|${upos}`);
  if (learned !== undefined) return learned;
  const regular = regularLemma(lower, upos, xpos);
  if (regular === lower) return lower;
  const trusted = wink.upos === upos || (wink.upos === "AUX" && upos === "VERB");
  return trusted && wink.lemma !== lower && /^[a-z]+$/.test(wink.lemma) ? wink.lemma : regular;
}

/** wink's answer for the same token. */
export interface WinkLemma {
  upos: string;
  lemma: string;
}

/** What the suffix rules alone say. */
export function regularLemma(lower: string, upos: string, xpos: string): string {
  if (upos === "VERB" || upos === "AUX") return verbLemma(lower, xpos);
  if (upos === "NOUN" && xpos.endsWith("S")) return withoutPlural(lower);
  if (upos === "ADJ" && xpos === "JJR" && lower.endsWith("er")) return restored(lower.slice(0, -2));
  if (upos === "ADJ" && xpos === "JJS" && lower.endsWith("est")) return restored(lower.slice(0, -3));
  return lower;
}

function verbLemma(lower: string, xpos: string): string {
  if (xpos === "VBZ") return withoutPlural(lower);
  if (xpos === "VBG" && lower.endsWith("ing") && lower.length > 4) return restored(lower.slice(0, -3));
  if ((xpos === "VBD" || xpos === "VBN") && lower.endsWith("ed") && lower.length > 3) {
    if (lower.endsWith("ied")) return lower.length > 4 ? `${lower.slice(0, -3)}y` : lower.slice(0, -1);
    if (lower.endsWith("eed")) return lower.slice(0, -1);
    return restored(lower.slice(0, -2));
  }
  return lower;
}

function withoutPlural(lower: string): string {
  if (!lower.endsWith("s") || lower.endsWith("ss") || lower.length < 3) return lower;
  if (lower.endsWith("ies") && lower.length > 4) return `${lower.slice(0, -3)}y`;
  if (/(?:[sxz]|ch|sh|o)es$/.test(lower)) {
    const stem = lower.slice(0, -2);
    return /(?:ss|x|zz|ch|sh|o|us|is)$/.test(stem) && !/(?:[aeiou]{2}s|ous|aus)$/.test(stem) ? stem : `${stem}e`;
  }
  return lower.slice(0, -1);
}

/** Stems that lost a final e: after these endings it is put back. */
const LOST_E =
  /(?:[^aeiou]at|[aeiou]at|[iy]z|[bcdfgkptz]l|[iy]s|[aeiou]r?c|nc|[nrdl]g|[aeiou]g|v|u|[^aeiou]us|[aeiou]ut|[^aeio][aeiou]ns|rs|ls|[^aeiou]ir|[^aeiou]ur|[^aeiou]in|[^aeiou]id|[^aeiou]ud|[^aeiou]ok|[^aeiou]ak|[^aeiou]ik|[^aeiou]ap|[^aeiou]op|[^aeiou]os|[^aeiou]as|[^aeiou]um|[^aeiou]am|[^aeiou]ar|[^aeiou]or|[^aeiou]ot|[^aeiou]ud)$/;
const KEEPS_NONE = /(?:[^l]ing|[aeiou]n|[^aeiou]or|[^aeiou]ain|it|et|er|en|on|ow|aw|ew|y|ee|oo)$/;
const DOUBLED = /([bdgkmnprtv])\1$/;

function restored(stem: string): string {
  if (stem.endsWith("i")) return `${stem.slice(0, -1)}y`;
  if (DOUBLED.test(stem)) return stem.slice(0, -1);
  if (KEEPS_NONE.test(stem)) return stem;
  return LOST_E.test(stem) ? `${stem}e` : stem;
}
