import { expect, test } from "vitest";
import { nameSources } from "./open-sources.js";

test.each([
  ["us=a/b.txt", "us", "a/b.txt"],
  ["us-ru=b.txt", "us-ru", "b.txt"],
  ["in=b.txt", "in", "b.txt"],
  ["a/white-house.md", "white-house", "a/white-house.md"],
  ["a/My Notes.v2.txt", "My Notes.v2", "a/My Notes.v2.txt"],
  ["US=b.txt", "US-b", "US=b.txt"],
  ["./a=b.txt", "a-b", "./a=b.txt"],
  ["fr=a=b.txt", "fr", "a=b.txt"],
  ["-", "stdin", "-"],
  ["fr=-", "fr", "-"],
  ["Élysée.txt", "Élysée", "Élysée.txt"],
  ["a\u001b[31m\u202eb.txt", "a-31m-b", "a\u001b[31m\u202eb.txt"],
  ["a,b.txt", "a-b", "a,b.txt"],
  [".txt", ".txt", ".txt"],
  ["…", "-", "…"],
])("%j has the id %j", (arg, id, source) => {
  expect(nameSources([arg])).toEqual([{ id, source }]);
});

test.each([
  ["equal ids", ["us=a.txt", "us=b.txt"], "ids-equal"],
  ["equal stems", ["a/us.txt", "b/us.txt"], "ids-equal"],
  ["standard input twice", ["us=-", "ru=-"], "stdin-twice"],
  ["no source", ["us="], "source-missing"],
  ["no source at all", [""], "source-missing"],
  ["too long an id", [`${"a".repeat(61)}=a.txt`], "id-too-long"],
])("%s: wrong usage", (_, args, code) => {
  expect(() => nameSources(args)).toThrow(expect.objectContaining({ code, exitCode: 2 }));
});
