/** A language model behind an OpenAI-compatible endpoint as an engine: it proposes, our own code finds, checks and reads. */
import type { Act } from "../../model/act.js";
import type { Document } from "../../model/document.js";
import type { Engine, EngineReading } from "../../model/engine.js";
import { type Outcome, type Problem, ReadoutError } from "../../model/problem.js";
import type { ProposedAct } from "../../model/proposal.js";
import type { Span } from "../../model/span.js";
import { verbatimGate } from "../verbatim-gate.js";
import { type CacheEffects, cached } from "./answer-cache.js";
import { askProposals } from "./ask-proposals.js";
import type { LlmEffects } from "./chat-client.js";
import { refuseDraft } from "./drafts.js";
import { withoutInstructed } from "./instructions-in-text.js";
import type { Settings } from "./settings.js";
import { partsOf } from "./text-parts.js";
import { meterOf } from "./usage-meter.js";

export interface LlmParts {
  settings: Settings;
  effects: LlmEffects & CacheEffects;
  /** True where the user called the sources drafts. */
  draft: boolean;
  /** The statements stage: what finds proposals in a document's text and reads the rest. */
  admitTo: (
    document: Document,
    participants: readonly string[],
  ) => (proposals: readonly ProposedAct[], within: Span) => Outcome<Act[]>;
}

const MOST_PARTS = 60;

/** Asks part by part, in order, so that a busy endpoint is not pressed. */
export function llmEngine({ settings, effects, draft, admitTo }: LlmParts): Engine {
  return {
    id: "llm",
    model: settings.model,
    async read(document, participants = []): Promise<EngineReading> {
      refuseDraft(document, draft, settings);
      const parts = partsOf(document.text);
      if (parts.length > MOST_PARTS) throw tooLong(document);
      const admit = admitTo(document, participants);
      const meter = meterOf(settings, effects.now);
      const acts: Act[] = [];
      const problems: Problem[] = [];
      for (const part of parts) {
        const text = document.text.slice(part.start, part.end);
        const ask = () => askProposals(text, document.id, settings, effects, meter);
        const { outcome, hit } = await cached(text, settings, effects, ask);
        if (hit) meter.countCached();
        const admitted = admit(outcome.value, part);
        acts.push(...admitted.value);
        problems.push(...outcome.problems, ...admitted.problems);
      }
      const own = withoutInstructed(document, acts);
      const gated = verbatimGate("llm", document, own.value);
      return {
        acts: gated.value,
        problems: [...problems, ...own.problems, ...gated.problems],
        usage: meter.usage(),
      };
    },
  };
}

function tooLong({ id }: Document): ReadoutError {
  const message = `"${id}" is too long for a language model: more than ${MOST_PARTS} parts. Give only the text of the readout, or use --engine rules.`;
  return new ReadoutError("llm-text-too-long", message);
}
