/** Names and tokens fold to the same pieces. */
import { expect, it } from "vitest";
import { piecesOf, slugOf } from "./name-pieces.js";

it.each<[string, string[]]>([
  ["U.S.", ["us"]],
  ["Iran's", ["iran", "'s"]],
  ["Sana’a", ["sanaa"]],
  ["Amir-Abdollahian", ["amir", "-", "abdollahian"]],
  ["Washington, D.C.", ["washington", ",", "dc"]],
  ["Türkiye", ["turkiye"]],
  ["Løkke", ["lokke"]],
  ["P5+1", ["p5", "+", "1"]],
  ["’s", ["'s"]],
])("%s", (name, pieces) => expect(piecesOf(name)).toEqual(pieces));

it("makes slugs of names", () => expect(slugOf("Jonas Gahr Støre")).toBe("jonas-gahr-store"));
