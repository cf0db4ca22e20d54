import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseText } from "./parse-text.js";
import type { Sentence } from "./sentence.js";

/** "word>head:relation" for each token. */
function tree(text: string): string {
  const { tokens } = parseText(text)[0]!;
  return tokens.map(({ text: word, head, deprel }) => `${word}>${tokens[head]?.text ?? ""}:${deprel}`).join(" ");
}

describe("parseText", () => {
  it.each([
    [
      "The ministers agreed to halt strikes.",
      "The>ministers:det ministers>agreed:nsubj agreed>:root to>halt:mark halt>agreed:xcomp strikes>halt:obj .>agreed:punct",
    ],
    [
      "The proposal was rejected by Russia.",
      "The>proposal:det proposal>rejected:nsubj:pass was>rejected:aux:pass rejected>:root by>Russia:case Russia>rejected:obl:agent .>rejected:punct",
    ],
    [
      "France and Chile will not sign the text.",
      "France>sign:nsubj and>Chile:cc Chile>France:conj will>sign:aux not>sign:advmod sign>:root the>text:det text>sign:obj .>sign:punct",
    ],
  ])("%s", (text, expected) => {
    expect(tree(text)).toBe(expected);
  });

  it("gives lemmas by our own tags", () => {
    const tokens = parseText("The meeting left no doubt that talks stopped.").flatMap((sentence) => sentence.tokens);
    expect(tokens.map(({ lemma }) => lemma).join(" ")).toBe("the meeting leave no doubt that talk stop .");
  });

  it("folds letters and quotation marks but shows the text as written", () => {
    const [first] = parseText("Erdoğan’s envoy left.");
    expect(first!.tokens.map(({ text }) => text)).toEqual(["Erdoğan", "’s", "envoy", "left", "."]);
    expect(first!.tokens.map(({ lower }) => lower)).toEqual(["erdogan", "'s", "envoy", "left", "."]);
  });

  it("keeps an address together", () => {
    const { tokens } = parseText("See https://example.org/a/b?c=1 for the text.")[0]!;
    expect(tokens.map(({ text }) => text)).toContain("https://example.org/a/b?c=1");
  });

  it("leaves list markers out of sentences", () => {
    const text = "The sides agreed:\n- to halt strikes\n- to exchange prisoners";
    expect(parseText(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "The sides agreed:",
      "to halt strikes",
      "to exchange prisoners",
    ]);
  });

  it("cuts endless sentences", () => {
    const sentences = parseText("and so the talks went on ".repeat(200));
    expect(Math.max(...sentences.map(({ tokens }) => tokens.length))).toBeLessThanOrEqual(300);
    expect(sentences.reduce((sum, { tokens }) => sum + tokens.length, 0)).toBe(1200);
  });

  it("has nothing to say about blanks", () => {
    expect(parseText("")).toEqual([]);
    expect(parseText(" \r\n\t\u00a0\n- \n")).toEqual([]);
  });
});

const WORDS =
  "The Kremlin said that Ukraine’s President agreed on Jan. 5 , “ yes ” ( no ) - 30-day U.S. 😀 Łódź e\u0301 \u202e https://a.b/c \n \r\n \n\n • 1. ? ! … ; a.m.";
const prose = fc
  .array(fc.constantFrom(...WORDS.split(" "), "\n\n", "\r\n", "\ud800"), { maxLength: 60 })
  .map((words) => words.join(" "));
const anything = fc.oneof(
  prose,
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 80 }),
);

describe("for any text, parseText", () => {
  it("gives exact offsets, in order", () => {
    fc.assert(
      fc.property(anything, (text) => {
        let last = 0;
        for (const sentence of parseText(text)) {
          expect(sentence.start).toBe(sentence.tokens[0]!.start);
          expect(sentence.end).toBe(sentence.tokens.at(-1)!.end);
          for (const token of sentence.tokens) {
            expect(token.start).toBeGreaterThanOrEqual(last);
            expect(token.end).toBeGreaterThan(token.start);
            const slice = text.slice(token.start, token.end);
            const strokeOfPair = token.text === '"' && /^['`’‘]$/.test(slice);
            expect(strokeOfPair ? '"' : slice).toBe(token.text);
            last = token.end;
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("gives one tree a sentence", () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const sentence of parseText(text)) expectTree(sentence);
      }),
      { numRuns: 300 },
    );
  });

  it("reads on behind data in letters, however long", () => {
    const text = `Peru agreed. See ${"a".repeat(400_000)} here. Chile agreed.`;
    const last = parseText(text).at(-1)!;
    expect(last.tokens.map(({ start, end }) => text.slice(start, end))).toEqual(["Chile", "agreed", "."]);
  });

  it("changes nothing when a paragraph follows", () => {
    fc.assert(
      fc.property(prose, prose, (text, other) => {
        expect(parseText(`${text}\n\n${other}`).slice(0, parseText(text).length)).toEqual(parseText(text));
      }),
      { numRuns: 150 },
    );
  });

  it("gives a sentence the same parse wherever it stands", () => {
    const sentence = "The President of France urged the sides to accept a truce.";
    const bare = parseText(sentence)[0]!.tokens;
    fc.assert(
      fc.property(prose, (before) => {
        const text = `${before}\n\n${sentence}`;
        const { start, tokens } = parseText(text).at(-1)!;
        expect(tokens).toEqual(bare.map((token) => ({ ...token, start: token.start + start, end: token.end + start })));
      }),
      { numRuns: 100 },
    );
  });
});

function expectTree({ tokens }: Sentence): void {
  expect(tokens.filter(({ head }) => head === -1)).toHaveLength(1);
  for (let i = 0; i < tokens.length; i++) {
    let at = i;
    for (let steps = 0; at !== -1; steps++) {
      expect(steps).toBeLessThanOrEqual(tokens.length);
      at = tokens[at]!.head;
      expect(at).toBeLessThan(tokens.length);
    }
  }
}
