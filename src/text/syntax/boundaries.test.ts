import { describe, expect, it } from "vitest";
import { sentenceExtents } from "./boundaries.js";
import { foldText } from "./fold.js";

function sentences(text: string): string[] {
  return sentenceExtents(foldText(text)).map(({ start, end }) => text.slice(start, end));
}

describe("sentenceExtents keeps together", () => {
  it.each([
    "Mr. Smith met Dr. Jones, Gen. Lee and St. Lucia's envoy.",
    "He met U.S. President Jones at the U.N. Security Council.",
    "The truce began on Jan. 5 under No. 10 of the annex.",
    "J. K. Miller and A. Brown wrote the text.",
    "J.K. Miller wrote the text.",
    "Talks start at 9 a.m. and end at 5 p.m. today.",
    "Prices rose by 3.5 percent to $2.4 billion, e.g. for gas.",
    "“We agreed. We will go,” the minister said.",
    "“We agreed. We will go”, the minister said.",
    "The President said that “we will meet in Oslo. We will agree there, I hope,” according to the agency.",
    '"Will you accept?" he asked.',
    "The minister (who had stayed away.) left.",
    "The sides met in Washington, D.C. and in Oslo.",
    "The Peru-U.K. Council met in Lima.",
    "The minister met J. Doe in Lima.",
    "The Canada-U.S. border stays open, see border.gov or Border.US for more.",
    "Resolution no. 5 of the U.N. names 3.5 million people vs. 2 million before.",
  ])("%s", (text) => {
    expect(sentences(text)).toEqual([text]);
  });
});

describe("sentenceExtents parts", () => {
  it.each<[text: string, parts: string[]]>([
    [
      "They signed the Chile-U.S. Trade Agreement. It begins in May.",
      ["They signed the Chile-U.S. Trade Agreement.", "It begins in May."],
    ],
    [
      "The treaty with the U.S. was signed. Both sides welcomed it.",
      ["The treaty with the U.S. was signed.", "Both sides welcomed it."],
    ],
    ["They met. They agreed.", ["They met.", "They agreed."]],
    ["He spoke in the U.S. The president agreed.", ["He spoke in the U.S.", "The president agreed."]],
    ["They met at 9 a.m. Both sides spoke.", ["They met at 9 a.m.", "Both sides spoke."]],
    ["It began on Feb. 3. In March it ended.", ["It began on Feb. 3.", "In March it ended."]],
    [
      "He called it “a good start.” The sides will meet again.",
      ["He called it “a good start.”", "The sides will meet again."],
    ],
    ["“Is it true?” “Yes.” “No.”", ["“Is it true?”", "“Yes.”", "“No.”"]],
    [
      "The Kremlin said: “We stopped. We wait.” Kyiv was silent.",
      ["The Kremlin said: “We stopped.", "We wait.”", "Kyiv was silent."],
    ],
    ["The sides agreed.The talks go on.", ["The sides agreed.", "The talks go on."]],
    ["They exchanged prisoners. 175 came home.", ["They exchanged prisoners.", "175 came home."]],
    ["Did he agree? He did not! Nobody did.", ["Did he agree?", "He did not!", "Nobody did."]],
    [
      "The truce holds. [The text was corrected.] It ends in May.",
      ["The truce holds.", "[The text was corrected.]", "It ends in May."],
    ],
  ])("%s", (text, parts) => {
    expect(sentences(text)).toEqual(parts);
  });
});
