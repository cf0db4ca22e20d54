/** One sentence of folded text -> wink-nlp's tokens with exact offsets. */
import model from "wink-eng-lite-web-model";
import winkNLP, { type ItsFunction } from "wink-nlp";

/** A token as wink gives it, with offsets into the text that was tokenised. */
export interface WinkToken {
  start: number;
  end: number;
  form: string;
  /** wink's own UPOS and lemma: a feature and a fall-back, not our answer. */
  upos: string;
  lemma: string;
}

const tagger = winkNLP(model, ["pos"]);

/** Addresses and numbers of that look, which wink cuts at each stroke. */
const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s"<>()]*[^\s"<>().,;:!?']/g;

/** No word, but data in letters, over which wink's own patterns take time that grows with the square of its length. */
const DATA = /\S{1001,}/g;

/** Tokens of one sentence, in order, none of them blank. What wink drops stays out; every token slices to its form. */
export function winkTokens(sentence: string): WinkToken[] {
  const text = sentence.replace(DATA, (data) => " ".repeat(data.length));
  const found = tagger.readDoc(text).tokens();
  const forms = found.out(tagger.its.value);
  const upos = found.out(tagger.its.pos) as string[];
  const lemmas = found.out(tagger.its.lemma as ItsFunction<string>);
  const tokens: WinkToken[] = [];
  let from = 0;
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i]!;
    if (form.trim() === "") continue;
    const start = text.indexOf(form, from);
    if (start < 0) continue;
    from = start + form.length;
    tokens.push({ start, end: from, form, upos: upos[i] ?? "X", lemma: lemmas[i] ?? form });
  }
  return text.includes("://") || text.includes("www.") ? joinAddresses(text, tokens) : tokens;
}

function joinAddresses(text: string, tokens: WinkToken[]): WinkToken[] {
  let joined = tokens;
  for (const match of text.matchAll(ADDRESS)) {
    const start = match.index;
    const end = start + match[0].length;
    const inside = joined.filter((token) => token.start < end && token.end > start);
    if (inside.length === 0 || inside[0]!.start !== start || inside.at(-1)!.end !== end) continue;
    const at = joined.indexOf(inside[0]!);
    const whole = { start, end, form: match[0], upos: "X", lemma: match[0] };
    joined = [...joined.slice(0, at), whole, ...joined.slice(at + inside.length)];
  }
  return joined;
}
