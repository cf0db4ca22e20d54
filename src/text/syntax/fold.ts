/** Text -> text of the same length in plain letters, quotation marks and spaces: what the tokeniser can read, offsets kept. */

/** Quotation marks of two strokes, as wire services type them: a pair that opens, and one that closes. */
const OPENING_PAIR = /(?<=^|[\s(])''(?=\S)/gm;
const CLOSING_PAIR = /''/g;

const FIRST = 0x100;
const LAST = 0x24f;

/** Letters of Latin Extended without a decomposition into ASCII and marks: groups of an ASCII base and the letters it stands for. */
const UNDECOMPOSED =
  "AǢǼȺ BƁƂƄɃ CƇȻ DĐƉƊƋǄǅǱǲ EƎƏƐɆ FƑ GƓƔǤ HĦǶɁ IĲƖƗ JɈ KƘ LĿŁǇǈȽ MƜ NŊƝǊǋȠ OŒƆƟƢǾȢ PƤ RƦɌ SƧƩƼɊ TŦƬƮȾ UƱɄ " +
  "VƲɅ WǷ YƳȜɎ ZƵƷƸǮȤ aǣǽ bƀƃƅ cƈȼ dđƌƍǆǳȡȸ eǝɇ fƒ gǥ hħƕɂ iıĳ jȷɉ kĸƙ lŀłƚƛǀǁǂǃǉȴ nŉŋƞǌȵ oœƣǿȣ pƥ qȹɋ rɍ " +
  "sſƨƪƽȿ tŧƫƭƾȶ wƿ yƴȝɏ zƶƹƺƻǯȥɀ";

const SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`";
const DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb";
const HYPHENS = "\u2010\u2011";
/** Spaces that are not ASCII, tabs and page breaks, zero-width and bidirectional controls. */
const BLANKS =
  "\t\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u202f\u205f\u2060\u2066\u2067\u2068\u2069\u3000\ufeff";

const NEEDS_FOLDING = new RegExp(`[\u0100-\u024f${SINGLE_QUOTES}${DOUBLE_QUOTES}${HYPHENS}${BLANKS}]|''`);
const FOLDED = foldedCharacters();

/**
 * Folds letters U+0100-024F to their ASCII base, typographic and paired quotation marks to straight ones (a pair to one and a space), other spaces and invisible
 * controls to a space. One code unit gives one code unit, so offsets into the result are offsets into the text.
 */
export function foldText(text: string): string {
  if (!NEEDS_FOLDING.test(text)) return text;
  let folded = "";
  let copied = 0;
  for (let i = 0; i < text.length; i++) {
    const code = FOLDED.get(text.charCodeAt(i));
    if (code === undefined) continue;
    folded += text.slice(copied, i) + code;
    copied = i + 1;
  }
  return (folded + text.slice(copied)).replace(OPENING_PAIR, ' "').replace(CLOSING_PAIR, '" ');
}

function foldedCharacters(): Map<number, string> {
  const table = new Map<number, string>();
  for (let code = FIRST; code <= LAST; code++) {
    const base = String.fromCharCode(code).normalize("NFD")[0]!;
    if (base < "\u0080") table.set(code, base);
  }
  for (const [base, ...letters] of UNDECOMPOSED.split(" ")) {
    for (const letter of letters) table.set(letter.charCodeAt(0), base!);
  }
  for (const mark of SINGLE_QUOTES) table.set(mark.charCodeAt(0), "'");
  for (const mark of DOUBLE_QUOTES) table.set(mark.charCodeAt(0), '"');
  for (const mark of HYPHENS) table.set(mark.charCodeAt(0), "-");
  for (const blank of BLANKS) table.set(blank.charCodeAt(0), " ");
  return table;
}
