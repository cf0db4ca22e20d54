/** READOUT_HOME and DATABASE_URL -> a program that writes events to the ledger there without end, and tells each one that was acknowledged. */
import { writeSync } from "node:fs";
import { openStore } from "../../src/store/open-store.js";
import { commitment, madeUpDocument, opened, status } from "../test-stores.js";

const store = await openStore({ env: process.env });
await store.openDossier("call", [opened(), madeUpDocument(), commitment()]).catch((error: { code?: string }) => {
  if (error.code !== "dossier-known") throw error;
});
const writers = ["RUS", "UKR", "USA"];
await Promise.all(
  writers.map(async (source) => {
    for (;;) {
      const [written] = await store.append("call", { entries: [status(source, "accepted")] });
      writeSync(1, `${written!.event.seq}\n`);
    }
  }),
);
