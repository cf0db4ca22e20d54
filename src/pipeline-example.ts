/** A store -> the dossier of the call of 18 March 2025 in it, made from the bundled digests and the catalogue's agreement. */
import { readFile } from "node:fs/promises";
import type { Person } from "./model/rights.js";
import { readTogether } from "./pipeline/read-together.js";
import { catalogAgreement, type Source } from "./pipeline.js";
import { addRead, createDossier, dossiersFor } from "./pipeline-dossiers.js";
import { changeStatus, confirmAgreement } from "./pipeline-ledger.js";
import type { Store } from "./store/open-store.js";

export const EXAMPLE_DOSSIER = "call-2025-03-18";

const AGREEMENT = "energy-strikes-halt-2025";

/** What each digest says of the agreement: document, source, exact words. */
const SAID: readonly (readonly [document: string, source: string, quote: string])[] = [
  [
    "us",
    "USA",
    "The two presidents agreed that the way to peace would begin with a halt to strikes on energy and infrastructure.",
  ],
  [
    "ru",
    "RUS",
    "Vladimir Putin welcomed this halt to strikes on energy and at once ordered the Russian military to observe it.",
  ],
];
const SAID_ON = { status: "accepted", on: "2025-03-18" } as const;

const FOLDER = new URL("../examples/2025-03-18-trump-putin/", import.meta.url);

/** Makes it where it is missing; the same texts give the same dossier, but for the times of writing. Its id. */
export async function openExample(store: Store, person: Person, read = readTogether): Promise<string> {
  const known = await dossiersFor(store, person);
  if (known.some(({ id }) => id === EXAMPLE_DOSSIER)) return EXAMPLE_DOSSIER;
  const title = "The call of 18 March 2025 between Donald Trump and Vladimir Putin";
  await createDossier(store, person, { id: EXAMPLE_DOSSIER, title, conflict: "russia-ukraine", publishesUnread: true });
  // The report by itself, since it is no side's account and not compared with them.
  for (const ids of [["us", "ru"], ["sbs"]])
    await addRead(store, person, EXAMPLE_DOSSIER, await read(await Promise.all(ids.map(openText))));
  await confirmAgreement(store, person, EXAMPLE_DOSSIER, catalogAgreement(AGREEMENT));
  for (const [document, source, quote] of SAID)
    await changeStatus(store, person, EXAMPLE_DOSSIER, { ...SAID_ON, commitment: AGREEMENT, source, document, quote });
  return EXAMPLE_DOSSIER;
}

async function openText(id: string): Promise<Source> {
  const source = `examples/2025-03-18-trump-putin/${id}.md`;
  return { id, source, bytes: await readFile(new URL(`${id}.md`, FOLDER)) };
}
