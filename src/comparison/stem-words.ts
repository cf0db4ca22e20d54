/** A stretch of text -> stems of its words, so that "implementing", "implementation" and "implemented" count as one. */

/** Words that carry grammar, not matter. */
const FUNCTION_WORDS = new Set(
  (
    "a an the this that these those it its he him his she her hers they them their theirs we us our ours i me my you your " +
    "who whom whose which what when where while how why there here and or but nor so yet if unless as than of in on at by " +
    "for from to with without into onto over under between among through during before after about against towards toward " +
    "upon within across via per is are was were be been being am do does did done has have had having will would shall " +
    "should can could may might must not no also both each all any some such other others another same only even very more " +
    "most much many own too just again once further well then now still up out off down new s t d ll re ve mr mrs ms"
  ).split(" "),
);

/** British spellings -> the other. */
const SPELLING: [RegExp, string][] = [
  [/isation/, "ization"],
  [/ise(d|s|r)?$/, "ize$1"],
  [/ising$/, "izing"],
  [/(?<=..[a-z])our(s|ed|ing|able)?$/, "or$1"],
  [/^defence/, "defense"],
  [/^programme/, "program"],
  [/(?<=..)centre/, "center"],
  [/fulfil(?!l)/, "fulfill"],
];

/** Endings, longest first, and the fewest letters that must stay before them. */
const ENDINGS: [string, number][] = [
  ["izations", 3],
  ["ization", 3],
  ["ational", 4],
  ["ations", 4],
  ["ation", 4],
  ["ingly", 4],
  ["ments", 4],
  ["ment", 4],
  ["ative", 4],
  ["iness", 3],
  ["ness", 4],
  ["ions", 4],
  ["ical", 4],
  ["able", 4],
  ["ible", 4],
  ["ance", 4],
  ["ence", 4],
  ["ings", 4],
  ["ating", 4],
  ["ated", 4],
  ["ates", 4],
  ["atic", 4],
  ["acy", 4],
  ["ity", 4],
  ["ion", 4],
  ["ing", 3],
  ["ied", 3],
  ["ies", 3],
  ["ive", 4],
  ["ize", 4],
  ["ate", 4],
  ["ian", 5],
  ["ful", 4],
  ["ed", 3],
  ["al", 4],
  ["ic", 4],
  ["ly", 4],
  ["ty", 5],
  ["es", 4],
  ["s", 3],
  ["y", 3],
  ["e", 3],
];

const WORD = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?|\d+(?:[.,]\d+)*/gu;

/** Stems of the words of `text` in order, function words left out; numbers stand as digits without separators. */
export function stemWords(text: string): string[] {
  return [...text.matchAll(WORD)].map(([word]) => stem(word)).filter((word) => word !== "");
}

/** The stem of one word; "" for a function word or a single letter. */
export function stem(word: string): string {
  if (/^\d/.test(word)) return word.replaceAll(",", "");
  let form = word.toLowerCase().replace(/['’].*$/, "");
  if (FUNCTION_WORDS.has(form) || form.length < 2) return "";
  for (const [pattern, replacement] of SPELLING) form = form.replace(pattern, replacement);
  return withoutEndings(form);
}

/** Endings come off one after the other ("territories" -> "territory" -> "territor"), at most three. */
function withoutEndings(form: string): string {
  let rest = form;
  for (let round = 0; round < 3; round += 1) {
    const ending = ENDINGS.find(
      ([end, least]) =>
        rest.endsWith(end) && rest.length - end.length >= least && !(end === "s" && rest.endsWith("ss")),
    );
    if (!ending) break;
    rest = rest.slice(0, -ending[0].length);
  }
  return rest.replace(/([^aeiouls])\1$/, "$1").replace(/i$/, "");
}
