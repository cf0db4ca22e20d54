/** Sources of incidents -> the feed that each is of, with the labels that another of the sources adds to its records. */
import type { Feed } from "../model/feed.js";
import { ReadoutError } from "../model/problem.js";
import type { IncidentStore } from "../store/incidents/incident-store.js";
import { neededColumns } from "../store/incidents/mapping-sql.js";
import { feedById, labelledFeed, recogniseFeed, requireColumns } from "../watch/recognise-feed.js";
import type { FeedSource } from "./feed-sources.js";

export interface KnownSource extends FeedSource {
  of: Feed;
  columns: readonly string[];
  /** Files that say more of its records. */
  labels: readonly LabelFile[];
}

interface LabelFile {
  /** As it was given. */
  file: string;
  path: string;
  columns: readonly string[];
}

/** Throws ReadoutError of exit code 2 for a file that is of no feed, and for labels of records that are not given. */
export async function knowSources(
  store: Pick<IncidentStore, "columnsOf">,
  sources: readonly FeedSource[],
  feeds: readonly Feed[],
): Promise<KnownSource[]> {
  const labels = new Map<string, LabelFile[]>();
  const known: Omit<KnownSource, "labels">[] = [];
  for (const source of sources) {
    const columns = await store.columnsOf(source.path);
    const labelled = labelledFeed(feeds, source.feed, columns);
    if (labelled === null) {
      const of = source.feed === null ? recogniseFeed(feeds, source.file, columns) : feedById(feeds, source.feed);
      requireColumns(of, neededColumns(of), columns, source.file);
      known.push({ ...source, of, columns });
      continue;
    }
    requireColumns(labelled, labelled.labels!.key, columns, source.file);
    labels.set(labelled.id, [...(labels.get(labelled.id) ?? []), { path: source.path, columns, file: source.file }]);
  }
  for (const [id, [first]] of labels) if (!known.some(({ of }) => of.id === id)) throw alone(first!.file, id);
  return known.map((source) => {
    const own = labels.get(source.of.id) ?? [];
    if (own.length > 0) requireColumns(source.of, source.of.labels!.key, source.columns, source.file);
    return { ...source, labels: own };
  });
}

function alone(file: string, id: string): ReadoutError {
  const message = `${file}: says more of the records of feed "${id}" and has none itself. Give their file too, as in ${id}=FILE.`;
  return new ReadoutError("labels-alone", message, 2);
}
