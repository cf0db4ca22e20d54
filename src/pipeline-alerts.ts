/** A store, a network and a mail server -> alerts for those who subscribed, delivered at least once, signed and retried. */
import { createHmac } from "node:crypto";
import { alertsOf, lapsesBetween } from "./ledger/alerts.js";
import type { Alert, AlertKind, Channel } from "./model/alert.js";
import { ReadoutError } from "./model/problem.js";
import { type Person, requireRight } from "./model/rights.js";
import type { Store } from "./store/open-store.js";
import {
  type Delivery,
  listSubscriptions,
  markDelivered,
  markFailed,
  putOut,
  type Seen,
  type Subscription,
  seenBy,
  subscribe,
  takeDelivery,
  unsubscribe,
} from "./store/outbox.js";
import { readEvents } from "./store/read-events.js";
import { readState } from "./store/read-state.js";

/** How alerts leave the house. Both reject when they were not taken. */
export interface Senders {
  /** Through the guard that refuses private addresses; resolves with the answer's status. */
  post(address: string, headers: Record<string, string>, body: string): Promise<number>;
  mail(to: string, subject: string, text: string, id: string): Promise<void>;
}

export interface Sent {
  delivered: number;
  failed: { id: string; reason: string; givenUp: boolean }[];
}

const LEASE_MS = 120_000;
const FIRST_RETRY_MS = 30_000;
const LONGEST_RETRY_MS = 6 * 3_600_000;
/** About two days. */
const MOST_ATTEMPTS = 16;

/** Throws ReadoutError `target-invalid` or `dossier-unknown`. */
export async function addAlert(
  store: Store,
  person: Person,
  asked: { dossier: string; channel: Channel; target: string; kinds: AlertKind[] },
): Promise<{ id: string; secret: string }> {
  requireRight(person, "administer");
  const fits = asked.channel === "email" ? /^[^\s@<>]+@[^\s@<>]+$/ : /^https?:\/\/[^\s]+$/i;
  if (asked.target.length > 2000 || !fits.test(asked.target)) {
    const example = asked.channel === "email" ? "desk@example.org" : "https://example.org/hook";
    throw new ReadoutError(
      "target-invalid",
      `"${asked.target.slice(0, 80)}" is no ${asked.channel} target. Write ${example}.`,
      2,
    );
  }
  return subscribe(store, asked);
}

export async function alertsFor(store: Store, person: Person): Promise<Subscription[]> {
  requireRight(person, "administer");
  return listSubscriptions(store.database);
}

export async function endAlert(store: Store, person: Person, id: string): Promise<void> {
  requireRight(person, "administer");
  await unsubscribe(store, id);
}

/** Writes what is new to the outbox, then sends what is due until nothing is, or until it is asked to end. */
export async function runAlerts(
  store: Store,
  person: Person,
  senders: Senders,
  ended?: AbortSignal | undefined,
): Promise<Sent> {
  requireRight(person, "administer");
  await collectAlerts(store);
  const sent: Sent = { delivered: 0, failed: [] };
  for (;;) {
    const due = ended?.aborted ? null : await takeDelivery(store, LEASE_MS);
    if (!due) return sent;
    await deliver(store, due, senders, sent);
  }
}

/** Events and lapses since each subscription was last seen to. */
export async function collectAlerts(store: Store): Promise<void> {
  await store.database.transaction(async (within) => {
    for (const seen of await seenBy(within)) {
      const { state, version } = await readState(store.database, seen.dossier);
      const now = store.now();
      const events = (await readEvents(within, seen.dossier, { after: seen.seq, upTo: version })).map(
        ({ event }) => event,
      );
      const alerts = [
        ...alertsOf(events, state.commitments),
        ...lapsesBetween(seen.dossier, state.commitments, seen.at, now),
      ];
      await putOut(within, seen, wanted(alerts, seen), version, now);
    }
  });
}

function wanted(alerts: readonly Alert[], { kinds }: Seen): Alert[] {
  return alerts.filter(({ kind }) => kinds.includes(kind));
}

async function deliver(store: Store, due: Delivery, senders: Senders, sent: Sent): Promise<void> {
  try {
    await (due.channel === "webhook" ? post(due, senders, store.now()) : mail(due, senders));
    await markDelivered(store, due.id);
    sent.delivered++;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const givenUp = due.attempts >= MOST_ATTEMPTS;
    const wait = Math.min(FIRST_RETRY_MS * 2 ** (due.attempts - 1), LONGEST_RETRY_MS);
    await markFailed(store, due.id, reason, givenUp ? null : store.now() + wait);
    sent.failed.push({ id: due.id, reason, givenUp });
  }
}

/**
 * `Readout-Signature: t=SECONDS,v1=HEX`, the HMAC-SHA256 of `SECONDS.BODY` under the subscription's secret; the
 * `Readout-Delivery` field is the same whenever the same alert comes again.
 */
async function post({ id, alert, target, secret }: Delivery, senders: Senders, now: number): Promise<void> {
  const body = JSON.stringify(alert);
  const seconds = Math.floor(now / 1000);
  const signature = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  const headers = {
    "content-type": "application/json",
    "readout-delivery": id,
    "readout-signature": `t=${seconds},v1=${signature}`,
  };
  const status = await senders.post(target, headers, body);
  if (status < 200 || status > 299) throw new Error(`the target answered ${status}`);
}

async function mail({ id, alert, target }: Delivery, senders: Senders): Promise<void> {
  const text = `${alert.text}\n\nDossier: ${alert.dossier}\nWhen: ${alert.on}\n`;
  await senders.mail(target, `Readout: ${alert.title}`.replace(/\s+/g, " ").slice(0, 200), text, id);
}
