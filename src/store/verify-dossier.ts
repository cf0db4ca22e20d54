/** A dossier as it lies in the database -> the first break of its chain, of a record or of a quote, or that all of it holds. */

import { type Break, checkChain } from "../ledger/verify-chain.js";
import type { ReviewState } from "../model/dossier.js";
import type { LedgerEvent } from "../model/ledger-event.js";
import { type TextCache, textsOf } from "./archive.js";
import type { Queryable } from "./database.js";
import { evidenceIn } from "./known-facts.js";
import { headOf, keptEvents, keysOf } from "./read-events.js";
import { reviewAtFirst } from "./write-events.js";

export interface Verified {
  events: number;
  /** Quotes that were found where their evidence says they stand. */
  quotes: number;
  records: number;
  /** Number of events by the key that signed them. */
  signedBy: Record<string, number>;
  firstBreak: Break | null;
}

interface Kept {
  sha256: string;
  text_sha256: string | null;
  review: ReviewState;
}

/** Within a transaction that reads, so that nothing moves meanwhile. */
export async function verifyDossier(within: Queryable, dossier: string): Promise<Verified> {
  const head = await headOf(within, dossier);
  const chain = checkChain(dossier, await keysOf(within));
  const records = await digests(within, dossier);
  const expected = new Map<string, ReviewState>();
  const verified: Verified = { events: 0, quotes: 0, records: 0, signedBy: {}, firstBreak: null };
  const cache: TextCache = new Map();
  let publishesUnread = false;

  async function fault(event: LedgerEvent): Promise<string | null> {
    const { what, seq } = event;
    if ("publishesUnread" in what && what.publishesUnread !== undefined) publishesUnread = what.publishesUnread;
    if (what.type === "record-added") {
      verified.records++;
      const kept = records.get(seq);
      if (!kept) return `the ${what.kind} "${what.id}" is missing`;
      if (kept.sha256 !== what.sha256 || kept.text_sha256 !== what.textSha256)
        return `the ${what.kind} "${what.id}" was altered`;
      expected.set(`${what.kind} ${what.id}`, reviewAtFirst(what, publishesUnread));
    }
    if (what.type === "record-reviewed") expected.set(`${what.kind} ${what.id}`, what.decision);
    for (const { document, textSha256, start, end, quote } of evidenceIn(event)) {
      const text = (await textsOf(within, dossier, [{ document, textSha256 }], cache)).get(`${document} ${textSha256}`);
      if (text?.slice(start, end) !== quote) return `its quote does not stand in "${document}"`;
      verified.quotes++;
    }
    return null;
  }

  for await (const kept of keptEvents(within, dossier)) {
    const broken = chain.next(kept);
    const why = broken ? null : await fault(JSON.parse(kept.text) as LedgerEvent);
    if (broken ?? why) return { ...verified, firstBreak: broken ?? { seq: kept.seq, why: why! } };
    verified.events++;
    verified.signedBy[kept.seal.key] = (verified.signedBy[kept.seal.key] ?? 0) + 1;
  }
  if (head.version !== chain.seq() || head.hash !== chain.hash())
    return { ...verified, firstBreak: { seq: chain.seq() + 1, why: `the chain ends before event ${head.version}` } };
  return { ...verified, firstBreak: await reviewFault(within, dossier, expected, records.size - verified.records) };
}

/** Digests of what lies there, made anew from the content, by event. */
async function digests(within: Queryable, dossier: string): Promise<Map<number, Kept>> {
  const rows = await within.query<Kept & { seq: number }>(
    `select seq, encode(sha256(convert_to(body, 'UTF8')), 'hex') as sha256, encode(sha256(archived), 'hex') as text_sha256, review
     from records where dossier = $1`,
    [dossier],
  );
  return new Map(rows.map(({ seq, ...kept }) => [seq, kept]));
}

async function reviewFault(
  within: Queryable,
  dossier: string,
  expected: ReadonlyMap<string, ReviewState>,
  unaccounted: number,
): Promise<Break | null> {
  if (unaccounted > 0) return { seq: 0, why: `${unaccounted} records belong to no event` };
  const rows = await within.query<{ kind: string; id: string; seq: number; review: ReviewState }>(
    "select distinct on (kind, id) kind, id, seq, review from records where dossier = $1 order by kind, id, seq desc",
    [dossier],
  );
  const wrong = rows.find(({ kind, id, review }) => expected.get(`${kind} ${id}`) !== review);
  return wrong
    ? { seq: wrong.seq, why: `the ${wrong.kind} "${wrong.id}" stands as ${wrong.review}, which no event says` }
    : null;
}
