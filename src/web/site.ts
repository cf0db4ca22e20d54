/** What the web shows, as it asks for it: the door's only way to records. Made by the pipeline, from the store or in memory. */
import type { GlossaryEntry } from "../model/catalog.js";
import type { DueCommitment } from "../model/deadline.js";
import type { CommitmentState } from "../model/dossier.js";
import type { Edition, Explainer } from "../model/explainer.js";
import type { Weighing } from "../model/weighing.js";
import type { Names } from "../publish/names.js";

/** One published version of a page: what its editors wrote then. */
export interface Revision {
  number: number;
  /** UTC instant. */
  at: string;
  author: string;
  edition: Edition;
}

/** Something that happened, for the timeline. `what` is an id of the interface's texts. */
export interface Moment {
  /** A day or a UTC instant. */
  on: string;
  what: string;
  /** Names in the text: of a source, a commitment, a reading. */
  values: Record<string, string>;
  /** Path below the dossier's, where more is told. */
  link: string | null;
}

/** One published dossier with all that its pages need. */
export interface SiteDossier {
  id: string;
  explainer: Explainer;
  /** Text of each source by its id: what spans are offsets into. */
  texts: ReadonlyMap<string, string>;
  commitments: readonly CommitmentState[];
  /** When each begins and lapses, reading by reading. */
  due: readonly DueCommitment[];
  /** What history says of agreements like those that the commitments came from. */
  weighings: readonly Weighing[];
  names: Names;
  moments: readonly Moment[];
  /** The newest first. */
  revisions: readonly Revision[];
  /** Changes with every change of what is shown; part of ETags. */
  version: string;
}

export interface SiteEntry {
  id: string;
  headline: string;
  standfirst: string;
  updatedAt: string | null;
}

export interface Site {
  dossiers(): Promise<readonly SiteEntry[]>;
  /** Null where there is none, or none that is published. */
  dossier(id: string): Promise<SiteDossier | null>;
  glossary(): readonly GlossaryEntry[];
}
