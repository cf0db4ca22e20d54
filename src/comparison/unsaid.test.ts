import { describe, expect, it } from "vitest";
import { CATALOG, documentOf, sourceOf } from "../../test/made-up-acts.js";
import type { Watchlist } from "../model/catalog.js";
import { compareActs } from "./compare-acts.js";

const LIST: Watchlist = {
  id: "east-and-west",
  title: "Contacts of east and west",
  parties: [["RUS"], ["USA", "EU"]],
  issues: [
    { issue: "ceasefire", because: "The truce ends this month." },
    { issue: "prisoners", because: "An exchange was announced in spring." },
  ],
};
const catalog = { ...CATALOG, watchlists: [LIST] };
const of = (id: string, party: string, clause: string) => {
  const { document, acts } = sourceOf(id, [clause]);
  return { document: { ...document, parties: [party] }, acts };
};

describe("findUnsaid", () => {
  it("names who leaves an issue of the list out, and why that is news", () => {
    const { unsaid } = compareActs(
      [of("us", "USA", "discussed prisoners"), of("ru", "RUS", "discussed trade")],
      catalog,
    ).value;
    expect(unsaid).toEqual([
      { issue: "ceasefire", by: ["us", "ru"], because: "The truce ends this month." },
      { issue: "prisoners", by: ["ru"], because: "An exchange was announced in spring." },
    ]);
  });

  it("takes a narrower issue, or words outside of any act, for the issue raised", () => {
    const passing = {
      document: { ...documentOf("us", "Of prisoners they said nothing more."), parties: ["USA"] },
      acts: [],
    };
    const { unsaid } = compareActs([passing, of("ru", "RUS", "agreed to end strikes on energy")], catalog).value;
    expect(unsaid).toEqual([
      { issue: "ceasefire", by: ["us"], because: LIST.issues[0]!.because },
      { issue: "prisoners", by: ["ru"], because: LIST.issues[1]!.because },
    ]);
  });

  it("never calls an incomplete text silent", () => {
    const cut = of("us", "USA", "discussed trade");
    const { unsaid } = compareActs(
      [{ ...cut, document: { ...cut.document, complete: false } }, of("ru", "RUS", "discussed trade")],
      catalog,
    ).value;
    expect(unsaid.flatMap((entry) => entry.by)).toEqual(["ru", "ru"]);
  });

  it("uses lists whose parties are present, by source or by participant, and the one that is asked for", () => {
    const sources = [of("us", "USA", "discussed trade"), of("uk", "GBR", "discussed trade")];
    expect(compareActs(sources, catalog).value.unsaid).toEqual([]);
    expect(compareActs(sources, catalog, { participants: ["RUS:leader"] }).value.unsaid).toHaveLength(2);
    expect(compareActs(sources, catalog, { watchlist: "east-and-west" }).value.unsaid).toHaveLength(2);
  });

  it("says which lists there are when the one asked for is not", () => {
    const { problems } = compareActs([of("us", "USA", "discussed trade")], catalog, { watchlist: "none-such" });
    expect(problems).toEqual([
      {
        level: "error",
        stage: "comparison",
        code: "watchlist-unknown",
        message: 'No watchlist "none-such" in the catalogue. Choose one of: east-and-west.',
      },
    ]);
  });
});
