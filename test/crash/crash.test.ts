/** The ledger under `kill -9`: ten times here, a hundred in bench/kills.ts. */
import { expect, test } from "vitest";
import { killLoop } from "./kill-loop.js";

test("whoever is killed while writing, no acknowledged event is lost, the chain holds, and no server is left", async () => {
  let seed = 1;
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const after = await killLoop(10, random);
  expect(after).toMatchObject({ kills: 10, broken: null, orphan: false });
  expect(after.acknowledged).toBeGreaterThan(10);
  expect(after.kept).toBeGreaterThanOrEqual(after.acknowledged);
}, 240_000);
