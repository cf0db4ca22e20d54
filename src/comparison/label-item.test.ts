/** Made-up clauses with the words that make the act -> the label of their item. */
import { expect, it } from "vitest";
import { CATALOG, sourceOf } from "../../test/made-up-acts.js";
import { clusterActs } from "./cluster-acts.js";
import { IssueTree } from "./issue-tree.js";
import { labelOf } from "./label-item.js";
import { PARAMETERS } from "./parameters.js";

const tree = new IssueTree(CATALOG.issues);

it.each([
  ["discussed", "The sides discussed the sanctions of last year", "Sanctions: the sanctions of last year"],
  ["set", "Groups are being set up for talks on sanctions", "Sanctions: talks on sanctions"],
  ["hand", "Peru will hand over 23 wounded prisoners", "Prisoners: 23 wounded prisoners"],
  ["thank", "We thank you once again for the prisoners' return", "Prisoners: the prisoners' return"],
  ["Thank", "Thank you very much, President, for the truce", "Ceasefire: President, for the truce"],
  ["noted", "Peru noted that it had lifted sanctions", "Sanctions: Peru noted that it had lifted sanctions"],
  ["discussed", "On the truce several points were discussed", "Ceasefire: the truce several points were discussed"],
  ["called", 'Peru called the truce "a step ahead"', 'Ceasefire: the truce "a step ahead"'],
  ["called", 'called "the truce a step ahead"', "Ceasefire: the truce a step ahead"],
  ["agreed", "agreed as well as the negotiation process", "The negotiation process"],
])("%s: %s", (trigger, quote, label) => {
  const start = quote.indexOf(trigger);
  const found = { start, end: start + trigger.length, quote: trigger };
  const { document, acts } = sourceOf("pe", [quote], { trigger: found });
  const group = clusterActs(document, acts, PARAMETERS);
  expect(labelOf(group, group[0]!.issues, tree)).toBe(label);
});

it("is cut between words", () => {
  const { document, acts } = sourceOf("pe", [`discussed a truce ${"and yet another matter ".repeat(9)}`]);
  const group = clusterActs(document, acts, PARAMETERS);
  const label = labelOf(group, group[0]!.issues, tree);
  expect(label.length).toBeLessThanOrEqual(80);
  expect(label).toMatch(/^Ceasefire: .* \w+…$/);
});
