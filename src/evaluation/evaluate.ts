/** Marked events and an engine's comparisons of them -> Evaluation: the measures, their intervals, and probes of the labels. */
import type { Comparison } from "../model/comparison.js";
import type { Evaluation, EventScore } from "../model/evaluation.js";
import { bootstrap, type Random } from "./bootstrap.js";
import type { MarkedEvent } from "./marked-event.js";
import { addProbes, type Probe, probe } from "./probe-labels.js";
import { addCounts, emptyCounts, RELATIONS, type Scored, type Scores, scoreItems, scoresOf } from "./score-items.js";

/** Texts under the ids that they are to be read by -> their comparison. */
export type Compare = (
  texts: readonly { id: string; text: string; file: string }[],
  event: string,
) => Promise<Comparison>;

export interface EvaluationOptions {
  random: Random;
  resamples: number;
  /** Whether the labels are probed, which compares each event twice more. */
  probes: boolean;
  /** Called before each event, for whoever waits. */
  progress: (event: string, at: number, of: number) => Promise<void>;
}

const MEASURES = ["itemRecall", "itemPrecision", "alignment", "actAccuracy", "relationF1"] as const;

/** Events of fewer than two texts bear nothing to compare and are left out. */
export async function evaluate(
  all: readonly MarkedEvent[],
  compare: Compare,
  options: EvaluationOptions,
): Promise<Evaluation> {
  const events = all.filter(({ texts }) => Object.keys(texts).length > 1);
  const scored: { event: MarkedEvent; counts: Scored }[] = [];
  const probes: Record<"order" | "labels", Probe>[] = [];
  for (const [at, event] of events.entries()) {
    await options.progress(event.id, at + 1, events.length);
    const comparison = await compare(named(event), event.id);
    scored.push({ event, counts: scoreItems(event, comparison) });
    if (options.probes) probes.push(await probesOf(event, comparison, compare));
  }
  return summed(scored, probes, options);
}

function named({ texts }: MarkedEvent): { id: string; text: string; file: string }[] {
  return Object.entries(texts).map(([id, text]) => ({ id, text, file: id }));
}

/** The texts in the other order, and each under the next one's label. */
async function probesOf(event: MarkedEvent, comparison: Comparison, compare: Compare) {
  const texts = named(event);
  const ids = texts.map(({ id }) => id);
  const next = (id: string) => ids[(ids.indexOf(id) + 1) % ids.length]!;
  const turned = await compare(texts.toReversed(), event.id);
  const swapped = await compare(
    texts.map((one) => ({ ...one, id: next(one.id) })),
    event.id,
  );
  return { order: probe(comparison, turned, (id) => id), labels: probe(comparison, swapped, next) };
}

function summed(
  scored: readonly { event: MarkedEvent; counts: Scored }[],
  probes: readonly Record<"order" | "labels", Probe>[],
  { random, resamples }: EvaluationOptions,
): Evaluation {
  const totals = scored.map(({ counts }) => counts);
  const sum = (list: readonly Scored[]) => list.reduce(addCounts, emptyCounts());
  const whole = sum(totals);
  const scores = scoresOf(whole);
  const interval = (figure: (scores: Scores) => number | undefined) =>
    bootstrap(totals, (drawn) => figure(scoresOf(sum(drawn))) ?? null, { random, resamples });
  return {
    events: scored.map(({ event, counts }) => eventScore(event, counts)),
    measures: Object.fromEntries(
      MEASURES.map((name) => [name, { value: scores[name], interval: interval((s) => s[name]) }]),
    ),
    relations: RELATIONS.map((relation) => ({
      relation,
      marked: (whole.hit[relation] ?? 0) + (whole.missed[relation] ?? 0),
      right: whole.hit[relation] ?? 0,
      wronglySaid: whole.wrong[relation] ?? 0,
      f1: scores.relationF1By[relation] ?? null,
      interval: scores.relationF1By[relation] === undefined ? null : interval((s) => s.relationF1By[relation]),
    })),
    contradictsFalse: whole.wrong.contradicts ?? 0,
    quoteExact: whole.spans === 0 ? null : whole.exact / whole.spans,
    probes:
      probes.length === 0
        ? null
        : {
            order: probes.map(({ order }) => order).reduce(addProbes),
            labels: probes.map(({ labels }) => labels).reduce(addProbes),
          },
    resamples,
  };
}

function eventScore({ id }: MarkedEvent, counts: Scored): EventScore {
  const { gold, found, predicted, useful, pairs, aligned, hit } = counts;
  const relationsRight = Object.values(hit).reduce((a, b) => a + b, 0);
  return { event: id, marked: gold, found, predicted, useful, pairs, aligned, relationsRight };
}
