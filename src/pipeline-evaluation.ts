/** Marked events and an engine -> Evaluation: each event's texts read and compared as the command compares them. */

import { addUsage } from "./engines/llm/usage-meter.js";
import { type Compare, type EvaluationOptions, evaluate } from "./evaluation/evaluate.js";
import { type MarkedEvent, markedEvent, parseMarks } from "./evaluation/marked-event.js";
import type { Engine, Usage } from "./model/engine.js";
import type { Evaluation } from "./model/evaluation.js";
import type { Outcome, Problem } from "./model/problem.js";
import { readSources } from "./pipeline.js";
import { compareWith } from "./pipeline-engines.js";

export { seededRandom } from "./evaluation/bootstrap.js";
export type { MarkedEvent } from "./evaluation/marked-event.js";
export { markedEventFiles } from "./evaluation/write-marks.js";

/** `gold.json` of an event -> its sources' files, and the event once their texts are there. Throws ReadoutError `marks-invalid`. */
export function markedEventOf(id: string, json: string, path: string) {
  const marks = parseMarks(json, path);
  return {
    sources: marks.sources.map(({ id: source, file }) => ({ id: source, file: file ?? `${source}.txt` })),
    event: (textOf: (source: string) => string | undefined): MarkedEvent => markedEvent(id, marks, textOf),
  };
}

export interface EngineEvaluation {
  engine: { id: string; model: string | null };
  usage: Usage | null;
  evaluation: Evaluation;
}

/** Problems of reading are told once each, from the first time that an event's texts are read. */
export async function evaluateEngine(
  engine: Engine,
  events: readonly MarkedEvent[],
  options: EvaluationOptions,
): Promise<Outcome<EngineEvaluation>> {
  const problems: Problem[] = [];
  const told = new Set<string>();
  let usage: Usage | null = null;
  const compare: Compare = async (texts, event) => {
    const sources = texts.map(({ id, text, file }) => ({
      id,
      source: `${event}/${file}.txt`,
      bytes: Buffer.from(text),
    }));
    const read = await readSources(sources);
    const compared = await compareWith(
      engine,
      read.map(({ value }) => value),
    );
    if (!told.has(event)) problems.push(...compared.problems);
    told.add(event);
    const spent = compared.value.usage;
    if (spent) usage = usage === null ? spent : addUsage(usage, spent);
    return compared.value.comparison;
  };
  const evaluation = await evaluate(events, compare, options);
  return { value: { engine: { id: engine.id, model: engine.model }, usage, evaluation }, problems };
}
