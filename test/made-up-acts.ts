/** Made-up acts and a small catalogue for the tests of this stage. */
import { createHash } from "node:crypto";
import type { ComparisonCatalog, ReadSource } from "../src/comparison/compare-acts.js";
import type { Act, ActType } from "../src/model/act.js";
import type { Issue, Target } from "../src/model/catalog.js";
import type { Document } from "../src/model/document.js";
import { PLOVER } from "../src/model/plover.js";

const issue = (id: string, name: string, family: string, broader: string[] = []): Issue => ({
  id,
  name,
  family,
  broader,
  patterns: [id],
  unless: [],
  examples: [`They discussed ${name}.`],
  counterExamples: [],
});
const target = (id: string, partOf: string[] = []): Target => ({ id, name: id, patterns: [id], partOf });

export const CATALOG: ComparisonCatalog = {
  issues: [
    issue("ceasefire", "Ceasefire", "war"),
    issue("energy-strikes", "Strikes on energy", "war", ["ceasefire"]),
    issue("prisoners", "Prisoners", "humanitarian"),
    issue("sanctions", "Sanctions", "economy"),
    issue("contacts", "Further contacts", "dialogue"),
  ],
  targets: [target("infrastructure"), target("energy", ["infrastructure"]), target("refinery", ["energy"])],
  watchlists: [],
};

const ISSUES: [RegExp, string][] = [
  [/truce|ceasefire/, "ceasefire"],
  [/strikes|energy/, "energy-strikes"],
  [/prisoner/, "prisoners"],
  [/sanction/, "sanctions"],
  [/contacts/, "contacts"],
];
const ACTS: [RegExp, ActType][] = [
  [/^agreed/, "agreed"],
  [/^discussed/, "discussed"],
  [/^thanked/, "expressed"],
  [/^demanded/, "demanded"],
  [/would/, "conditioned"],
];
const STRENGTH: Partial<Record<ActType, number>> = {
  discussed: 0.2,
  expressed: 0.3,
  demanded: 0.6,
  conditioned: 0.5,
  agreed: 0.9,
};

/** A text of the clauses, one a line, and one act a clause; `change` sets further fields of every act. */
export function sourceOf(id: string, clauses: readonly string[], change: Partial<Act> = {}): ReadSource {
  const text = clauses.join("\n");
  let start = 0;
  const acts = clauses.map((quote, clause): Act => {
    const act = actOf(id, quote, start, clause, change);
    start += quote.length + 1;
    return act;
  });
  return { document: documentOf(id, text), acts };
}

function actOf(document: string, quote: string, start: number, clause: number, change: Partial<Act>): Act {
  const act = ACTS.find(([pattern]) => pattern.test(quote))?.[1] ?? "expressed";
  const word = quote.split(" ")[0]!;
  return {
    id: `${clause}-${start}`,
    document,
    act,
    plover: PLOVER[act],
    actors: ["USA"],
    recipients: [],
    attribution: ["White House"],
    veridicality: "asserted",
    strength: STRENGTH[act] ?? 0.5,
    issues: ISSUES.flatMap(([pattern, name]) => (pattern.test(quote) ? [name] : [])),
    scope: {
      targets: /energy/.test(quote) ? ["energy"] : [],
      area: [],
      parties: [],
      start: null,
      durationDays: Number(/(\d+) days/.exec(quote)?.[1] ?? 0) || null,
      quantity: null,
      exceptions: [],
    },
    condition: null,
    weight: 0.7,
    rule: "made-up",
    trigger: { start, end: start + word.length, quote: word },
    clause,
    quote,
    start,
    end: start + quote.length,
    ...change,
  };
}

export function documentOf(id: string, text: string, change: Partial<Document> = {}): Document {
  return {
    id,
    source: `${id}.txt`,
    text,
    sha256: createHash("sha256").update(text).digest("hex"),
    title: null,
    publisher: null,
    parties: [],
    genre: "readout",
    published: "2025-03-18",
    language: "en",
    translated: false,
    complete: true,
    ...change,
  };
}
