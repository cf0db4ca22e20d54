/** One text's address -> fetched, read, checked against its catalogue entry, and kept; what is new about it. */
import type { Document } from "../model/document.js";
import { type Problem, ReadoutError } from "../model/problem.js";
import type { Publisher } from "../model/publisher.js";
import type { Version } from "../model/version.js";
import { refuseStatus } from "../network/refuse-status.js";
import { ACCEPT, type FetchedSource, keepSource, sourceOf } from "./fetch-source.js";
import { validators } from "./follow-lists.js";
import type { Follower } from "./follower.js";
import { readFetched } from "./read-address.js";

/** `new` text, `changed` words, `same` as before, `gone` from the site, `refused` by us, `failed` on the way. */
export type FollowOutcome = "new" | "changed" | "same" | "gone" | "refused" | "failed";

export interface FollowedText {
  publisher: string;
  address: string;
  outcome: FollowOutcome;
  /** Null where nothing was kept. */
  version: Version | null;
  problems: Problem[];
  /** True where a later run may fare better. */
  passing: boolean;
}

const PASSING = /^(?:http-(?:408|425|429|5\d\d)|fetch-(?:failed|timeout)|host-unknown)$/;
const GONE = new Set([404, 410]);

/** Never rejects for what the outside does: that is told in `problems`. */
export async function followText(publisher: Publisher, address: string, follower: Follower): Promise<FollowedText> {
  const followed = (
    outcome: FollowOutcome,
    version: Version | null,
    problems: Problem[],
    passing = false,
  ): FollowedText => ({
    publisher: publisher.id,
    address,
    outcome,
    version,
    problems,
    passing,
  });
  try {
    const { archive, clock } = follower;
    const last = (await archive.history(address)).value.versions.findLast(({ textSha256 }) => textSha256 !== null);
    const answer = await follower.get(address, { accept: ACCEPT, ...validators(fieldsOf(last)) });
    const source = sourceOf(publisher.id, address, answer, clock.now());
    if (answer.status === 304) {
      await archive.noteSeen(address, source.fetched.fetchedAt);
      return followed("same", last ?? null, []);
    }
    if (GONE.has(answer.status) && last)
      return followed("gone", await keepGone(source, publisher, follower), [takenDown(address)]);
    refuseStatus(address, answer);
    refuseOtherHost(publisher, address, answer.address);
    return await keepText(source, publisher, last, follower, followed);
  } catch (error) {
    if (!(error instanceof ReadoutError)) throw error;
    return followed("failed", null, [problemOf(error)], PASSING.test(error.code));
  }
}

type Followed = (outcome: FollowOutcome, version: Version | null, problems: Problem[]) => FollowedText;

async function keepText(
  source: FetchedSource,
  publisher: Publisher,
  last: Version | undefined,
  { archive }: Follower,
  followed: Followed,
): Promise<FollowedText> {
  const read = await readFetched({ ...source, publisher });
  const faults =
    read instanceof ReadoutError ? [] : faultsOf(read.value, read.problems, publisher, source.fetched.address);
  // What does not fit its entry is kept as bytes and never taken for a text.
  const taken =
    read instanceof ReadoutError
      ? read
      : faults.length > 0
        ? new ReadoutError("publisher-misfit", faults[0]!.message)
        : read.value;
  const { version } = await keepSource(archive, source, taken, publisher.id);
  if (read instanceof ReadoutError) return followed("refused", version, [problemOf(read)]);
  if (faults.length > 0) return followed("refused", version, faults);
  const problems = read.problems.filter(({ level }) => level !== "info");
  if (!last) return followed("new", version, problems);
  return followed(version.textSha256 === last.textSha256 ? "same" : "changed", version, problems);
}

function keepGone(source: FetchedSource, publisher: Publisher, { archive }: Follower): Promise<Version> {
  const gone = new ReadoutError(`http-${source.fetched.status}`, "gone");
  return keepSource(archive, source, gone, publisher.id).then(({ version }) => version);
}

/** What the entry asserts of every text and this one does not keep to. */
function faultsOf(
  { title, published, text, provenance }: Document,
  problems: readonly Problem[],
  { id, assertions }: Publisher,
  address: string,
): Problem[] {
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const faults = [
    ...problems.filter(({ code }) => code === "publisher-misfit").map(() => "its selector finds no text"),
    ...(assertions.titleNeverEmpty && title === null && provenance?.format === "html" ? ["it has no title"] : []),
    ...(assertions.publishedNeverEmpty && published === null ? ["it has no date"] : []),
    ...(words < assertions.fewestWords ? [`it has ${words} words, fewer than ${assertions.fewestWords}`] : []),
  ];
  return faults.map((fault) => ({
    level: "error",
    stage: "follow",
    code: "publisher-misfit",
    message: `${address}: the catalogue's entry "${id}" no longer fits: ${fault}. The page is kept, but not taken for a text; correct the entry.`,
  }));
}

/** A redirect to another host is followed by nobody who follows a publisher: it may be anybody's page. */
function refuseOtherHost({ hosts, id }: Publisher, address: string, answeredBy: string): void {
  const { host } = new URL(answeredBy);
  if (hosts.includes(host)) return;
  throw new ReadoutError(
    "publisher-misfit",
    `${address}: leads to ${host}, which is no host of "${id}" in the catalogue. Nothing was taken; add the host if it is theirs.`,
  );
}

function fieldsOf(version: Version | undefined): { etag?: string; lastModified?: string } | undefined {
  if (!version) return undefined;
  const { etag, "last-modified": lastModified } = version.headers;
  return { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) };
}

function takenDown(address: string): Problem {
  return {
    level: "warning",
    stage: "follow",
    code: "text-gone",
    message: `${address}: was taken down. The archive has it.`,
  };
}

function problemOf({ code, message }: ReadoutError): Problem {
  return { level: "error", stage: "follow", code, message };
}
