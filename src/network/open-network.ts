/** Options -> a Network on undici in which every connection, after every redirect too, goes to an address that was checked. */
import { Agent, type Dispatcher, request as send } from "undici";
import { ReadoutError } from "../model/readout-error.js";
import type { GuardOptions } from "./address-guard.js";
import { guardedConnect } from "./guarded-connect.js";
import { type Answer, LIMITS, type Limits, type Network, type Request } from "./network.js";
import { readBody } from "./read-body.js";

export interface NetworkOptions extends GuardOptions {
  /** The User-Agent field: who asks, and where to complain. */
  userAgent: string;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const LARGEST_HEADER_BYTES = 32_000;
const LONGEST_ADDRESS = 4_000;

export function openNetwork({ userAgent, ...guard }: NetworkOptions): Network {
  const agent = new Agent({ connect: guardedConnect(guard), maxHeaderSize: LARGEST_HEADER_BYTES, connections: 4 });
  return {
    request: (address, request = {}) => follow(address, request, { agent, userAgent }),
    close: () => agent.close(),
  };
}

interface Sender {
  agent: Dispatcher;
  userAgent: string;
}

async function follow(address: string, request: Request, sender: Sender): Promise<Answer> {
  const limits: Limits = { ...LIMITS, ...request.limits };
  const signal = AbortSignal.timeout(limits.milliseconds);
  const way = [parseAddress(address, address).href];
  try {
    for (;;) {
      const { next, answer } = await ask(way, request, limits, signal, sender);
      if (answer) return answer;
      if (way.length > limits.redirects)
        throw new ReadoutError(
          "fetch-redirects",
          `${address}: is redirected more than ${limits.redirects} times. Check the address.`,
        );
      way.push(next);
    }
  } catch (error) {
    throw failure(address, error, signal, limits);
  }
}

type Step = { answer: Answer; next?: never } | { next: string; answer?: never };

async function ask(
  way: readonly string[],
  request: Request,
  limits: Limits,
  signal: AbortSignal,
  { agent, userAgent }: Sender,
): Promise<Step> {
  const address = way.at(-1)!;
  const {
    statusCode,
    headers: raw,
    body,
  } = await send(address, {
    dispatcher: agent,
    method: request.method ?? "GET",
    headers: { "user-agent": userAgent, "accept-encoding": "gzip, br, deflate", ...request.headers },
    body: request.body ?? null,
    signal,
    headersTimeout: limits.milliseconds,
    bodyTimeout: limits.milliseconds,
  });
  const headers = flat(raw);
  const location = headers.location;
  if (REDIRECTS.has(statusCode) && location !== undefined && request.method !== "POST") {
    body.on("error", () => {}).destroy();
    return { next: parseAddress(location, way[0]!, address).href };
  }
  const bytes = await readBody(body, headers["content-encoding"], way[0]!, limits);
  return { answer: { address, status: statusCode, headers, bytes, way: [...way] } };
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(", ") : value]],
    ),
  );
}

/** http and https alone, without a name and password. Throws ReadoutError `address-invalid`, naming what was asked for. */
export function parseAddress(address: string, asked: string, base?: string): URL {
  const url = address.length <= LONGEST_ADDRESS && URL.canParse(address, base) ? new URL(address, base) : null;
  const fault =
    url === null
      ? "is no address"
      : url.protocol !== "http:" && url.protocol !== "https:"
        ? `leads to ${url.protocol}, which is not asked`
        : url.username !== "" || url.password !== ""
          ? "holds a user name or password"
          : null;
  if (fault === null) {
    url!.hash = "";
    return url!;
  }
  throw new ReadoutError("address-invalid", `${asked}: ${fault}. Give an http or https address.`);
}

/** The reason in the words of somebody who only knows the address. */
function failure(address: string, error: unknown, signal: AbortSignal, limits: Limits): unknown {
  if (error instanceof ReadoutError)
    return error.message.startsWith(address)
      ? error
      : new ReadoutError(error.code, `${address}: ${error.message}`, error.exitCode, error);
  if (signal.aborted) {
    const message = `${address}: did not answer in ${limits.milliseconds / 1000} s. Try again later.`;
    return new ReadoutError("fetch-timeout", message, 1, error);
  }
  const { code = "", message = "" } = (error ?? {}) as NodeJS.ErrnoException;
  const reason = REASONS[code] ?? `could not be fetched (${code || message})`;
  return new ReadoutError(
    "fetch-failed",
    `${address}: ${reason}. Check the address and the network, or try again later.`,
    1,
    error,
  );
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: "the host refuses the connection",
  ECONNRESET: "the host broke off the connection",
  UND_ERR_SOCKET: "the host broke off the connection",
  EHOSTUNREACH: "the host cannot be reached",
  ENETUNREACH: "the network cannot be reached",
  ETIMEDOUT: "the host does not answer",
  UND_ERR_CONNECT_TIMEOUT: "the host does not answer",
  UND_ERR_HEADERS_TIMEOUT: "the host does not answer",
  UND_ERR_HEADERS_OVERFLOW: "the answer's header is too long",
  CERT_HAS_EXPIRED: "its certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is signed by itself",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate belongs to another host",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate cannot be verified",
};
