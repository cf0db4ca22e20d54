/** What the web shows, as it asks for it: the door's only way to records. Made by the pipeline, from the store or in memory. */
import type { GlossaryEntry } from "../model/catalog.js";
import type { DueCommitment } from "../model/deadline.js";
import type { CommitmentState } from "../model/dossier.js";
import type { DriftReport } from "../model/drift.js";
import type { EditView } from "../model/edit-view.js";
import type { Edition, Explainer } from "../model/explainer.js";
import type { ForecasterRecord, ScoredForecast } from "../model/forecast.js";
import type { Holding } from "../model/holding.js";
import type { LedgerEvent } from "../model/ledger-event.js";
import type { Weighing } from "../model/weighing.js";
import type { Names } from "../publish/names.js";
import type { MapGround } from "../publish/watch-map.js";

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

/** Others' predictions about a dossier or its agreements, and how those who made them have fared. */
export interface Foretold {
  forecasts: readonly ScoredForecast[];
  forecasters: readonly ForecasterRecord[];
}

/** A picture of the dossier's own, as it is served. */
export interface PictureFile {
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
  width: number;
  height: number;
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
  /** What happened to each commitment, by its id, the oldest first. */
  histories: ReadonlyMap<string, readonly LedgerEvent[]>;
  /** Whether its agreements hold, as far as incidents tell. */
  holdings: readonly Holding[];
  foretold: Foretold;
  /** Silent edits of its texts, the oldest first. */
  edits: readonly EditView[];
  /** What reports make of the sides' accounts; none where nobody has read what the engine found. */
  drifts: readonly DriftReport[];
  /** By name ("a1b2c3d4e5f6.jpg"). */
  pictures: ReadonlyMap<string, PictureFile>;
  /** What maps are drawn on. */
  ground: MapGround;
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
