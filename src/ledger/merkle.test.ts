import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { consistencyProof, inclusionProof, rootOf } from "./merkle.js";

const hashes = Array.from({ length: 33 }, (_, at) => createHash("sha256").update(String(at)).digest("hex"));
const hash = (...parts: Buffer[]) => parts.reduce((sum, part) => sum.update(part), createHash("sha256")).digest();
const leafOf = (text: string) => hash(Buffer.from([0]), Buffer.from(text, "hex"));
const nodeOf = (left: Buffer, right: Buffer) => hash(Buffer.from([1]), left, right);

test("the root of three is that of two and one, as RFC 9162 splits them", () => {
  const [a, b, c] = hashes.slice(0, 3).map(leafOf) as [Buffer, Buffer, Buffer];
  expect(rootOf(hashes.slice(0, 3))).toBe(nodeOf(nodeOf(a, b), c).toString("hex"));
  expect(rootOf(hashes.slice(0, 1))).toBe(a.toString("hex"));
  expect(rootOf([])).toBe(createHash("sha256").digest("hex"));
});

test("the path of the third of five leads through the fourth, the first two and the fifth", () => {
  const five = hashes.slice(0, 5);
  const [a, b, , d, e] = five.map(leafOf) as [Buffer, Buffer, Buffer, Buffer, Buffer];
  expect(inclusionProof(five, 2)).toEqual([d, nodeOf(a, b), e].map((bytes) => bytes.toString("hex")));
});

test("a tree is consistent with itself by nothing, and with a whole subtree by the rest", () => {
  expect(consistencyProof(hashes.slice(0, 4), 4)).toEqual([]);
  const [c, d] = hashes.slice(2, 4).map(leafOf) as [Buffer, Buffer];
  expect(consistencyProof(hashes.slice(0, 4), 2)).toEqual([nodeOf(c, d).toString("hex")]);
});

test("the verifier that shares no code with us takes every proof of trees of 1 to 33, and none that was changed", () => {
  const script = `
    import { readFileSync } from "node:fs";
    const source = readFileSync("verifier/verify.mjs", "utf8").split("const [file, rootFile]")[0].replace(/^#!.*/, "");
    const made = await import("data:text/javascript," + encodeURIComponent(source + "\\nexport { includes, growsFrom };"));
    const cases = JSON.parse(readFileSync(0, "utf8"));
    console.log(JSON.stringify(cases.map(([name, ...args]) => made[name](...args))));`;
  const cases: unknown[][] = [];
  const expected: boolean[] = [];
  for (let size = 1; size <= hashes.length; size++) {
    const tree = hashes.slice(0, size);
    for (let index = 0; index < size; index++) {
      const path = inclusionProof(tree, index);
      cases.push(
        ["includes", index, size, tree[index], path, rootOf(tree)],
        ["includes", index, size, hashes[(index + 1) % 33], path, rootOf(tree)],
      );
      const old = rootOf(tree.slice(0, index + 1));
      const growth = consistencyProof(tree, index + 1);
      cases.push(
        ["growsFrom", index + 1, old, size, rootOf(tree), growth],
        ["growsFrom", index + 1, hashes[0], size, rootOf(tree), growth],
      );
      expected.push(true, false, true, false);
    }
  }
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    input: JSON.stringify(cases),
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual(expected);
});
