/** What following a publisher remembers between runs: validators of its lists, texts that wait, texts to look at again. */
import type { Archive } from "../archive/archive.js";

export interface Waiting {
  address: string;
  /** Runs in which it could not be fetched for a passing reason. */
  failures: number;
}

/** A text that is looked at again for some weeks, since that is when it is quietly changed. */
export interface Watched {
  address: string;
  firstSeenAt: string;
  lastSeenAt: string;
}

export interface FollowState {
  /** By the list's address. */
  lists: Record<string, { etag: string | null; lastModified: string | null }>;
  waiting: Waiting[];
  watched: Watched[];
  /** The newest day that a list or a text of it has told. */
  newestDay: string | null;
}

const HOUR = 3_600_000;
/** Ages at which a text is looked at again: quiet edits come within hours, corrections within days, some after weeks. */
const LOOKS = [6 * HOUR, 24 * HOUR, 3 * 24 * HOUR, 7 * 24 * HOUR, 14 * 24 * HOUR, 30 * 24 * HOUR];
const MOST_WATCHED = 2_000;

export async function loadState(archive: Archive, id: string): Promise<FollowState> {
  const empty: FollowState = { lists: {}, waiting: [], watched: [], newestDay: null };
  return { ...empty, ...((await archive.state(id)) as Partial<FollowState> | null) };
}

/** Those whose next look is due. */
export function dueTexts({ watched }: FollowState, now: Date): Watched[] {
  return watched.filter(({ firstSeenAt, lastSeenAt }) => {
    const [first, last] = [Date.parse(firstSeenAt), Date.parse(lastSeenAt)];
    return LOOKS.some((age) => first + age <= now.getTime() && last < first + age);
  });
}

/** Notes a look at a text; texts that have had their last look, and the oldest of too many, are let go. */
export function noteLook(state: FollowState, address: string, at: Date): void {
  const known = state.watched.find((each) => each.address === address);
  if (known) known.lastSeenAt = at.toISOString();
  else state.watched.push({ address, firstSeenAt: at.toISOString(), lastSeenAt: at.toISOString() });
  const oldest = at.getTime() - LOOKS.at(-1)! - 24 * HOUR;
  state.watched = state.watched.filter(({ firstSeenAt }) => Date.parse(firstSeenAt) >= oldest).slice(-MOST_WATCHED);
}
