import { describe, expect, it, test } from "vitest";
import { CATALOG, EVENTS, VOCABULARY } from "../../test/made-up-incidents.js";
import { feedById, labelledFeed, recogniseFeed, requireColumns, requireKnownIds } from "./recognise-feed.js";

describe("the feeds of the catalogue", () => {
  it.each(CATALOG.feeds.map((feed) => [feed.id, feed] as const))("%s gives ids that exist", (_, feed) => {
    expect(() => requireKnownIds(feed, VOCABULARY)).not.toThrow();
    for (const conduct of feed.sees.conduct) expect(VOCABULARY.conducts.has(conduct)).toBe(true);
    for (const target of feed.sees.targets) expect(VOCABULARY.targets.has(target)).toBe(true);
  });

  it.each(CATALOG.feeds.flatMap((feed) => feed.recognise.map((form) => [feed.id, form] as const)))(
    "%s is told by its columns alone",
    (id, form) => expect(recogniseFeed(CATALOG.feeds, "x.csv", [...form, "something else"]).id).toBe(id),
  );
});

test("labels are known by their id or their columns, and are no feed's own file", () => {
  const labelled = CATALOG.feeds.filter(({ labels }) => labels !== undefined);
  expect(labelled.length).toBeGreaterThan(0);
  for (const feed of labelled) {
    for (const form of feed.labels!.recognise) {
      expect(labelledFeed(CATALOG.feeds, null, [...form, "more"])).toBe(feed);
      expect(() => recogniseFeed(CATALOG.feeds, "x.csv", form)).toThrow(/no feed is known/);
    }
    for (const form of feed.recognise) expect(labelledFeed(CATALOG.feeds, null, form)).toBeNull();
    expect(labelledFeed(CATALOG.feeds, `${feed.id}-labels`, [])).toBe(feed);
    expect(labelledFeed(CATALOG.feeds, feed.id, [])).toBeNull();
  }
  expect(labelledFeed(CATALOG.feeds, "acled-labels", [])).toBeNull();
});

test("what is no feed is told with what to do", () => {
  expect(() => recogniseFeed(CATALOG.feeds, "x.csv", ["a", "b"])).toThrow(
    /x\.csv: no feed is known by its columns \(a, b…\)\. Write FEED=x\.csv/,
  );
  expect(() =>
    recogniseFeed(
      [EVENTS, EVENTS].map((feed) => ({ ...feed, recognise: [["a"]] })),
      "x.csv",
      ["a"],
    ),
  ).toThrow(/fit several feeds/);
  expect(() => feedById(CATALOG.feeds, "nothing")).toThrow(/there is no feed "nothing"\. Take one of acled/);
  expect(() => requireColumns(EVENTS, ["id", "date"], ["id"], "x.csv")).toThrow(
    /reads the columns date, which the file does not have/,
  );
  const odd = { ...EVENTS, map: { ...EVENTS.map!, conduct: { column: "c", values: { x: "no-such-conduct" } } } };
  expect(() => requireKnownIds(odd, VOCABULARY)).toThrow(/conduct: there is no "no-such-conduct"/);
});
