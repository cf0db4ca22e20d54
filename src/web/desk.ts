/** What the desk asks of the pipeline: people, dossiers in the making, decisions, drafts, publishing. Each call checks rights. */
import type { Act } from "../model/act.js";
import type { AlertKind } from "../model/alert.js";
import type { DossierEntry, ReviewState } from "../model/dossier.js";
import type { Edition } from "../model/explainer.js";
import type { Person } from "../model/rights.js";
import type { SiteDossier } from "./site.js";

/** An act in the queue or decided, with what it was before an editor corrected it. */
export interface DeskAct {
  act: Act;
  /** Display names of those who act. */
  actors: readonly string[];
  review: ReviewState;
  /** The event that made it what it is: what a correction is based on. */
  seq: number;
  corrected: boolean;
}

/** A version of the draft: the event that saved it, when and by whom. */
export interface DraftVersion {
  seq: number;
  at: string;
  author: string;
}

export interface DeskDossier {
  entry: DossierEntry;
  /** Number of its events: what an edit is based on. */
  version: number;
  acts: readonly DeskAct[];
  /** The page as it would be published now. */
  preview: SiteDossier;
  /** What is public now; null before the first publishing and after taking it back. */
  published: Edition | null;
  draft: Edition;
  /** Versions of the draft, the newest first: each can be gone back to. */
  drafts: readonly DraftVersion[];
  /** Whether the last change of the draft can be undone. */
  mayUndo: boolean;
}

/** For an act that no other one is to be tied to. */
export const ALONE = "alone";

/** What an editor may correct in an act. */
export interface Correction extends Pick<Act, "act" | "actors" | "veridicality" | "issues"> {
  /** What the scope covers, by ids of targets. */
  targets: string[];
  /** Number of the line that it belongs to; null leaves that to the comparison. */
  line: number | typeof ALONE | null;
}

export interface NewComparison {
  title: string;
  addresses: readonly string[];
}

/** A step of a long piece of work; `what` is an id of the interface's texts. */
export interface Step {
  what: string;
  values: Record<string, string>;
}

export interface ActCorrection {
  found: Act;
  corrected: Act | null;
  by: string;
  at: string;
}

export interface NewWebhook {
  dossier: string;
  url: string;
  kinds: readonly AlertKind[];
}

/** An address that is told of what happens in a dossier. */
export interface Webhook extends Omit<NewWebhook, "kinds"> {
  id: string;
  kinds: AlertKind[];
  created: string;
}

export interface Desk {
  /** True while nobody can sign in: the first person is made with a code that the server printed. */
  isEmpty(): Promise<boolean>;
  addFirst(name: string, password: string): Promise<void>;
  signIn(name: string, password: string): Promise<{ secret: string; expires: string } | null>;
  personOf(secret: string): Promise<Person | null>;
  personOfToken(token: string): Promise<Person | null>;
  signOut(secret: string): Promise<void>;
  dossiers(person: Person): Promise<readonly (DossierEntry & { waiting: number; isPublic: boolean })[]>;
  /** Fetches, reads and compares; tells each step. Gives the dossier's id. */
  compare(person: Person, wanted: NewComparison, tell: (step: Step) => void): Promise<string>;
  dossier(person: Person, id: string): Promise<DeskDossier>;
  decide(person: Person, id: string, acts: readonly string[], decision: ReviewState): Promise<void>;
  /** `basedOn`: the act's `seq` that the editor saw. Rejects with `edited-meanwhile`. */
  correct(person: Person, id: string, act: string, correction: Correction, basedOn: number): Promise<void>;
  undoCorrection(person: Person, id: string, act: string): Promise<void>;
  /** Number of the event that saved it, or `basedOn` where nothing has changed. Rejects with `edited-meanwhile`. */
  saveDraft(person: Person, id: string, edition: Edition, basedOn: number): Promise<number>;
  undo(person: Person, id: string): Promise<void>;
  restore(person: Person, id: string, seq: number): Promise<void>;
  /** Rejects with `citation-lost`, and with `edited-meanwhile` for a draft that was saved after `basedOn`. */
  publish(person: Person, id: string, basedOn?: number): Promise<void>;
  takeBack(person: Person, id: string): Promise<void>;
  /** What the engine found and what the editor made of it, null for what was rejected: training data. */
  corrections(person: Person, id: string): Promise<readonly ActCorrection[]>;
  /** The confirmed comparison as a marked event, in a tar archive: test data for `readout eval`. */
  marks(person: Person, id: string): Promise<Uint8Array<ArrayBuffer>>;
  /** The name under which the dossier keeps it. Rejects with `picture-invalid`; `file` is what it is called in that. */
  keepPicture(person: Person, id: string, bytes: Uint8Array, file: string): Promise<string>;
  webhooks(person: Person): Promise<readonly Webhook[]>;
  /** The secret signs what is sent, and is told this once. */
  addWebhook(person: Person, wanted: NewWebhook): Promise<{ id: string; secret: string }>;
  endWebhook(person: Person, id: string): Promise<void>;
}

export type { Person };
