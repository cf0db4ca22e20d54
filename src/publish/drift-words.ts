/** Kinds of drift -> titles that a reader understands, the gravest first. */
import type { DriftKind } from "../model/drift.js";

export const DRIFT: Record<DriftKind, { title: string; meaning: string }> = {
  reverses: { title: "Reverses", meaning: "The report says the opposite of the readout." },
  "mis-attributes": { title: "Mis-attributes", meaning: "The report gives it to somebody else than the readout does." },
  hardens: { title: "Hardens", meaning: "In the report it binds more than in the readout." },
  softens: { title: "Softens", meaning: "In the report it binds less than in the readout." },
  widens: { title: "Widens", meaning: "In the report it covers more than in the readout." },
  narrows: { title: "Narrows", meaning: "In the report it covers less than in the readout." },
  drops: { title: "Drops", meaning: "The readout has it, the report leaves it out." },
  adds: { title: "Adds", meaning: "The report has it, none of the readouts given does." },
};
