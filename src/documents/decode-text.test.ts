import { expect, test } from "vitest";
import { ReadoutError } from "../model/problem.js";
import { LARGEST_SOURCE_BYTES } from "../model/source-size.js";
import { decodeText } from "./decode-text.js";

const utf8 = (text: string) => new TextEncoder().encode(text);

test.each([
  ["as it stands", utf8(" The talks\r\nwent on. "), " The talks\r\nwent on. "],
  ["byte-order mark dropped", utf8("\ufeffThe talks"), "The talks"],
  [
    "escape codes are text",
    utf8("The \u001b[31mtalks\u001b[0m went on as they had before"),
    "The \u001b[31mtalks\u001b[0m went on as they had before",
  ],
  ["a replacement character of the author's own", utf8("odd \ufffd but valid"), "odd \ufffd but valid"],
])("%s", (_, bytes, text) => {
  expect(decodeText(bytes, "a.txt")).toBe(text);
});

test.each([
  ["nothing", utf8(""), "source-empty", "a.txt: holds no text"],
  ["white space", utf8(" \n\t\n"), "source-empty", "holds no text"],
  ["a zero byte", utf8("The talks\u0000 went on"), "source-not-text", "binary data"],
  ["controls", new Uint8Array(200).map((_, at) => (at % 20) + 1), "source-not-text", "binary data"],
  ["a PDF", utf8("%PDF-1.7 and so on"), "source-not-text", "is a PDF"],
  ["a web page", utf8("<!DOCTYPE html>\n<p>The talks"), "source-not-text", "web page"],
  ["UTF-16", new Uint8Array([0xff, 0xfe, 0x54, 0]), "source-not-utf8", "UTF-16"],
  [
    "Windows-1252",
    new Uint8Array([...utf8("The talks\nRussia"), 0x92, ...utf8("s view")]),
    "source-not-utf8",
    "line 2",
  ],
  ["cut in a character", utf8("Türkiye").slice(0, 2), "source-not-utf8", "line 1"],
  ["more than 10 MB", new Uint8Array(LARGEST_SOURCE_BYTES + 1).fill(65), "source-too-large", "10 MB"],
])("%s is refused", (_, bytes, code, words) => {
  const refused = () => decodeText(bytes, "a.txt");
  expect(refused).toThrow(ReadoutError);
  expect(refused).toThrow(expect.objectContaining({ code, exitCode: 1, message: expect.stringContaining(words) }));
});
