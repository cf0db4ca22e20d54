/** Files for a dossier -> what is kept of them, and one clear line on those that cannot be. */
import { Resvg } from "@resvg/resvg-js";
import { describe, expect, test } from "vitest";
import { forecastsFrom, pictureFrom, watchReportFrom, weighingFrom } from "./dossier-files.js";

const png = new Resvg('<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>').render().asPng();

describe("pictureFrom", () => {
  test("names a picture by what it holds and tells its size", () => {
    const { name, file } = pictureFrom(png, "any.gif");
    expect(name).toMatch(/^[0-9a-f]{12}\.png$/);
    expect(file).toMatchObject({ type: "image/png", width: 30, height: 20 });
    expect(pictureFrom(png, "other.png").name).toBe(name);
  });

  test.each([
    [
      "an SVG, which could hold a script",
      new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>'),
    ],
    ["a GIF", Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64")],
    ["text", new TextEncoder().encode("no picture at all")],
    ["nothing", new Uint8Array()],
    ["three megabytes", new Uint8Array(3_000_000)],
  ])("refuses %s", (_, bytes) => {
    expect(() => pictureFrom(bytes, "x")).toThrowError(expect.objectContaining({ code: "picture-invalid" }));
  });
});

describe.each([
  [watchReportFrom, /^w\.json: .*readout watch --json/],
  [weighingFrom, /^w\.json: .*readout weigh --json/],
])("%o", (reading, words) => {
  test.each([
    ["no JSON", "{"],
    ["another shape", "{}"],
    ["a list", "[]"],
  ])("refuses %s and names the file", (_, text) => {
    expect(() => reading(text, "w.json")).toThrowError(words);
  });
});

test("a registry's events are kept by the forecast that they are about", () => {
  const forecast = {
    id: "one",
    by: "An institute",
    question: "q",
    settledBy: "Does it?",
    resolvesOn: "2025-05-01",
    madeOn: "2025-03-19",
    evidence: { source: "An article", quote: "it may" },
  };
  const lines = [
    { event: "added", at: "2025-03-20T00:00:00Z", forecast },
    { event: "coded", at: "2025-03-21T00:00:00Z", id: "one", probability: 0.5, codedBy: "A coder" },
    { event: "added", at: "2025-03-22T00:00:00Z", forecast: { ...forecast, id: "two" } },
  ];
  const kept = forecastsFrom(lines.map((line) => JSON.stringify(line)).join("\n"), "f.ndjson");
  expect([...kept].map(([id, events]) => [id, events.length])).toEqual([
    ["one", 2],
    ["two", 1],
  ]);
});
