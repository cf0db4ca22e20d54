/** Records -> the subjects of a back-test: known fate and length, a start; and the same as they were known on an earlier day. */
import type { HistoryRecord, Traits } from "../../model/history.js";
import { isFollowed, kindOf } from "../summarise-class.js";

export interface Subject {
  startedOn: string;
  days: number;
  /** 0 still in force when watching ended, 1 broke down, 2 expired, 3 replaced. */
  kind: number;
  conflict: string;
  traits: Traits;
  covariates: Record<string, number>;
}

const DAY_MS = 86_400_000;

export function subjectsOf(records: readonly HistoryRecord[]): Subject[] {
  return records.flatMap((record) => {
    if (!isFollowed(record) || record.startedOn === null) return [];
    const { startedOn, conflict, traits, covariates } = record;
    return [{ startedOn, days: record.days!, kind: kindOf(record), conflict, traits, covariates }];
  });
}

/** Those that had started before `day`, nothing of what came after it known. */
export function knownOn(day: string, subjects: readonly Subject[]): Subject[] {
  return subjects.flatMap((subject) => {
    const passed = Math.round((Date.parse(day) - Date.parse(subject.startedOn)) / DAY_MS);
    if (passed <= 0) return [];
    return [subject.days <= passed ? subject : { ...subject, days: passed, kind: 0 }];
  });
}
