/** What is taken out of bytes, whatever their format: clean text, the way back to the original, and what the page tells of it. */
import type { PageFurniture } from "../model/catalog.js";
import type { Format, Image, MapRun } from "../model/document.js";
import type { Problem } from "../model/problem.js";
import type { Publisher } from "../model/publisher.js";
import type { Instant } from "./read-instant.js";

/** What a format tells besides the words; null and empty where it tells nothing. */
export interface Told {
  /** The headline that the page shows. */
  title: string | null;
  /** The title that only its head tells. */
  headTitle: string | null;
  publisher: string | null;
  byline: string | null;
  /** Names of whom the page's data credits. */
  credits: string[];
  published: Instant | null;
  updated: Instant | null;
  /** BCP 47. */
  language: string | null;
  /** Language of the version that this one translates. */
  translationOf: string | null;
  images: Image[];
}

export interface Extract {
  format: Format;
  text: string;
  charset: string;
  map: MapRun[] | null;
  pages: number[] | null;
  told: Told;
  problems: Omit<Problem, "document">[];
}

/** What is known before the bytes are looked at. */
export interface Hints {
  /** A path, `-` or an address. */
  source: string;
  /** The Content-Type field that came with the bytes. */
  contentType?: string | undefined;
  publisher?: Publisher | null | undefined;
  furniture?: readonly PageFurniture[] | undefined;
}

export const NOTHING_TOLD: Told = {
  title: null,
  headTitle: null,
  publisher: null,
  byline: null,
  credits: [],
  published: null,
  updated: null,
  language: null,
  translationOf: null,
  images: [],
};
