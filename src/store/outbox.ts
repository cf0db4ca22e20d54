/** Subscriptions and alerts -> an outbox in the database: each alert is written once, and tried until it is taken. */
import { randomBytes } from "node:crypto";
import type { Alert, AlertKind, Channel } from "../model/alert.js";
import { ReadoutError } from "../model/readout-error.js";
import type { Queryable } from "./database.js";
import { dossierUnknown } from "./known-facts.js";
import type { Store } from "./open-store.js";
import { randomSecret } from "./secrets.js";

export interface Subscription {
  id: string;
  dossier: string;
  channel: Channel;
  /** An https address, or that of a mailbox. */
  target: string;
  kinds: AlertKind[];
  created: string;
}

export interface Delivery {
  id: string;
  alert: Alert;
  attempts: number;
  channel: Channel;
  target: string;
  secret: string;
}

/** From now on: what happened before is not told. The secret signs webhooks and is told once. */
export async function subscribe(
  { database, now }: Store,
  { dossier, channel, target, kinds }: Omit<Subscription, "id" | "created">,
): Promise<{ id: string; secret: string }> {
  const [id, secret] = [randomBytes(8).toString("hex"), randomSecret()];
  const rows = await database.query(
    `insert into subscriptions (id, dossier, channel, target, secret, kinds, seen_seq, seen_at, created_at)
     select $1, id, $3, $4, $5, $6, version, $7, $7 from dossiers where id = $2 returning 1`,
    [id, dossier, channel, target, secret, kinds, new Date(now())],
  );
  if (rows.length === 0) throw dossierUnknown(dossier);
  return { id, secret };
}

/** Throws ReadoutError `subscription-unknown`. */
export async function unsubscribe({ database }: Store, id: string): Promise<void> {
  const rows = await database.query("delete from subscriptions where id = $1 returning 1", [id]);
  if (rows.length === 0)
    throw new ReadoutError("subscription-unknown", `there is no subscription "${id}". See readout alert list.`, 2);
}

export async function listSubscriptions(database: Queryable): Promise<Subscription[]> {
  const rows = await database.query<Omit<Subscription, "created"> & { created: Date }>(
    "select id, dossier, channel, target, kinds, created_at as created from subscriptions order by created_at, id",
  );
  return rows.map((row) => ({ ...row, created: row.created.toISOString() }));
}

export interface Seen {
  id: string;
  dossier: string;
  kinds: AlertKind[];
  seq: number;
  at: number;
}

/** Where each subscription stands, locked until the transaction ends, so that two collectors do not cross. */
export async function seenBy(within: Queryable): Promise<Seen[]> {
  const rows = await within.query<{ id: string; dossier: string; kinds: AlertKind[]; seq: number; at: Date }>(
    "select id, dossier, kinds, seen_seq as seq, seen_at as at from subscriptions order by id for update skip locked",
  );
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
}

/** Writes alerts to the outbox and moves the subscription on, in one transaction. The same alert is written once. */
export async function putOut(
  within: Queryable,
  { id }: Seen,
  alerts: readonly Alert[],
  seq: number,
  at: number,
): Promise<void> {
  for (const alert of alerts) {
    await within.query(
      "insert into deliveries (id, subscription, alert, next_at) values ($1, $2, $3, $4) on conflict do nothing",
      [`${id}:${alert.id}`, id, JSON.stringify(alert), new Date(at)],
    );
  }
  await within.query("update subscriptions set seen_seq = $2, seen_at = $3 where id = $1", [id, seq, new Date(at)]);
}

/**
 * The next delivery that is due, taken for `leaseMs`: when the program dies meanwhile, it is due again after that. So
 * it is delivered at least once, and twice only after a crash.
 */
export async function takeDelivery({ database, now }: Store, leaseMs: number): Promise<Delivery | null> {
  const at = now();
  const [row] = await database.query<Omit<Delivery, "alert"> & { alert: string }>(
    `update deliveries as d set attempts = attempts + 1, next_at = $2 from subscriptions as s
     where s.id = d.subscription and d.id = (
       select id from deliveries where delivered_at is null and given_up_at is null and next_at <= $1
       order by next_at, id limit 1 for update skip locked
     ) returning d.id, d.alert, d.attempts, s.channel, s.target, s.secret`,
    [new Date(at), new Date(at + leaseMs)],
  );
  return row ? { ...row, alert: JSON.parse(row.alert) as Alert } : null;
}

export async function markDelivered({ database, now }: Store, id: string): Promise<void> {
  await database.query("update deliveries set delivered_at = $2, last_error = null where id = $1", [
    id,
    new Date(now()),
  ]);
}

/** Tried again at `nextAt`; given up for null. */
export async function markFailed(
  { database, now }: Store,
  id: string,
  reason: string,
  nextAt: number | null,
): Promise<void> {
  await database.query(
    "update deliveries set last_error = $2, next_at = coalesce($3, next_at), given_up_at = $4 where id = $1",
    [id, reason.slice(0, 500), nextAt === null ? null : new Date(nextAt), nextAt === null ? new Date(now()) : null],
  );
}
