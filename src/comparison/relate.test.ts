/** Made-up pairs of clauses -> the relation, and the sentence that says what differs. */
import { describe, expect, it } from "vitest";
import { CATALOG, sourceOf } from "../../test/made-up-acts.js";
import type { Act } from "../model/act.js";
import { clusterActs } from "./cluster-acts.js";
import { IssueTree } from "./issue-tree.js";
import { PARAMETERS } from "./parameters.js";
import { relate } from "./relate.js";
import { TargetTree } from "./target-tree.js";

const known = {
  issues: new IssueTree(CATALOG.issues),
  targets: new TargetTree(CATALOG.targets),
  names: { actor: (id: string) => ({ USA: "United States", RUS: "Russia" })[id] ?? id, target: (id: string) => id },
};

function relation(
  a: string,
  b: string,
  change: [Partial<Act>, Partial<Act>] = [{}, {}],
  texts: [string, string] = [a, b],
) {
  const sides = [a, b].map((clause, k) => {
    const { document, acts } = sourceOf(["us", "ru"][k]!, [clause], change[k]!);
    return {
      candidate: clusterActs(document, acts, PARAMETERS)[0]!,
      text: texts[k]!,
      partners: [],
    };
  });
  return relate(["us", "ru"], sides, known, PARAMETERS);
}

const STRENGTHS = { discussed: 0.2, expressed: 0.3, demanded: 0.6, pledged: 0.65, agreed: 0.85 };

describe("relate", () => {
  it.each([
    ["agreed to open two crossings", "agreed to open the crossings", "both"],
    ["agreed to halt strikes on energy sites for 30 days", "agreed to halt strikes on energy sites", "scope-differs"],
    [
      "agreed to halt strikes on energy sites for 30 days",
      "discussed a halt to strikes on energy sites",
      "strength-differs",
    ],
    ["discussed sanctions announced last month", "discussed sanctions planned for next month", "scope-differs"],
    ["discussed sanctions", "discussed the sanctions in detail", "both"],
    ["agreed to exchange prisoners on May 3", "agreed to exchange prisoners on 3 May", "both"],
    ["agreed to revive the Caspian Grain Initiative", "agreed to revive grain exports", "scope-differs"],
    ["agreed to extend the order of 2 April 2024 on prisoners", "agreed to extend the order on prisoners", "both"],
    ["agreed to exchange prisoners on 3 May", "agreed to exchange prisoners", "scope-differs"],
    ["thanked them for $2 million towards prisoners", "pledged $2 million for prisoners", "both"],
  ])("%s | %s: %s", (a, b, expected) => {
    const change = (clause: string): Partial<Act> => (clause.startsWith("pledged") ? { act: "pledged" } : {});
    const { relation: got, differences } = relation(a, b, [change(a), change(b)]);
    expect(got).toBe(expected);
    expect(differences.length > 0).toBe(expected !== "both");
  });

  it.each([
    ["expressed", "pledged", "both"],
    ["discussed", "pledged", "strength-differs"],
    ["expressed", "agreed", "strength-differs"],
    ["demanded", "agreed", "strength-differs"],
  ] as const)("in the same words, %s beside %s: %s", (one, other, expected) => {
    const acts = [one, other].map((act): Partial<Act> => ({ act, strength: STRENGTHS[act] }));
    expect(
      relation("aid for the harvest goes on", "the aid for the harvest goes on", [acts[0]!, acts[1]!]).relation,
    ).toBe(expected);
  });

  it("says which side is narrower in targets, with the words on each side", () => {
    const scope = (list: string[]): Partial<Act> => ({
      scope: { targets: list, area: [], parties: [], start: null, durationDays: null, quantity: null, exceptions: [] },
    });
    const { relation: got, differences } = relation(
      "agreed to spare energy",
      "agreed to spare energy and infrastructure",
      [scope(["energy"]), scope(["energy", "infrastructure"])],
    );
    expect(got).toBe("scope-differs");
    expect(differences[0]).toEqual({
      field: "targets",
      kind: "narrower",
      in: "us",
      than: "ru",
      us: "energy",
      ru: "energy, infrastructure",
      because: "What it covers: energy (us); energy and infrastructure (ru).",
    });
  });

  it("says which further matters each text ties to one of which they say little alike", () => {
    const { relation: got, differences } = relation(
      "discussed prisoners held in the south and the truce along the river",
      "discussed sanctions on the cranes of the port with regard to prisoners",
    );
    expect(got).toBe("scope-differs");
    expect(differences.map(({ because }) => because)).toEqual([
      "Only us ties it to “Ceasefire”, only ru ties it to “Sanctions”.",
    ]);
  });

  it("makes nothing of a wider matter beside a narrower one, nor of one more matter in words that are alike", () => {
    expect(relation("discussed strikes on the grid", "discussed the truce at last").relation).toBe("both");
    expect(
      relation("discussed prisoners held in camps and sanctions", "discussed prisoners held in camps").relation,
    ).toBe("both");
  });

  it("finds that one side acts where the other text has both", () => {
    const { differences } = relation("agreed to talk", "agreed to talk again", [
      { actors: ["USA:leader"] },
      { actors: ["USA:leader", "RUS:leader"] },
    ]);
    expect(differences).toEqual([
      {
        field: "actors",
        kind: "narrower",
        in: "us",
        than: "ru",
        us: "USA",
        ru: "RUS, USA",
        because: "Who acts: United States (us); Russia and United States (ru).",
      },
    ]);
  });

  it("calls it a contradiction only where the same party agreed in one text and refused in the other", () => {
    const refused: Partial<Act> = { act: "accepted", veridicality: "negated", actors: ["RUS"] };
    expect(relation("agreed to a truce", "agreed to no truce", [{ actors: ["RUS"] }, refused]).relation).toBe(
      "contradicts",
    );
    expect(relation("agreed to a truce", "agreed to no truce", [{ actors: ["USA"] }, refused]).relation).toBe(
      "strength-differs",
    );
    expect(
      relation("agreed to a truce", "agreed to no truce", [{ actors: ["RUS"], veridicality: "unasserted" }, refused])
        .relation,
    ).toBe("strength-differs");
  });

  it("takes two copies of one sentence for the same, however each was read", () => {
    const read = relation("agreed to a truce — at sea", "agreed to a truce - at sea", [{}, { act: "demanded" }]);
    expect(read).toEqual({ relation: "both", differences: [] });
  });

  it("keeps the words of a source whose id is a field's name apart from the field", () => {
    const sides = ["in", "ru"].map((id, k) => {
      const clause = ["agreed to exchange prisoners for 30 days", "agreed to exchange prisoners"][k]!;
      const { document, acts } = sourceOf(id, [clause], {});
      return { candidate: clusterActs(document, acts, PARAMETERS)[0]!, text: clause, partners: [] };
    });
    const [first] = relate(["in", "ru"], sides, known, PARAMETERS).differences;
    expect(first).toMatchObject({ in: "in", than: "ru", "words-of-in": "30 days", ru: "" });
  });

  it("does not hold a name against a text that has it elsewhere", () => {
    const texts: [string, string] = [
      "",
      "They spoke of the Caspian Grain Initiative. They agreed to revive grain exports.",
    ];
    expect(
      relation("agreed to revive the Caspian Grain Initiative", "agreed to revive grain exports", [{}, {}], texts)
        .relation,
    ).toBe("both");
  });
});
