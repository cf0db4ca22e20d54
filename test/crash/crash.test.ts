/** The ledger under `kill -9`: ten times on each database here, a hundred in bench/kills.ts. */
import { describe, expect, test } from "vitest";
import { debianPrograms } from "../servers/own-postgresql.js";
import { TEST_DATABASE_URL } from "../test-stores.js";
import { killLoop } from "./kill-loop.js";

const DEBIAN = TEST_DATABASE_URL === undefined ? null : debianPrograms();

describe.each([
  ["the embedded PostgreSQL", null, false],
  ["Debian's PostgreSQL", DEBIAN, DEBIAN === null],
] as const)("on %s", (_, programs, missing) => {
  test.skipIf(missing)(
    "whoever is killed while writing, no acknowledged event is lost, the chain holds, and no server is left",
    async () => {
      let seed = 1;
      const random = () => {
        seed = (seed * 16_807) % 2_147_483_647;
        return seed / 2_147_483_647;
      };
      const after = await killLoop(10, random, programs);
      expect(after).toMatchObject({ kills: 10, broken: null, orphan: false });
      expect(after.acknowledged).toBeGreaterThan(10);
      expect(after.kept).toBeGreaterThanOrEqual(after.acknowledged);
    },
    240_000,
  );
});
