/** The environment and a network -> the site and the desk on the store; an empty store begins with the bundled example. */
import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { Archive } from "../archive/archive.js";
import { PAGE } from "../ledger/alerts.js";
import type { Person } from "../model/rights.js";
import type { Clock, Network } from "../network/network.js";
import { runAlerts, type Senders } from "../pipeline-alerts.js";
import { addRecord } from "../pipeline-dossiers.js";
import { openExample } from "../pipeline-example.js";
import { openStore, type Store } from "../store/open-store.js";
import { listDossiers } from "../store/read-records.js";
import type { Desk } from "../web/desk.js";
import type { Site } from "../web/site.js";
import { deskOfStore } from "./desk-of-store.js";
import { readDossierFolder } from "./dossier-folder.js";
import { fetchSource } from "./fetch-source.js";
import { readApart } from "./read-apart.js";
import { DRAFT, siteOfStore } from "./site-of-store.js";

/** What a server shows, and how it is closed again. */
export interface OpenSite {
  site: Site;
  desk: Desk | null;
  /** With it the first account is made; null where somebody can sign in already. */
  firstCode: string | null;
  close(): Promise<void>;
}

const MAKER: Person = { name: "Readout", role: "admin" };
const EXAMPLE = fileURLToPath(new URL("../../examples/2025-03-18-trump-putin", import.meta.url));

/** What the site needs beside the store. */
export interface SiteWorld {
  network: Network;
  clock: Clock;
  /** What `readout follow` keeps, for silent edits; null where nothing has been kept. */
  archive: Archive | null;
  /** How alerts leave the house. */
  senders: Senders;
  /** Told of what fails where nobody waits for an answer. */
  report(error: unknown): void;
}

const SEND_EVERY_MS = 5000;

/** Rejects as `openStore` does. */
export async function openSite(
  env: Record<string, string | undefined>,
  { network, clock, senders, report, archive }: SiteWorld,
): Promise<OpenSite> {
  const store = await openStore({ env });
  try {
    if ((await listDossiers(store.database)).length === 0) await publishExample(store);
    const desk = deskOfStore(store, (id, address) => fetchSource(id, address, network, clock));
    const endAlerts = sendAlerts(store, senders, report);
    return {
      site: siteOfStore(store, archive),
      desk,
      firstCode: (await desk.isEmpty()) ? randomBytes(9).toString("base64url") : null,
      close: async () => {
        await endAlerts();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Sends what is due every few seconds, until it is told to end; what is on its way then is sent. */
function sendAlerts(store: Store, senders: Senders, report: (error: unknown) => void): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    running = runAlerts(store, MAKER, senders)
      .catch(report)
      .finally(() => {
        busy = false;
      });
  }, SEND_EVERY_MS);
  return async () => {
    clearInterval(timer);
    await running;
  };
}

async function publishExample(store: Store): Promise<void> {
  const dossier = await openExample(store, MAKER, readApart);
  const now = new Date(store.now()).toISOString();
  const { edition } = readDossierFolder(EXAMPLE);
  const body = { ...edition, publishedAt: now, updatedAt: now, revision: 1 };
  for (const id of [DRAFT, PAGE]) await addRecord(store, MAKER, dossier, { kind: "edition", id, body });
}
