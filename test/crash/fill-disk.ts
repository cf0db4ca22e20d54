/** A folder -> a program that writes large documents to the ledger in it until one is refused; tells what was acknowledged and why it ended. */
import { randomBytes } from "node:crypto";
import { writeSync } from "node:fs";
import { openStore } from "../../src/store/open-store.js";
import { commitment, madeUpDocument, opened, recordEntry } from "../test-stores.js";

const MOST = 2000;

const tell = (value: object) => writeSync(1, `${JSON.stringify(value)}\n`);
const store = await openStore({ env: { READOUT_HOME: process.argv[2], DATABASE_URL: process.env.DATABASE_URL } });
await store.openDossier("call", [opened(), madeUpDocument(), commitment()]);
for (let number = 1; number <= MOST; number++) {
  const text = randomBytes(300_000).toString("base64");
  try {
    const [written] = await store.append("call", {
      entries: [recordEntry("document", `d${number}`, { id: `d${number}` }, text)],
    });
    tell({ acknowledged: written!.event.seq });
  } catch (error) {
    const { code, message, exitCode } = error as { code?: string; message: string; exitCode?: number };
    tell({ code, message, exitCode });
    break;
  }
}
await store.close();
