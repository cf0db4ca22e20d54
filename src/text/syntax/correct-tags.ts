/** Tags of a sentence as the tagger gave them -> the same with three mistakes corrected that cost a whole tree. */

/** "XPOS|UPOS" of each token, in place; `forms` are what the tagger saw. */
export function correctTags(forms: readonly string[], tags: string[]): void {
  const lower = forms.map((form) => form.toLowerCase());
  tags.forEach((tag, i) => {
    if (lower[i] === "will" && tag.startsWith("MD") && /^(?:DT|JJ|PRP\$)\|/.test(tags[i - 1] ?? "")) tags[i] = NOUN;
    if (lower[i] === "need" && tag.startsWith("VB") && lower[i - 1] === "in") tags[i] = NOUN;
  });
  const verb = onlyVerb(lower, tags);
  if (verb >= 0) tags[verb] = "VBD|VERB";
}

const NOUN = "NN|NOUN";
const FINITE = /^(?:VBD|VBZ|VBP|MD)\|/;

/** "Both ministers resolved to meet.": the one past form behind a noun in a full sentence without another finite verb. */
function onlyVerb(lower: readonly string[], tags: readonly string[]): number {
  if (lower.at(-1) !== "." || tags.some((tag) => FINITE.test(tag))) return -1;
  const at = tags.findIndex((tag, i) => tag.startsWith("VBN|") && /^NN|^PRP\|/.test(tags[i - 1] ?? ""));
  return at > 0 && lower[at + 1] !== "by" && !tags.slice(0, at).some((tag) => tag.startsWith("IN|ADP")) ? at : -1;
}
