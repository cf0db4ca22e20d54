/** The embedded rules as an engine: offline, free, the same for the same text. */
import type { Act } from "../model/act.js";
import type { Document } from "../model/document.js";
import type { Engine } from "../model/engine.js";
import type { Outcome } from "../model/problem.js";
import { verbatimGate } from "./verbatim-gate.js";

/** `find` is the statements stage with its lexicon. */
export function rulesEngine(find: (document: Document, participants: readonly string[]) => Outcome<Act[]>): Engine {
  return {
    id: "rules",
    model: null,
    async read(document, participants = []) {
      const { value, problems } = find(document, participants);
      const gated = verbatimGate("rules", document, value);
      return { acts: gated.value, problems: [...problems, ...gated.problems], usage: null };
    },
  };
}
