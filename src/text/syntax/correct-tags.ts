/** Tags of a sentence as the tagger gave them -> the same with a few mistakes corrected that cost a whole tree. */

/** "XPOS|UPOS" of each token, in place; `forms` are what the tagger saw. */
export function correctTags(forms: readonly string[], tags: string[]): void {
  const lower = forms.map((form) => form.toLowerCase());
  tags.forEach((tag, i) => {
    if (lower[i] === "will" && tag.startsWith("MD") && /^(?:DT|JJ|PRP\$)\|/.test(tags[i - 1] ?? "")) tags[i] = NOUN;
    if (isCoordinatedPast(lower[i]!, tag, tags, i) || isPastBehindName(forms[i]!, tag, tags, i)) tags[i] = "VBD|VERB";
    if (lower[i] === "need" && tag.startsWith("VB") && lower[i - 1] === "in") tags[i] = NOUN;
  });
  const verb = onlyVerb(lower, tags);
  if (verb >= 0) tags[verb] = "VBD|VERB";
}

const NOUN = "NN|NOUN";
const FINITE = /^(?:VBD|VBZ|VBP|MD)\|/;

/** "met the envoy and also informed of the plan": a past form taken for an adjective, behind "and" and before its object. */
function isCoordinatedPast(word: string, tag: string, tags: readonly string[], i: number): boolean {
  if (!tag.startsWith("JJ|") || !word.endsWith("ed")) return false;
  const before = tags[i - 1]?.startsWith("RB|") ? tags[i - 2] : tags[i - 1];
  if (!before?.startsWith("CC|") || !/^(?:IN|DT|PRP\$)\|/.test(tags[i + 1] ?? "")) return false;
  return tags.slice(0, i).some((earlier) => earlier.startsWith("VBD|"));
}

/** "President Sall informed President Boric": between a name and what may be its object, never an adjective (0 of 124 in EWT). */
function isPastBehindName(form: string, tag: string, tags: readonly string[], i: number): boolean {
  if (!tag.startsWith("JJ|") || !/^[a-z]+ed$/.test(form)) return false;
  return /^NNPS?\|/.test(tags[i - 1] ?? "") && /^(?:NNPS?|DT|PRP\$?)\|/.test(tags[i + 1] ?? "");
}

/** "Both ministers resolved to meet.": the one past form behind a noun in a full sentence without another finite verb. */
function onlyVerb(lower: readonly string[], tags: readonly string[]): number {
  if (lower.at(-1) !== "." || tags.some((tag) => FINITE.test(tag))) return -1;
  const at = tags.findIndex((tag, i) => tag.startsWith("VBN|") && /^NN|^PRP\|/.test(tags[i - 1] ?? ""));
  return at > 0 && lower[at + 1] !== "by" && !tags.slice(0, at).some((tag) => tag.startsWith("IN|ADP")) ? at : -1;
}
