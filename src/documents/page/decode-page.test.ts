import { describe, expect, test } from "vitest";
import { decodePage } from "./decode-page.js";

const latin = (text: string) => Buffer.from(text, "latin1");
const page = (charset: string, body: string) =>
  `<html><head><meta charset="${charset}"></head><body><p>${body}</p></body></html>`;

describe("decodes", () => {
  test.each([
    ["UTF-8 without a label", Buffer.from("<p>Zürich – agreed"), undefined, "utf-8", "Zürich – agreed"],
    ["UTF-8 with a mark", Buffer.from("\ufeff<p>Zürich"), "text/html; charset=iso-8859-1", "utf-8", "<p>Zürich"],
    [
      "windows-1252 by the field",
      latin("<p>It\x92s agreed in Z\xfcrich"),
      "text/html; charset=windows-1252",
      "windows-1252",
      "It’s agreed in Zürich",
    ],
    ["the page's label", latin(page("iso-8859-2", "\xa3\xf3d\xbc agreed")), "text/html", "iso-8859-2", "Łódź agreed"],
    [
      "an XML declaration",
      latin('<?xml version="1.0" encoding="windows-1251"?><rss>\xcc\xee\xf1\xea\xe2\xe0</rss>'),
      undefined,
      "windows-1251",
      "Москва",
    ],
    ["a label that no encoding has, over ASCII", latin("<p>Agreed"), "text/html; charset=none-such", "utf-8", "Agreed"],
  ])("%s", async (_, bytes, contentType, charset, words) => {
    const decoded = await decodePage(bytes, "x", contentType);
    expect(decoded).toMatchObject({ charset, problems: [] });
    expect(decoded.html).toContain(words);
  });
});

test("UTF-8 that is labelled otherwise is read as UTF-8, and told", async () => {
  const { charset, problems } = await decodePage(
    Buffer.from(page("iso-8859-1", "Zürich – agreed")),
    "x.html",
    undefined,
  );
  expect(charset).toBe("utf-8");
  expect(problems).toEqual([
    expect.objectContaining({
      level: "error",
      code: "page-mislabelled",
      message: expect.stringMatching(/^x\.html: is labelled windows-1252/),
    }),
  ]);
});

test("bytes of no encoding are refused", async () => {
  const noise = Uint8Array.from({ length: 400 }, (_, at) => (at % 3 === 0 ? 0x81 : at % 3 === 1 ? 0xff : 0x8d));
  await expect(decodePage(noise, "x.html", "text/html; charset=utf-8")).rejects.toMatchObject({
    code: "page-charset",
    message: expect.stringMatching(/^x\.html: is labelled utf-8/),
  });
});
