import { describe, expect, test } from "vitest";
import { makePdf, type PdfText, paragraph } from "../../../test/servers/make-pdf.js";
import { toOriginal } from "../../text/source-map.js";
import { readPdf } from "./read-pdf.js";

const LEAD =
  "The two ministers met in Geneva today and discussed the reopening of the port for grain ships. They agreed to hold long-term talks – “soon” – on prisoners, and the envoys will meet next month.";
const running = (page: number): PdfText[] => [
  { words: "Ministry of Foreign Affairs – Press release", y: 812, size: 9 },
  { words: `Page ${page} of 2`, x: 280, y: 30, size: 9 },
];
const TWO_PAGES = [
  [
    ...running(1),
    { words: "Ministers meet on grain", y: 770, size: 18 },
    ...paragraph(LEAD, 735),
    ...paragraph("France will send experts.", 660),
  ],
  [...running(2), ...paragraph("The ministers will meet again in June. They thanked Switzerland.", 760)],
];

test.each([[false], [true]])("words without running heads and page numbers; compressed: %s", async (compress) => {
  const { text, told, pages } = await readPdf(makePdf(TWO_PAGES, { compress }), "x.pdf");
  expect(text).toBe(
    `Ministers meet on grain\n\n${LEAD}\n\nFrance will send experts.\n\nThe ministers will meet again in June. They thanked Switzerland.`,
  );
  expect(told.language).toBe("en");
  expect(pages).toHaveLength(2);
});

test("a word broken at a line's end is put together, a compound keeps its hyphen", async () => {
  const lines = [
    "The ministers agreed on the exchange of all pris-",
    "oners and on a long-",
    "term plan for the Franco-",
    "German border.",
  ];
  const page = lines.map((words, at) => ({ words: words.padEnd(60, " "), y: 700 - at * 14 }));
  const { text } = await readPdf(makePdf([page.map((line) => ({ ...line, words: line.words.trimEnd() }))]), "x.pdf");
  expect(text.replace(/\n+/g, " ")).toContain("all prisoners and on a");
});

test("every quote maps to the text layer", async () => {
  const { text, map } = await readPdf(makePdf(TWO_PAGES), "x.pdf");
  for (const words of ["grain ships", "experts", "Switzerland"]) {
    const start = text.indexOf(words);
    const span = toOriginal({ start, end: start + words.length }, map)!;
    expect(span.end - span.start).toBe(words.length);
  }
});

describe("is refused with one line", () => {
  const bomb = () => Buffer.alloc(120_000_000, 32);
  test.each([
    ["garbage", Buffer.from("%PDF-1.7 and nothing else"), "pdf-broken"],
    ["cut off", makePdf(TWO_PAGES).subarray(0, 300), "pdf-broken"],
    ["a scan", makePdf([[]], { content: () => "q 595 0 0 842 0 0 cm Q" }), "pdf-scanned"],
    ["a stamp on a scan", makePdf([[{ words: "No. 12/2025", y: 800 }]]), "pdf-scanned"],
    ["too many pages", makePdf(Array.from({ length: 201 }, () => [])), "pdf-too-large"],
    ["a bomb", makePdf([[]], { compress: true, content: bomb }), "pdf-too-large"],
  ])("%s", async (_, bytes, code) => {
    const failed = readPdf(bytes, "x.pdf");
    await expect(failed).rejects.toMatchObject({ code, message: expect.stringMatching(/^x\.pdf: [^\n]+\.$/) });
  });

  test("locked", async () => {
    const encrypt = `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${"ab".repeat(32)}> /U <${"cd".repeat(32)}> /P -4 >>`;
    await expect(readPdf(makePdf(TWO_PAGES, { trailer: encrypt }), "x.pdf")).rejects.toMatchObject({
      code: "pdf-locked",
    });
  });
});
