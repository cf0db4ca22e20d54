/** Publishers of the catalogue -> what is new and what has changed with them since the last run, one text after another. */
import type { Problem } from "../model/problem.js";
import type { Publisher } from "../model/publisher.js";
import { followLists, noteDay } from "./follow-lists.js";
import { dueTexts, type FollowState, loadState, noteLook } from "./follow-state.js";
import { type FollowedText, followText } from "./follow-text.js";
import { type Follower, type FollowOptions, openFollower } from "./follower.js";

export type FollowEvent =
  | { kind: "lists"; publisher: string; waiting: number; due: number; problems: Problem[] }
  | ({ kind: "text" } & FollowedText)
  | { kind: "done"; publisher: string; problems: Problem[] };

export type { FollowOptions } from "./follower.js";

/** So many publishers at a time; hosts have their own pace. */
const AT_ONCE = 4;
const MOST_FAILURES = 5;
const DAY = 86_400_000;

/** Resumable: what was not reached waits for the next run. `tell` is awaited, so that a slow reader slows us. */
export async function followPublishers(
  publishers: readonly Publisher[],
  options: FollowOptions,
  tell: (event: FollowEvent) => Promise<void>,
): Promise<void> {
  const follower = openFollower(options);
  const queue = [...publishers];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await followOne(next, follower, tell);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function followOne(
  publisher: Publisher,
  follower: Follower,
  tell: (event: FollowEvent) => Promise<void>,
): Promise<void> {
  const { archive, clock, most } = follower;
  const state = await loadState(archive, publisher.id);
  const problems = await followLists(publisher, state, follower);
  await archive.saveState(publisher.id, state);
  const due = dueTexts(state, clock.now()).map(({ address }) => address);
  const waiting = state.waiting.slice(0, most).map(({ address }) => address);
  await tell({ kind: "lists", publisher: publisher.id, waiting: waiting.length, due: due.length, problems });
  for (const address of [...waiting, ...due]) {
    const followed = await followText(publisher, address, follower);
    settle(state, followed, clock.now());
    await archive.saveState(publisher.id, state);
    await tell({ kind: "text", ...followed });
  }
  await tell({ kind: "done", publisher: publisher.id, problems: overdue(publisher, state, clock.now()) });
}

/** A text that failed for a passing reason waits for the next run, but not for ever. */
function settle(state: FollowState, { address, outcome, version, passing }: FollowedText, at: Date): void {
  const waits = state.waiting.find((each) => each.address === address);
  if (outcome === "failed" && passing) {
    if (waits) waits.failures++;
    state.waiting = state.waiting.filter(({ failures }) => failures < MOST_FAILURES);
    return;
  }
  state.waiting = state.waiting.filter((each) => each !== waits);
  if (outcome === "gone") state.watched = state.watched.filter((each) => each.address !== address);
  else if (version) noteLook(state, address, at);
  noteDay(state, version?.published);
}

/** The entry's assertion on how often something new comes. */
function overdue({ id, assertions }: Publisher, { newestDay }: FollowState, now: Date): Problem[] {
  const days = assertions.newTextWithinDays;
  if (
    days === null ||
    (newestDay !== null && now.getTime() - Date.parse(newestDay.padEnd(10, "-01")) <= (days + 1) * DAY)
  )
    return [];
  const what = newestDay === null ? "none of its texts has a date" : `its newest text is of ${newestDay}`;
  const message = `${id}: the catalogue expects a new text every ${days} days, but ${what}. See whether its lists have moved.`;
  return [{ level: "error", stage: "follow", code: "publisher-assertion", message }];
}
