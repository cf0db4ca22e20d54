import { describe, expect, it } from "vitest";
import { CATALOG, sourceOf } from "../../test/made-up-acts.js";
import { groupLinks, linkPair } from "./align.js";
import { type Candidate, clusterActs } from "./cluster-acts.js";
import { IssueTree } from "./issue-tree.js";
import { PARAMETERS } from "./parameters.js";

const tree = new IssueTree(CATALOG.issues);

function candidatesOf(id: string, clauses: string[]): Candidate[] {
  const { document, acts } = sourceOf(id, clauses);
  return clusterActs(document, acts, PARAMETERS);
}

const links = (a: string[], b: string[]) =>
  linkPair(candidatesOf("a", a), candidatesOf("b", b), tree, PARAMETERS)
    .map(({ a: x, b: y }) =>
      [x, y]
        .sort((p, q) => (p.source < q.source ? -1 : 1))
        .map((c) => c.main.quote)
        .join(" = "),
    )
    .sort();

describe("an editor's word on what belongs together", () => {
  const said = (id: string, clauses: string[], matters: (string | undefined)[]) => {
    const { document, acts } = sourceOf(id, clauses);
    const named = acts.map((act, at) => (matters[at] === undefined ? act : { ...act, matter: matters[at] }));
    return clusterActs(document, named, PARAMETERS);
  };
  const tied = (a: Candidate[], b: Candidate[]) =>
    linkPair(a, b, tree, PARAMETERS).map(({ a: x, b: y }) => [x, y].map(({ main }) => main.quote).sort());

  it("ties what shares no word", () => {
    const a = said("a", ["agreed to fix the price of cotton"], ["m"]);
    expect(tied(a, said("b", ["discussed prisoners of war"], ["m"]))).toEqual([
      ["agreed to fix the price of cotton", "discussed prisoners of war"],
    ]);
    expect(tied(a, said("b", ["discussed prisoners of war"], [undefined]))).toEqual([]);
  });

  it("parts what says the same", () => {
    const clause = ["agreed to exchange prisoners"];
    expect(tied(said("a", clause, [undefined]), said("b", clause, [undefined]))).toHaveLength(1);
    expect(tied(said("a", clause, ["alone"]), said("b", clause, [undefined]))).toEqual([]);
    expect(tied(said("a", clause, ["one"]), said("b", clause, ["two"]))).toEqual([]);
  });

  it("makes one item of clauses that stand apart, and leaves the rest as it was", () => {
    const clauses = ["agreed to exchange prisoners", "discussed sanctions", "would open the trail"];
    const candidates = said("a", clauses, ["m", undefined, "m"]);
    expect(candidates.map(({ acts }) => acts.map(({ quote }) => quote))).toEqual([
      ["agreed to exchange prisoners", "would open the trail"],
      ["discussed sanctions"],
    ]);
  });
});

describe("linkPair", () => {
  it("ties what shares an issue, whatever the act", () => {
    expect(
      links(
        ["agreed to exchange prisoners", "demanded that sanctions end"],
        ["discussed prisoners of war", "agreed to keep in touch"],
      ),
    ).toEqual(["agreed to exchange prisoners = discussed prisoners of war"]);
  });

  it("ties what names no issue by its words", () => {
    expect(links(["agreed to open the pilgrims' trail"], ["agreed on opening a trail for pilgrims"])).toHaveLength(1);
    expect(links(["agreed to open the pilgrims' trail"], ["agreed to fix the price of cotton"])).toEqual([]);
  });

  it("ties one party's thanks to what another feels only where they share the words", () => {
    const thanks = ["thanked them for condolences after the ferry accident"];
    const ties = (view: string) => {
      const { document, acts } = sourceOf("b", [view], { actors: ["FRA"] });
      return linkPair(candidatesOf("a", thanks), clusterActs(document, acts, PARAMETERS), tree, PARAMETERS).length;
    };
    expect(ties("felt sorrow and condolences for the ferry accident")).toBe(1);
    expect(ties("felt glad of condolences in the capital")).toBe(0);
  });

  it("ties what gives the same sum", () => {
    expect(
      links(["announced another $ 3 billion for barracks"], ["noted the package in the amount of USD 3 billion"]),
    ).toHaveLength(1);
    expect(
      links(["announced another $ 3 billion for barracks"], ["noted the package in the amount of USD 400 million"]),
    ).toEqual([]);
  });

  it("ties one clause to two of a more detailed text, and never two that both have a partner", () => {
    const found = links(
      ["discussed sanctions and prisoners"],
      ["discussed sanctions on shipping", "discussed the prisoners held since May"],
    );
    expect(found).toHaveLength(2);
    expect(
      links(
        ["discussed prisoners", "agreed to exchange prisoners"],
        ["discussed prisoners", "agreed to exchange prisoners"],
      ).length,
    ).toBeLessThanOrEqual(3);
  });
});

describe("groupLinks", () => {
  const [a, b, c] = ["a", "b", "c"].map((id) => candidatesOf(id, ["discussed prisoners"])[0]!) as [
    Candidate,
    Candidate,
    Candidate,
  ];
  const names = (groups: Candidate[][]) =>
    groups
      .map((group) =>
        group
          .map(({ source }) => source)
          .sort()
          .join(""),
      )
      .sort();

  it("makes one group where all are tied to all", () => {
    expect(
      names(
        groupLinks(
          [a, b, c],
          [
            { a, b },
            { a: b, b: c },
            { a, b: c },
          ],
        ),
      ),
    ).toEqual(["abc"]);
  });

  it("makes two groups of a chain, so that taking one text away changes nothing for the others", () => {
    expect(
      names(
        groupLinks(
          [a, b, c],
          [
            { a, b },
            { a: b, b: c },
          ],
        ),
      ),
    ).toEqual(["ab", "bc"]);
  });

  it("keeps what nothing is tied to", () => {
    expect(names(groupLinks([a, b, c], []))).toEqual(["a", "b", "c"]);
  });
});
