/** An agreement's readings -> answers to the questions of the drafting handbooks, each with the words it rests on. */
import { type Agreement, type Reading, termsOf } from "../model/agreement.js";
import type { ChecklistEntry } from "../model/checklist.js";
import type { ChecklistAnswer } from "../model/weighing.js";
import { termDaysOf } from "./agreement-traits.js";

export type { ChecklistEntry };

type Answer = Pick<ChecklistAnswer, "answer" | "because">;

/** In the order of the entries. */
export function answerChecklist(agreement: Agreement, entries: readonly ChecklistEntry[]): ChecklistAnswer[] {
  const quotes = quotesOf(agreement);
  return entries.map(({ id, asks, question }) => ({ id, question, ...RULES[asks](agreement), quotes }));
}

const RULES: Record<ChecklistEntry["asks"], (agreement: Agreement) => Answer> = {
  "joint-text": ({ jointText }) =>
    ofFlag(jointText, "The sides put out one text.", "Each side tells it in a text of its own."),
  written: ({ form }) => ofFlag(form && form === "written", "It is in writing.", "It was agreed by word of mouth."),
  scope: (agreement) =>
    ofReadings(
      agreement,
      (terms) => listKey([...(terms.prohibits ?? []), ...(terms.targets ?? [])]),
      "what is forbidden",
    ),
  area: (agreement) =>
    ofReadings(
      agreement,
      ({ area }) => listKey((area ?? []).map((one) => (typeof one === "string" ? one : one.name))),
      "where it holds",
    ),
  start: (agreement) => ofReadings(agreement, ({ starts }) => starts ?? null, "the start"),
  duration: (agreement) =>
    ofReadings(agreement, (terms) => termDaysOf(terms)?.toString() ?? null, "the length in days"),
  monitor: ({ monitors }) => ofList(monitors, "Watched over by", "Nobody watches over it."),
  sanctions: ({ sanctions }) => ofList(sanctions, "A breach is followed by", "Nothing is said to follow a breach."),
  consent: answerConsent,
};

function ofFlag(flag: boolean | undefined, yes: string, no: string): Answer {
  if (flag === undefined) return { answer: "unstated", because: "The file does not say." };
  return flag ? { answer: "yes", because: yes } : { answer: "no", because: no };
}

function ofList(list: readonly string[] | undefined, yes: string, no: string): Answer {
  if (list === undefined) return { answer: "unstated", because: "The file does not say." };
  return list.length > 0 ? { answer: "yes", because: `${yes} ${list.join(", ")}.` } : { answer: "no", because: no };
}

/** Yes where every reading says the same; differs where they do not; unstated where a reading leaves it open. */
function ofReadings(agreement: Agreement, keyOf: (terms: Reading) => string | null, what: string): Answer {
  const told = agreement.readings.map((reading) => ({ id: reading.id, key: keyOf(termsOf(agreement, reading)) }));
  const silent = told.filter(({ key }) => key === null).map(({ id }) => id);
  const keys = new Set(told.flatMap(({ key }) => (key === null ? [] : [key])));
  if (keys.size > 1) {
    const each = told.map(({ id, key }) => `${id}: ${key ?? "unstated"}`).join("; ");
    return { answer: "differs", because: `The readings differ on ${what} (${each}).` };
  }
  if (keys.size === 0) return { answer: "unstated", because: `No reading says ${what}.` };
  if (silent.length > 0) return { answer: "unstated", because: `Left open by ${silent.join(", ")}: ${what}.` };
  const readings = told.length === 1 ? "The one reading says" : `All ${told.length} readings say`;
  return { answer: "yes", because: `${readings} ${what}: ${[...keys][0]}.` };
}

function listKey(items: readonly string[]): string | null {
  return items.length === 0 ? null : [...new Set(items)].sort().join(", ");
}

/** Those bound under any reading; whoever is not listed in `consent` is unstated. */
function answerConsent(agreement: Agreement): Answer {
  const bound = [...new Set(agreement.readings.flatMap((reading) => termsOf(agreement, reading).binds ?? []))];
  const parties = bound.length > 0 ? bound : agreement.parties;
  const given = parties.map((party) => ({ party, consent: agreement.consent?.[party] ?? "unstated" }));
  const told = given.map(({ party, consent }) => `${party}: ${consent}`).join(", ");
  if (given.every(({ consent }) => consent === "agreed")) return { answer: "yes", because: `All agreed (${told}).` };
  if (given.some(({ consent }) => consent === "refused" || consent === "none" || consent === "conditional"))
    return { answer: "no", because: `Not all agreed (${told}).` };
  return { answer: "unstated", because: `It is not told of all whether they agreed (${told}).` };
}

/** The words each reading rests on: exact where quoted, else what it says in other words. */
function quotesOf({ readings }: Agreement): ChecklistAnswer["quotes"] {
  return readings.flatMap(({ id, says }) => {
    const words = says?.quote ?? says?.gist;
    return says && words ? [{ reading: id, source: says.source, words, exact: says.quote !== undefined }] : [];
  });
}
