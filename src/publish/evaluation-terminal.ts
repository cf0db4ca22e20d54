/** An Evaluation -> lines for a terminal: the measures with their intervals, relations, events and probes. */
import type { Evaluation } from "../model/evaluation.js";
import { safeLine } from "../text/terminal-text.js";

const MEANINGS: Record<string, string> = {
  itemRecall: "marked items that are found",
  itemPrecision: "items printed that are worth it",
  alignment: "items of several sources put together",
  actAccuracy: "right on the kind of act",
  relationF1: "right on how the sides relate (macro F1)",
};

/** Lines without line feeds; 1 is perfect. */
export function evaluationTerminal(engine: { id: string; model: string | null }, found: Evaluation): string[] {
  const name = engine.model ? `${engine.id} (${engine.model})` : engine.id;
  return [
    `${safeLine(name)} on ${found.events.length} marked events. 1 is perfect; in brackets the 95 % interval over events.`,
    "",
    ...Object.entries(found.measures).map(
      ([measure, { value, interval }]) =>
        `  ${measure.padEnd(14)} ${figure(value)} ${within(interval)}  ${MEANINGS[measure] ?? ""}`,
    ),
    `  ${"quoteExact".padEnd(14)} ${found.quoteExact === null ? "–" : figure(found.quoteExact)}                 quotes that are exact words of their text`,
    `  ${"contradictions claimed that are none".padEnd(14)}: ${found.contradictsFalse}`,
    "",
    "  relation          marked  right  wrongly said  F1",
    ...found.relations.map(
      ({ relation, marked, right, wronglySaid, f1, interval }) =>
        `  ${relation.padEnd(17)} ${pad(marked, 6)} ${pad(right, 6)} ${pad(wronglySaid, 13)}  ${f1 === null ? "–" : `${figure(f1)} ${within(interval)}`}`,
    ),
    "",
    "  event                            found  useful  together  relation right",
    ...found.events.map(
      (one) =>
        `  ${safeLine(one.event).slice(0, 30).padEnd(31)} ${share(one.found, one.marked)} ${share(one.useful, one.predicted)} ${share(one.aligned, one.pairs)}  ${share(one.relationsRight, one.marked)}`,
    ),
    ...(found.probes === null ? [] : ["", ...probeLines(found.probes)]),
  ];
}

function probeLines({ order, labels }: NonNullable<Evaluation["probes"]>): string[] {
  const line = (what: string, { items, kept, same }: typeof order) =>
    `  ${what}: ${kept} of ${items} items stay, ${same} of them with the same relation`;
  return [
    "  Probes: what a fair engine keeps when only the labels change.",
    line("texts in the other order ", order),
    line("each under another's label", labels),
  ];
}

function figure(value: number): string {
  return value.toFixed(3);
}

function within(interval: { low: number; high: number } | null): string {
  return interval ? `[${interval.low.toFixed(2)}, ${interval.high.toFixed(2)}]` : "[too few] ".padEnd(12);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width);
}

function share(a: number, b: number): string {
  return `${a}/${b}`.padStart(7);
}
