/** The type of an act -> its category in PLOVER. Apart from the schemas, which the commands that only read and compare never load. */
import type { ActType } from "./act.js";

/** The PLOVER category each act reports under; null where PLOVER has none. Source: PLOVER codebook 2023. */
export const PLOVER: Record<ActType, string | null> = {
  agreed: "AGREE",
  accepted: "AGREE",
  proposed: "AGREE",
  pledged: "AGREE",
  supported: "SUPPORT",
  ordered: null,
  rejected: "REJECT",
  denied: "REJECT",
  demanded: "REQUEST",
  conditioned: "REQUEST",
  threatened: "THREATEN",
  accused: "ACCUSE",
  discussed: "CONSULT",
  informed: null,
  expressed: null,
};
