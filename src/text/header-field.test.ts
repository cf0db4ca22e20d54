import { describe, expect, it } from "vitest";
import { endOfHeader } from "./header-field.js";

describe("endOfHeader", () => {
  it.each([
    ["Published: 2025-03-18 by the ministry\n\nThe sides agreed.", "Published: 2025-03-18 by the ministry"],
    [
      "# The call\n\nPublished: 2025\nSource: the palace\n\nThey met.",
      "# The call\n\nPublished: 2025\nSource: the palace",
    ],
    ["They met.\n\nThey agreed.\n\nNote: they left.", ""],
    ["The sides agreed.\nNote: they met again.", ""],
    ["The sides agreed: no strikes.", ""],
    ["", ""],
  ])("%j", (text, head) => {
    expect(text.slice(0, endOfHeader(text))).toBe(head);
  });
});
