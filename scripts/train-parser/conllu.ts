/** A treebank file (CoNLL-U, gzipped or not) -> sentences of gold tokens with wink's tags beside them. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { foldText } from "../../src/text/syntax/fold.js";
import { winkTokens } from "../../src/text/syntax/tokenize.js";

/** One sentence, column by column. */
export interface GoldSentence {
  text: string;
  /** Folded as at run time. */
  forms: string[];
  starts: number[];
  lemmas: string[];
  /** "XPOS|UPOS". */
  tags: string[];
  /** Index of the head, the sentence's length for the root. */
  heads: Int32Array;
  deprels: string[];
  /** wink's UPOS and lemma where it makes the same token, else "X" and the form. */
  wink: string[];
  winkLemmas: string[];
}

const KEPT_SUBTYPES = new Set(["nsubj:pass", "aux:pass", "obl:agent", "acl:relcl"]);

/** Reads all sentences of a file. */
export function readTreebank(path: string): GoldSentence[] {
  const bytes = readFileSync(path);
  const content = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return content
    .split(/\n\n+/)
    .filter((block) => block.includes("# text = "))
    .map(readSentence);
}

function readSentence(block: string): GoldSentence {
  const text = foldText(/^# text = (.*)$/m.exec(block)![1]!);
  const rows = block
    .split("\n")
    .filter((line) => /^\d/.test(line) && !/^\d+\./.test(line))
    .map((line) => line.split("\t"));
  const words = rows.filter((row) => !row[0]!.includes("-"));
  const forms = words.map((row) => foldText(row[1]!));
  const starts = startsOf(rows, text);
  const made = new Map(winkTokens(text).map((token) => [`${token.start}-${token.end}`, token]));
  const same = forms.map((form, i) => made.get(`${starts[i]}-${starts[i]! + form.length}`));
  return {
    text,
    forms,
    starts,
    lemmas: words.map((row) => foldText(row[2]!)),
    tags: words.map((row) => `${row[4]}|${row[3]}`),
    heads: Int32Array.from(words, (row) => (row[6] === "0" ? words.length : Number(row[6]) - 1)),
    deprels: words.map((row) => keptRelation(row[7]!)),
    wink: same.map((token) => token?.upos ?? "X"),
    winkLemmas: same.map((token, i) => token?.lemma ?? forms[i]!),
  };
}

/** Where each word starts in the text; the words of a contraction share its stretch. */
function startsOf(rows: string[][], text: string): number[] {
  const starts: number[] = [];
  let from = 0;
  let contractionEnds = 0;
  let contractionEnd = 0;
  for (const [id, rawForm] of rows) {
    const form = foldText(rawForm!);
    if (id!.includes("-")) {
      contractionEnds = Number(id!.split("-")[1]);
      contractionEnd = text.indexOf(form, from) + form.length;
      from = contractionEnd - form.length;
      continue;
    }
    const at = text.indexOf(form, from);
    const lost = at < 0 || (Number(id) <= contractionEnds && at >= contractionEnd);
    starts.push(lost ? from : at);
    from = lost ? from : at + form.length;
    if (Number(id) === contractionEnds) from = contractionEnd;
  }
  return starts;
}

function keptRelation(deprel: string): string {
  return KEPT_SUBTYPES.has(deprel) ? deprel : deprel.split(":")[0]!;
}
