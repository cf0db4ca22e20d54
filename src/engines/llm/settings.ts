/** The environment -> where the language model is, which one it is, and what it may be given. The key goes nowhere else. */
import { ReadoutError } from "../../model/problem.js";

export interface Settings {
  /** Base address of an OpenAI-compatible API, without a slash at the end. */
  baseUrl: string;
  model: string;
  /** Sent in the Authorization field and nowhere else; "" for an endpoint without one. */
  key: string;
  /** The endpoint that drafts may be sent to, where it is named. */
  draftsTo: string | null;
  /** US dollars a million tokens, where they are given. */
  prices: { prompt: number; completion: number } | null;
  timeoutSeconds: number;
}

type Env = Readonly<Record<string, string | undefined>>;

const DEFAULT_TIMEOUT_SECONDS = 120;
const LONGEST_TIMEOUT_SECONDS = 900;

/** Throws ReadoutError `llm-unset` or `llm-setting-invalid`, exit code 2, naming the variable and never a key. */
export function settingsFrom(env: Env): Settings {
  const baseUrl = addressOf("READOUT_LLM_BASE_URL", env.READOUT_LLM_BASE_URL);
  const model = env.READOUT_LLM_MODEL?.trim();
  if (baseUrl === null) throw unset("READOUT_LLM_BASE_URL", "http://localhost:11434/v1");
  if (!model) throw unset("READOUT_LLM_MODEL", "a model that the endpoint serves");
  return {
    baseUrl,
    model,
    key: env.READOUT_LLM_KEY?.trim() ?? "",
    draftsTo: addressOf("READOUT_LLM_DRAFTS", env.READOUT_LLM_DRAFTS),
    prices: pricesOf(env.READOUT_LLM_PRICES),
    timeoutSeconds: secondsOf(env.READOUT_LLM_TIMEOUT),
  };
}

function addressOf(name: string, value: string | undefined): string | null {
  if (value === undefined || value.trim() === "") return null;
  const url = URL.canParse(value.trim()) ? new URL(value.trim()) : null;
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    url.username !== "" ||
    url.password !== "" ||
    url.search !== "" ||
    url.hash !== ""
  )
    throw invalid(
      `${name} is no plain http(s) address. Write one like https://api.example.org/v1, without a password in it.`,
    );
  const isNear = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url.protocol === "http:" && !isNear)
    throw invalid(
      `${name}: http is taken for this machine only, since texts and the key would travel in the open. Use https.`,
    );
  return url.href.replace(/\/+$/, "");
}

/** "0.15,0.60": dollars a million tokens of the question and of the answer. */
function pricesOf(value: string | undefined): Settings["prices"] {
  if (value === undefined || value.trim() === "") return null;
  const [prompt, completion, ...more] = value.split(",").map(Number);
  if (!isPrice(prompt) || !isPrice(completion) || more.length > 0)
    throw invalid(
      "READOUT_LLM_PRICES takes two numbers, dollars a million tokens of question and answer, as in 0.15,0.60.",
    );
  return { prompt, completion };
}

function isPrice(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value) && value >= 0;
}

function secondsOf(value: string | undefined): number {
  if (value === undefined || value.trim() === "") return DEFAULT_TIMEOUT_SECONDS;
  const seconds = Number(value);
  if (Number.isFinite(seconds) && seconds > 0 && seconds <= LONGEST_TIMEOUT_SECONDS) return seconds;
  throw invalid(`READOUT_LLM_TIMEOUT takes seconds, at most ${LONGEST_TIMEOUT_SECONDS}.`);
}

function unset(name: string, example: string): ReadoutError {
  const message = `--engine llm needs ${name}: set it in the environment, as in ${name}=${example.replace(/^a .*/, "NAME")}. See docs/engines.md.`;
  return new ReadoutError("llm-unset", message, 2);
}

function invalid(message: string): ReadoutError {
  return new ReadoutError("llm-setting-invalid", message, 2);
}
