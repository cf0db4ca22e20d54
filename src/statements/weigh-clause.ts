/** What a clause does and is about -> how much of substance it carries, 0 to 1. */
import type { ActType } from "../model/act.js";
import type { Choice } from "./choose-act.js";

/** Acts that only tell; the others bind, ask, refuse or blame. */
const TELLING = new Set<ActType>(["discussed", "informed", "expressed"]);

const BINDING = 0.5;
const TOLD = 0.3;
const UNTRIGGERED = 0.1;
const ONE_ISSUE = 0.2;
const MORE_ISSUES = 0.35;

/**
 * Two things count: whether a trigger made the act, and whether the clause names an issue. Of clauses without either,
 * two annotators of eight contacts kept none and a third (bench/scores.md, "Weight").
 */
export function weighClause({ act, rule }: Choice, issues: readonly string[]): number {
  const doing = rule === "default:statement" ? UNTRIGGERED : TELLING.has(act) ? TOLD : BINDING;
  const about = issues.length > 1 ? MORE_ISSUES : issues.length === 1 ? ONE_ISSUE : 0;
  return Math.round((doing + about) * 100) / 100;
}
