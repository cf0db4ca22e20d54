/** What the web shows, as it asks for it: the door's only way to records. Made by the pipeline, from the store or in memory. */
import type { GlossaryEntry } from "../model/catalog.js";
import type { Explainer } from "../model/explainer.js";

/** One published dossier with all that its pages need. */
export interface SiteDossier {
  id: string;
  explainer: Explainer;
  /** Text of each source by its id: what spans are offsets into. */
  texts: ReadonlyMap<string, string>;
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
