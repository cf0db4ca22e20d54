/** The archive -> the silent edits in it: for every text that changed its words, the words and what became of its acts. */
import type { Archive } from "../archive/archive.js";
import { compareVersions } from "../comparison/compare-versions.js";
import type { Change } from "../model/change.js";
import type { Document } from "../model/document.js";
import { type Problem, ReadoutError } from "../model/problem.js";
import type { Version } from "../model/version.js";
import { readActs } from "../pipeline.js";
import { diffWords } from "../text/word-diff.js";

export interface ChangesOptions {
  /** Edits that were seen from this instant on. */
  since?: Date | undefined;
  /** Addresses to look at; all of them otherwise. */
  addresses?: readonly string[] | undefined;
  publisherId?: string | undefined;
}

/** Two versions that follow one another and differ in their text, or in that there is none any more. */
type Step = [before: Version & { textSha256: string }, after: Version];

/** In order of time. Problems are told as they are met; a version that cannot be read is one of them. */
export async function* listChanges(archive: Archive, options: ChangesOptions = {}): AsyncGenerator<Change | Problem> {
  const steps: Step[] = [];
  for await (const { value, problems } of historiesOf(archive, options)) {
    yield* problems;
    steps.push(...stepsOf(value.versions).filter((step) => isAsked(step, options)));
  }
  steps.sort(([, a], [, b]) => (a.fetchedAt < b.fetchedAt ? -1 : 1));
  for (const step of steps) yield await changeOf(archive, step);
}

async function* historiesOf(archive: Archive, { addresses, since }: ChangesOptions) {
  if (addresses === undefined) yield* archive.histories(since);
  else for (const address of addresses) yield await archive.history(address);
}

/** Versions of the same text are one; bytes of which no text could be taken are passed over, unless the page is gone. */
function stepsOf(versions: readonly Version[]): Step[] {
  const steps: Step[] = [];
  let last: Step[0] | null = null;
  for (const version of versions) {
    const gone = /^http-4(?:04|10)$/.test(version.refusal ?? "");
    if (last && (gone || (version.textSha256 !== null && version.textSha256 !== last.textSha256)))
      steps.push([last, version]);
    if (version.textSha256 !== null) last = version as Step[0];
    else if (gone) last = null;
  }
  return steps;
}

function isAsked([, after]: Step, { since, publisherId }: ChangesOptions): boolean {
  if (since && new Date(after.fetchedAt) < since) return false;
  return publisherId === undefined || after.publisherId === publisherId;
}

async function changeOf(archive: Archive, [before, after]: Step): Promise<Change | Problem> {
  const { address, publisherId } = after;
  const end = ({ fetchedAt, sha256, textSha256 }: Version) => ({ fetchedAt, sha256, textSha256 });
  const known = {
    address,
    publisherId,
    title: after.title ?? before.title,
    before: { ...end(before), textSha256: before.textSha256 },
    after: end(after),
  };
  try {
    const old = await archive.document(before.sha256);
    const fresh = after.textSha256 === null ? null : await archive.document(after.sha256);
    if (old === null || (after.textSha256 !== null && fresh === null)) return unreadable(address, after.fetchedAt);
    return { ...known, gone: fresh === null, ...compareTexts(old, fresh) };
  } catch (error) {
    if (!(error instanceof ReadoutError)) throw error;
    return { level: "error", stage: "archive", code: error.code, message: error.message };
  }
}

/** The words in which two versions of a text differ, and what became of its acts; nothing where the text is gone. */
export function compareTexts(old: Document, fresh: Document | null): Pick<Change, "hunks" | "acts"> {
  const hunks = fresh === null ? [] : diffWords(old.text, fresh.text);
  const acts = fresh === null ? [] : compareVersions(readActs(old).value, readActs(fresh).value, hunks);
  return { hunks, acts };
}

function unreadable(address: string, at: string): Problem {
  const message = `${address}: the archive lists a version of ${at} and does not hold its text. Restore it from a copy.`;
  return { level: "error", stage: "archive", code: "archive-damaged", message };
}
