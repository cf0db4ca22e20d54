/** A text's layout -> the language whose version it says is the one that counts. */
import type { Layout } from "./text-layout.js";

/** Languages in which the publishers of the catalogue issue what counts. */
const CODES = "ar az de en es fa fr he hi hy id it ja ka ko nl pl pt ru sr tr uk ur vi zh".split(" ");
const NAMES = new Intl.DisplayNames(["en"], { type: "language" });
const CODE_OF = new Map(CODES.map((code) => [NAMES.of(code)!.toLowerCase(), code]));

const CLAUSES = [
  /\b(?:the )?(\p{L}+)(?:-language)? (?:text|version|original|language version)(?: alone)? (?:shall |will )?(?:prevails?|be authoritative|is authoritative|is binding|is the (?:only )?(?:official|authoritative|authentic))/iu,
  /\bonly (?:the )?(\p{L}+)(?:-language)? (?:text|version|original) is (?:authentic|authoritative|official|binding)/iu,
  /\btranslat(?:ed|ion) from (?:the )?(\p{L}+)/iu,
  /\boriginal(?: language)?: (\p{L}+)/iu,
];

/** BCP 47; `otherwise` where the first and last lines say nothing of it. */
export function findAuthoritative({ lines }: Layout, otherwise: string | null): string | null {
  for (const line of [...lines.slice(0, 4), ...lines.slice(-4)]) {
    if (line.length > 400) continue;
    for (const clause of CLAUSES) {
      const code = CODE_OF.get(clause.exec(line)?.[1]?.toLowerCase() ?? "");
      if (code) return code;
    }
  }
  return otherwise;
}
