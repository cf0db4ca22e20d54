/** A dossier of a store -> the silent edits of its texts: versions of a document that differ in words. */
import type { Document } from "../model/document.js";
import type { EditView } from "../model/edit-view.js";
import { publishEdit } from "../publish/explainer/edit-view.js";
import { type ArchivedVersion, changedTexts } from "../store/archive.js";
import type { Store } from "../store/open-store.js";
import { compareTexts } from "./list-changes.js";

/** In the order in which they were written down; versions that differ in white space alone are none. */
export async function editsInStore(store: Store, dossier: string): Promise<EditView[]> {
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
