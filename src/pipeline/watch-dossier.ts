/** A dossier's agreements and feeds' files -> a WatchReport of each, kept in the dossier, whose page tells whether they hold. */
import { type Outcome, type Problem, ReadoutError } from "../model/problem.js";
import type { Person } from "../model/rights.js";
import type { WatchReport } from "../model/watch-report.js";
import { openWatch, type WatchOptions } from "../pipeline-watch.js";
import type { Store } from "../store/open-store.js";
import { agreementsIn, putReport } from "./hand-in.js";

/** As for one agreement, which the dossier names here; all of its own without `only`. */
export interface WatchDossierOptions extends Omit<WatchOptions, "agreement"> {
  only?: string | undefined;
}

/**
 * What an analyst has watched waits for an editor's review. Throws ReadoutError `dossier-unknown`, `agreement-missing`,
 * or as `openWatch` does; nothing is kept then of the agreement that could not be watched.
 */
export async function watchDossier(
  store: Store,
  person: Person,
  dossier: string,
  { only, ...options }: WatchDossierOptions,
): Promise<Outcome<WatchReport[]>> {
  const agreements = (await agreementsIn(store, dossier)).filter(({ id }) => only === undefined || id === only);
  if (agreements.length === 0) {
    const what = only === undefined ? "no agreement" : `no agreement "${only}"`;
    const message = `the dossier "${dossier}" holds ${what}. Add it with readout ledger confirm --agreement ID.`;
    throw new ReadoutError("agreement-missing", message);
  }
  const reports: WatchReport[] = [];
  const problems: Problem[] = [];
  for (const agreement of agreements) {
    const watch = await openWatch({ ...options, agreement });
    try {
      const { value, problems: told } = await watch.report();
      await putReport(store, person, dossier, { text: JSON.stringify(value), file: `the watch of ${agreement.id}` });
      reports.push(value);
      problems.push(...told);
    } finally {
      await watch.close();
    }
  }
  return { value: reports, problems };
}
