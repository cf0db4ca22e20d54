/** A dossier of a store, and the archive -> the silent edits of its texts: versions of one text that differ in words. */
import type { Archive } from "../archive/archive.js";
import type { Document } from "../model/document.js";
import type { EditView } from "../model/edit-view.js";
import { publishEdit } from "../publish/explainer/edit-view.js";
import { type ArchivedVersion, changedTexts } from "../store/archive.js";
import type { Store } from "../store/open-store.js";
import { normalAddress } from "./fetch-source.js";
import { compareTexts, listChanges } from "./list-changes.js";

export interface EditSources {
  store: Store;
  /** What `readout follow` keeps; null where there is none. */
  archive: Archive | null;
  dossier: string;
  documents: readonly Document[];
}

/** Of the dossier's own versions and of the archive's, each edit once, in order of time; white space is none. */
export async function editsOfDossier({ store, archive, dossier, documents }: EditSources): Promise<EditView[]> {
  const found = [...(await editsInStore(store, dossier)), ...(archive ? await editsInArchive(archive, documents) : [])];
  const known = new Set<string>();
  return found
    .filter(({ document, before, after }) => {
      const key = `${document} ${before.sha256} ${after.sha256}`;
      return !known.has(key) && known.add(key);
    })
    .sort((a, b) => ((a.after.takenAt ?? "") < (b.after.takenAt ?? "") ? -1 : 1));
}

async function editsInStore(store: Store, dossier: string): Promise<EditView[]> {
  const last = new Map<string, ArchivedVersion>();
  const edits: EditView[] = [];
  for (const version of await changedTexts(store.database, dossier)) {
    const before = last.get(version.id);
    last.set(version.id, version);
    const edit = before && editOf(before, version);
    if (edit && edit.pieces.length > 0) edits.push(edit);
  }
  return edits;
}

function editOf(before: ArchivedVersion, after: ArchivedVersion): EditView {
  const [old, fresh] = [documentOf(before), documentOf(after)];
  const end = ({ sha256 }: Document, { at }: ArchivedVersion) => ({ sha256, takenAt: at });
  const ends = { before: end(old, before), after: end(fresh, after) };
  return publishEdit({ document: after.id, ...ends, gone: false, ...compareTexts(old, fresh), text: fresh.text });
}

function documentOf({ body, text }: ArchivedVersion): Document {
  return { ...(body as Omit<Document, "text">), text };
}

/** A version that the archive lists and cannot give is passed over: `readout changes` names it. */
async function editsInArchive(archive: Archive, documents: readonly Document[]): Promise<EditView[]> {
  const edits: EditView[] = [];
  for (const { id, source } of documents) {
    if (!/^https?:/.test(source)) continue;
    for await (const change of listChanges(archive, { addresses: [normalAddress(source)] })) {
      if ("level" in change) continue;
      const end = ({ fetchedAt, sha256 }: { fetchedAt: string; sha256: string }) => ({ takenAt: fetchedAt, sha256 });
      const text = change.gone ? "" : ((await archive.document(change.after.sha256))?.text ?? "");
      const { gone, hunks, acts } = change;
      edits.push(
        publishEdit({ document: id, before: end(change.before), after: end(change.after), gone, hunks, acts, text }),
      );
    }
  }
  return edits;
}
