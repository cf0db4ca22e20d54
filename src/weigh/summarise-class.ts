/** Records of a history -> the fates of a class and its life table: all that its curves need. */
import {
  type ClassHistory,
  type ClassLifeTable,
  ENDS,
  FATES,
  type HistoryRecord,
  type Membership,
} from "../model/history.js";
import { type LifeTable, lifeTable } from "../survival/life-table.js";
import { isMember } from "./class-membership.js";

/** Records that never began are no time in force: they count among the fates and in no curve. */
export function summariseClass(id: string, where: Membership, records: readonly HistoryRecord[]): ClassHistory {
  const members = records.filter(({ traits }) => isMember(where, traits));
  const count = (fate: string) => members.filter((record) => record.fate === fate).length;
  const fates = Object.fromEntries(FATES.map((fate) => [fate, count(fate)])) as ClassHistory["fates"];
  return { class: id, fates, unclearAtMost: false, table: tableOf(members) };
}

function tableOf(members: readonly HistoryRecord[]): ClassLifeTable {
  const dated = members.filter(isFollowed);
  if (dated.length === 0) return { days: [], atRisk: [], ended: [[], [], []], censored: [] };
  const table = lifeTable({ time: dated.map(({ days }) => days!), event: dated.map(kindOf) }, ENDS.length);
  const [broke, expired, replaced] = table.events.map((kind) => [...kind]) as [number[], number[], number[]];
  return {
    days: [...table.time],
    atRisk: [...table.atRisk],
    ended: [broke, expired, replaced],
    censored: [...table.censored],
  };
}

/** True where it is known how long it was in force, and how that ended or that it did not. */
export function isFollowed({ days, fate }: HistoryRecord): boolean {
  return days !== null && (fate === "in-force" || kindOf({ fate }) > 0);
}

/** 0 while in force, else the place of its end in ENDS, from 1. */
export function kindOf({ fate }: Pick<HistoryRecord, "fate">): number {
  return (ENDS as readonly string[]).indexOf(fate) + 1;
}

/** The same as the survival library takes it. */
export function lifeTableOf({ days, atRisk, ended, censored }: ClassLifeTable): LifeTable {
  return {
    time: Float64Array.from(days),
    atRisk: Float64Array.from(atRisk),
    events: ended.map((kind) => Float64Array.from(kind)),
    censored: Float64Array.from(censored),
  };
}
