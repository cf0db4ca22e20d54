/** A stretch of text -> what the model proposes for it: asked, checked, asked again at most twice, the best answer kept. */
import type { Outcome, Problem } from "../../model/problem.js";
import { Proposals, type ProposedAct } from "../../model/proposal.js";
import { complete, type LlmEffects, parseJson } from "./chat-client.js";
import { type Message, messagesFor, repairMessages } from "./prompt.js";
import type { Settings } from "./settings.js";
import type { Meter } from "./usage-meter.js";

const MOST_REPAIRS = 2;

/** What one answer is worth: its usable acts, and what is wrong with it. */
interface Checked {
  acts: ProposedAct[];
  faults: string[];
}

/**
 * Acts whose words stand in the text, with a problem where something was thrown away. Never rejects for what a model
 * answers; rejects as `complete` does where it cannot be asked.
 */
export async function askProposals(
  text: string,
  document: string,
  settings: Settings,
  effects: LlmEffects,
  meter: Meter,
): Promise<Outcome<ProposedAct[]>> {
  const asked = messagesFor(text);
  let messages: Message[] = asked;
  let best: Checked | null = null;
  for (let repair = 0; repair <= MOST_REPAIRS; repair += 1) {
    const answer = await complete(messages, settings, effects);
    meter.count(answer, repair > 0);
    const checked = check(answer.content, answer.whole, text);
    if (best === null || worth(checked) > worth(best)) best = checked;
    if (checked.faults.length === 0) break;
    messages = repairMessages(asked, answer.content, checked.faults.slice(0, MOST_FAULTS_TOLD));
  }
  const { acts, faults } = best!;
  return { value: acts, problems: faults.length > 0 ? [leftOut(document, faults, acts.length)] : [] };
}

const MOST_FAULTS_TOLD = 10;

/** More usable acts, then fewer faults. */
function worth({ acts, faults }: Checked): number {
  return acts.length - faults.length / 1000;
}

function check(content: string, whole: boolean, text: string): Checked {
  const value = parseJson(withoutFence(content));
  if (value === undefined) return { acts: [], faults: [whole ? "it is no JSON" : "it was cut off before its end"] };
  const list = (value as { acts?: unknown } | null)?.acts;
  if (!Array.isArray(list)) return { acts: [], faults: ['it has no list "acts"'] };
  const kept = list.slice(0, MOST_ACTS).map((one) => checkAct(one, text));
  const fits = Proposals.safeParse(value).success || kept.some(({ fault }) => fault !== null);
  const faults = kept.flatMap(({ fault }) => (fault === null ? [] : [fault]));
  return {
    acts: kept.flatMap(({ act }) => (act === null ? [] : [act])),
    faults: fits ? faults : [...faults, "it has fields that the schema does not know"],
  };
}

const MOST_ACTS = 200;

function checkAct(one: unknown, text: string): { act: ProposedAct | null; fault: string | null } {
  const parsed = Proposals.shape.acts.element.safeParse(one);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    return { act: null, fault: `an act's ${path.join(".") || "fields"}: ${message}` };
  }
  const { quote, trigger, condition } = parsed.data;
  if (!text.includes(quote))
    return { act: null, fault: `the quote ${JSON.stringify(quote.slice(0, 120))} is not in the text` };
  if (!quote.includes(trigger))
    return { act: null, fault: `the trigger ${JSON.stringify(trigger.slice(0, 60))} is not in its quote` };
  if (condition !== null && !text.includes(condition))
    return { act: null, fault: `the condition ${JSON.stringify(condition.slice(0, 120))} is not in the text` };
  return { act: parsed.data, fault: null };
}

/** Some models put their JSON between fences whatever they are told. */
function withoutFence(content: string): string {
  return /^\s*```(?:json)?\s*([\s\S]*?)\s*```\s*$/.exec(content)?.[1] ?? content;
}

function leftOut(document: string, faults: readonly string[], kept: number): Problem {
  const message = `llm: of the answer on "${document}" ${kept} acts were kept and ${faults.length} left out after ${MOST_REPAIRS} repairs; the first: ${faults[0]}.`;
  return { level: "warning", stage: "engines", code: "answer-not-usable", message, document };
}
