/** A publisher's lists, fetched with conditional requests -> the texts that are new, put into the queue. */
import { readList } from "../documents/feeds/read-list.js";
import type { Problem } from "../model/problem.js";
import { ReadoutError } from "../model/problem.js";
import type { Publisher, PublisherList } from "../model/publisher.js";
import { refuseStatus } from "../network/refuse-status.js";
import { normalAddress } from "./fetch-source.js";
import type { FollowState } from "./follow-state.js";
import type { Follower } from "./follower.js";

const ACCEPT =
  "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.8, */*;q=0.1";

/** Problems of the lists; a list that fails leaves the others as they are. The state is changed. */
export async function followLists(publisher: Publisher, state: FollowState, follower: Follower): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const list of publisher.lists) {
    try {
      problems.push(...(await followList(publisher, list, state, follower)));
    } catch (error) {
      if (!(error instanceof ReadoutError)) throw error;
      problems.push({ level: "error", stage: "follow", code: error.code, message: error.message });
    }
  }
  return problems;
}

async function followList(
  publisher: Publisher,
  list: PublisherList,
  state: FollowState,
  follower: Follower,
): Promise<Problem[]> {
  const { address } = list;
  const known = state.lists[address];
  const answer = await follower.get(address, { accept: ACCEPT, ...validators(known) });
  if (answer.status === 304) return [];
  refuseStatus(address, answer);
  const { headers, bytes } = answer;
  const read = await readList(bytes, list, {
    source: answer.address,
    contentType: headers["content-type"],
    zone: publisher.zone,
  });
  const own = read.value.filter((each) => isText(each.address, publisher));
  if (own.length === 0) return [...read.problems, misfit(publisher, address, read.value.length)];
  for (const { published } of own) noteDay(state, published?.day);
  const since = follower.since;
  for (const { address: text, published } of own) {
    if (since !== null && published !== null && published.day < since) continue;
    await enqueue(normalAddress(text), state, follower);
  }
  state.lists[address] = { etag: headers.etag ?? null, lastModified: headers["last-modified"] ?? null };
  return read.problems;
}

/** The fields of a conditional request (RFC 9110, 13.1). */
export function validators(
  known: { etag?: string | null; lastModified?: string | null } | undefined,
): Record<string, string> {
  return {
    ...(known?.etag ? { "if-none-match": known.etag } : {}),
    ...(known?.lastModified ? { "if-modified-since": known.lastModified } : {}),
  };
}

export function noteDay(state: FollowState, day: string | null | undefined): void {
  if (day && (state.newestDay === null || day > state.newestDay)) state.newestDay = day;
}

async function enqueue(address: string, state: FollowState, { archive }: Follower): Promise<void> {
  if (state.waiting.some((each) => each.address === address)) return;
  if ((await archive.history(address)).value.lastSeenAt === null) state.waiting.push({ address, failures: 0 });
}

function isText(address: string, { hosts, texts }: Publisher): boolean {
  const { host, pathname } = new URL(address);
  return hosts.includes(host) && (texts === null || new RegExp(texts).test(pathname));
}

function misfit({ id }: Publisher, address: string, count: number): Problem {
  const message = `${address}: the catalogue's entry "${id}" no longer fits: none of the list's ${count} links is one of its texts. Correct its hosts or its pattern of texts; nothing was taken.`;
  return { level: "error", stage: "follow", code: "publisher-misfit", message };
}
