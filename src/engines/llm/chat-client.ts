/** Messages -> an OpenAI-compatible endpoint's answer as text, or one clear error; the key is in none of them. */
import { z } from "zod";
import { ReadoutError } from "../../model/problem.js";
import { type Message, SCHEMA } from "./prompt.js";
import type { Settings } from "./settings.js";

/** The outside world that the engine needs. */
export interface LlmEffects {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds. */
  wait: (milliseconds: number) => Promise<void>;
  /** Milliseconds of a clock that only runs forward. */
  now: () => number;
}

export interface Answer {
  content: string;
  /** False where the endpoint says that it stopped before the end. */
  whole: boolean;
  promptTokens: number;
  completionTokens: number;
}

const Completion = z.object({
  choices: z
    .array(z.object({ message: z.object({ content: z.string().nullable() }), finish_reason: z.string().nullish() }))
    .min(1),
  usage: z.object({ prompt_tokens: z.int().min(0), completion_tokens: z.int().min(0) }).nullish(),
});

const LARGEST_ANSWER_BYTES = 4_000_000;
const MOST_TRIES = 4;
const LONGEST_WAIT_SECONDS = 30;
const TRY_AGAIN = new Set([408, 429, 500, 502, 503, 504]);

/**
 * One completion, tried at most four times where the endpoint is busy. Rejects with ReadoutError `llm-unreachable`,
 * `llm-timeout`, `llm-refused` (the key), `llm-busy`, `llm-failed` or `llm-answer-broken`.
 */
export async function complete(messages: readonly Message[], settings: Settings, effects: LlmEffects): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await send(messages, settings, effects);
    if (response.ok) return answerOf(await bodyOf(response, settings), settings);
    await response.body?.cancel().catch(() => undefined);
    if (!TRY_AGAIN.has(response.status) || attempt === MOST_TRIES) throw refused(response.status, settings, attempt);
    await effects.wait(pauseOf(response, attempt));
  }
}

async function send(messages: readonly Message[], settings: Settings, { fetch }: LlmEffects): Promise<Response> {
  const { baseUrl, model, key, timeoutSeconds } = settings;
  const format = { type: "json_schema", json_schema: { name: "acts", strict: true, schema: SCHEMA } };
  try {
    return await fetch(`${baseUrl}/chat/completions`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(key === "" ? {} : { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ model, messages, temperature: 0, response_format: format }),
      // A redirect would carry the text, and with some servers the key, to an endpoint that nobody named.
      redirect: "error",
      signal: AbortSignal.timeout(timeoutSeconds * 1000),
    });
  } catch (error) {
    throw unreached(error, settings);
  }
}

/** Read piece by piece, so that an endless answer is left. */
async function bodyOf(response: Response, settings: Settings): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      chunks.push(chunk as Uint8Array);
      size += (chunk as Uint8Array).length;
      if (size > LARGEST_ANSWER_BYTES) break;
    }
  } catch (error) {
    throw unreached(error, settings);
  }
  if (size > LARGEST_ANSWER_BYTES)
    throw broken(settings, `its answer is larger than ${LARGEST_ANSWER_BYTES / 1_000_000} MB`);
  return Buffer.concat(chunks).toString("utf8");
}

function answerOf(body: string, settings: Settings): Answer {
  const parsed = Completion.safeParse(parseJson(body));
  if (!parsed.success) throw broken(settings, "its answer is no chat completion");
  const { choices, usage } = parsed.data;
  const { message, finish_reason: reason } = choices[0]!;
  return {
    content: message.content ?? "",
    whole: reason !== "length",
    promptTokens: usage?.prompt_tokens ?? 0,
    completionTokens: usage?.completion_tokens ?? 0,
  };
}

/** Undefined for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** As long as the endpoint asks for, else doubling from one second. */
function pauseOf(response: Response, attempt: number): number {
  const asked = Number(response.headers.get("retry-after"));
  const seconds = Number.isFinite(asked) && asked > 0 ? asked : 2 ** (attempt - 1);
  return Math.min(seconds, LONGEST_WAIT_SECONDS) * 1000;
}

function unreached(error: unknown, { baseUrl, timeoutSeconds }: Settings): ReadoutError {
  const { name, cause } = error as Error & { cause?: NodeJS.ErrnoException };
  if (name === "TimeoutError" || name === "AbortError") {
    const message = `${baseUrl}: the model did not answer in ${timeoutSeconds} s. Try again, or give it longer with READOUT_LLM_TIMEOUT.`;
    return new ReadoutError("llm-timeout", message);
  }
  const reason = cause?.code ?? "the connection broke off";
  return new ReadoutError(
    "llm-unreachable",
    `${baseUrl}: the model cannot be reached (${reason}). Check READOUT_LLM_BASE_URL.`,
  );
}

function refused(status: number, { baseUrl, model }: Settings, tries: number): ReadoutError {
  if (status === 401 || status === 403)
    return new ReadoutError("llm-refused", `${baseUrl} refuses the key (${status}). Check READOUT_LLM_KEY.`);
  if (status === 404)
    return new ReadoutError(
      "llm-failed",
      `${baseUrl} has no model "${model}" or no chat completions (404). Check READOUT_LLM_MODEL and READOUT_LLM_BASE_URL.`,
    );
  if (TRY_AGAIN.has(status))
    return new ReadoutError("llm-busy", `${baseUrl} answered ${status} ${tries} times. Try again later.`);
  return new ReadoutError(
    "llm-failed",
    `${baseUrl} answered ${status}. Check that it takes json_schema answers of chat completions.`,
  );
}

function broken({ baseUrl }: Settings, what: string): ReadoutError {
  return new ReadoutError("llm-answer-broken", `${baseUrl}: ${what}. Check that it is an OpenAI-compatible endpoint.`);
}
