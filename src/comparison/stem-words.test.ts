import { describe, expect, it } from "vitest";
import { stem, stemWords } from "./stem-words.js";

describe("stem", () => {
  it.each([
    ["implement implementing implementation implemented"],
    ["negotiate negotiations negotiating negotiated"],
    ["territory territories territorial"],
    ["diplomacy diplomatic"],
    ["organisation organizations"],
    ["defence defenses"],
    ["commit commitment committed commitments"],
    ["economy economic economies"],
    ["ready readiness"],
    ["talk talks talking"],
  ])("gives one stem to: %s", (words) => {
    expect(new Set(words.split(" ").map(stem)).size).toBe(1);
  });

  it.each([
    ["peace", "pace"],
    ["sanction", "section"],
    ["border", "board"],
    ["troops", "troika"],
    ["contact", "contract"],
  ])("keeps apart: %s and %s", (a, b) => {
    expect(stem(a)).not.toBe(stem(b));
  });
});

describe("stemWords", () => {
  it("leaves function words out and reads numbers without separators", () => {
    expect(stemWords("They will exchange 1,000 of the prisoners")).toEqual(["exchang", "1000", "prisoner"]);
  });

  it("takes the possessive off", () => {
    expect(stemWords("Moldova’s borders")).toEqual(stemWords("Moldova border"));
  });
});
