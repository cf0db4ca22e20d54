/** A report and a section -> the rest of the report stays when the section is measured anew. */
import { expect, it } from "vitest";
import { replaceSection } from "../bench/replace-section.js";

const first = replaceSection("# Title\n\nKept above.\n", "figures", "old");

it("adds a section that is not there yet", () => {
  expect(first).toBe("# Title\n\nKept above.\n\n<!-- figures -->\nold\n<!-- end: figures -->\n");
});

it("replaces its own section and keeps the rest", () => {
  expect(replaceSection(`${first}\nKept below.\n`, "figures", "new")).toBe(
    "# Title\n\nKept above.\n\n<!-- figures -->\nnew\n<!-- end: figures -->\n\nKept below.\n",
  );
});
