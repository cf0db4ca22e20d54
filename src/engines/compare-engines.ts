/** Acts of two engines on the same documents -> EngineComparison: place by place what each reads and why. */
import type { Act } from "../model/act.js";
import type { EngineAct, EngineDifference } from "../model/engine-difference.js";

export interface EngineActs {
  id: string;
  acts: readonly Act[];
}

export interface Differing {
  shared: number;
  alike: number;
  differences: EngineDifference[];
}

/** Acts stand at one place when the shorter lies at least by half in the longer; the nearest are paired, in order of the text. */
export function compareEngines(document: string, [one, two]: readonly [EngineActs, EngineActs]): Differing {
  const left = new Set(two.acts);
  const pairs = one.acts.map((act) => {
    const other = nearest(act, [...left]);
    if (other) left.delete(other);
    return [act, other] as const;
  });
  const both = pairs.filter((pair): pair is [Act, Act] => pair[1] !== null);
  const differing = both.map(([a, b]) => ({ a, b, fields: fieldsOf(a, b) })).filter(({ fields }) => fields.length > 0);
  const alone = (act: Act, id: string, other: string): EngineDifference => ({
    document,
    fields: ["only"],
    engines: { [id]: shown(act), [other]: null },
  });
  const differences = [
    ...differing.map(({ a, b, fields }) => ({ document, fields, engines: { [one.id]: shown(a), [two.id]: shown(b) } })),
    ...pairs.filter(([, other]) => other === null).map(([act]) => alone(act, one.id, two.id)),
    ...[...left].map((act) => alone(act, two.id, one.id)),
  ];
  return {
    shared: both.length,
    alike: both.length - differing.length,
    differences: differences.sort((a, b) => placeOf(a) - placeOf(b)),
  };
}

function nearest(act: Act, others: readonly Act[]): Act | null {
  const scored = others
    .map((other) => ({ other, shared: Math.min(act.end, other.end) - Math.max(act.start, other.start) }))
    .filter(({ other, shared }) => 2 * shared >= Math.min(act.end - act.start, other.end - other.start));
  const rank = ({ other, shared }: (typeof scored)[number]) => shared + (other.act === act.act ? 0.5 : 0);
  return scored.sort((a, b) => rank(b) - rank(a))[0]?.other ?? null;
}

function fieldsOf(a: Act, b: Act): string[] {
  const actors = ({ actors: ids }: Act) => [...new Set(ids.map((id) => id.split(":")[0]))].sort().join(" ");
  return [
    ...(a.act === b.act ? [] : ["act"]),
    ...(a.veridicality === b.veridicality ? [] : ["veridicality"]),
    ...(actors(a) === actors(b) ? [] : ["actors"]),
  ];
}

function shown({ start, end, quote, act, veridicality, actors, attribution, why, rule, trigger }: Act): EngineAct {
  const reason = why ?? `rule ${rule} on “${trigger.quote || quote}”`;
  return { start, end, quote, act, veridicality, actors, attribution, why: reason };
}

function placeOf({ engines }: EngineDifference): number {
  return Math.min(...Object.values(engines).flatMap((act) => (act ? [act.start] : [])));
}
