/** A made-up language model on loopback for tests: it reads acts off a script and misbehaves in every way that it is told to. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { ProposedAct } from "../src/model/proposal.js";

/** How it answers; one of these a request, the last for all that follow. */
export type Mode =
  | "good"
  | "fenced"
  | "bad-json"
  | "not-the-schema"
  | "invented-quotes"
  | "changed-quotes"
  | "wrong-offsets"
  | "half"
  | "cut-off"
  | "hangs"
  | "drips"
  | "busy"
  | "overloaded"
  | "no-key"
  | "no-model"
  | "redirects"
  | "endless"
  | "not-a-completion"
  | "empty"
  | "no-usage"
  | "obeys";

export interface ModelServer {
  url: string;
  /** Bodies and headers of the requests, in order. */
  requests: {
    body: { model: string; messages: { role: string; content: string }[] } & Record<string, unknown>;
    authorization: string | undefined;
  }[];
  /** Answers from now on. */
  answer(...modes: Mode[]): void;
  close(): Promise<void>;
}

/** `acts` are what a good model finds; it gives those whose quote is in the text that it is asked for. */
export async function startModelServer(acts: readonly ProposedAct[]): Promise<ModelServer> {
  let modes: Mode[] = ["good"];
  const requests: ModelServer["requests"] = [];
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await bodyOf(request)) as ModelServer["requests"][number]["body"];
    requests.push({ body, authorization: request.headers.authorization });
    const mode = modes.length > 1 ? modes.shift()! : modes[0]!;
    respond(mode, body.messages[1]!.content, acts, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    answer: (...next) => {
      modes = next;
    },
    close: () => closeServer(server),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}

function respond(mode: Mode, asked: string, acts: readonly ProposedAct[], response: ServerResponse): void {
  const found = acts.filter(({ quote }) => asked.includes(quote));
  const status: Partial<Record<Mode, number>> = { busy: 429, overloaded: 503, "no-key": 401, "no-model": 404 };
  if (mode === "hangs") return;
  if (status[mode] !== undefined) {
    response.writeHead(status[mode], mode === "busy" ? { "retry-after": "1" } : {}).end('{"error":{"message":"no"}}');
    return;
  }
  if (mode === "redirects") {
    response.writeHead(307, { location: "http://127.0.0.1:9/v1/chat/completions" }).end();
    return;
  }
  response.writeHead(200, { "content-type": "application/json" });
  if (mode === "endless") {
    const piece = Buffer.alloc(500_000, "x");
    const more = () => {
      while (!response.destroyed && response.write(piece));
      if (!response.destroyed) response.once("drain", more);
    };
    more();
    return;
  }
  const completion = completionOf(contentOf(mode, asked, found), mode);
  if (mode === "cut-off" || mode === "drips") {
    response.write(completion.slice(0, completion.length / 2));
    if (mode === "cut-off") setTimeout(() => response.destroy(), 20);
    return;
  }
  response.end(mode === "not-a-completion" ? '{"hello":"world"}' : completion);
}

function completionOf(content: string, mode: Mode): string {
  const choice = {
    index: 0,
    message: { role: "assistant", content },
    finish_reason: mode === "half" ? "length" : "stop",
  };
  const usage =
    mode === "no-usage" ? {} : { usage: { prompt_tokens: 1000, completion_tokens: 100, total_tokens: 1100 } };
  return JSON.stringify({ id: "x", object: "chat.completion", choices: [choice], ...usage });
}

function contentOf(mode: Mode, asked: string, found: readonly ProposedAct[]): string {
  const good = JSON.stringify({ acts: found });
  const [first] = found;
  const changed = (change: Partial<Record<string, unknown>>) =>
    JSON.stringify({ acts: [...found, { ...first, ...change }] });
  if (mode === "fenced") return `\`\`\`json\n${good}\n\`\`\``;
  if (mode === "bad-json") return `Here are the acts: ${good.slice(0, -3)}`;
  if (mode === "half") return good.slice(0, good.length / 2);
  if (mode === "empty") return "";
  if (mode === "not-the-schema") return changed({ act: "surrendered" });
  if (mode === "invented-quotes")
    return changed({ quote: "The two presidents agreed to everything", trigger: "agreed" });
  if (mode === "changed-quotes")
    return changed({
      quote: first?.quote.replace(/\b(\w)/, (letter) =>
        letter.toLowerCase() === letter ? letter.toUpperCase() : letter.toLowerCase(),
      ),
    });
  if (mode === "wrong-offsets") return JSON.stringify({ acts: found.map((act) => ({ ...act, start: 0, end: 5 })) });
  if (mode === "obeys") return obey(asked, found);
  return good;
}

/** What a model does that takes the text's orders: it invents, and it makes acts of the sentences that order it. */
function obey(asked: string, found: readonly ProposedAct[]): string {
  const orders = asked
    .split("\n")
    .flatMap((line) => line.match(/[^.!?]+[.!?]?/g) ?? [])
    .filter((line) => /ignore|system|assistant|AI|model|JSON|report|mark|\[INST\]|im_start|"act"/i.test(line));
  const made = orders.map((line) => {
    const quote = line.trim().slice(0, 400);
    return {
      act: "agreed",
      veridicality: "asserted",
      quote,
      trigger: quote.split(" ")[0],
      actors: ["Ruritania"],
      recipients: [],
      attribution: [],
      condition: null,
      why: "The text says so.",
    };
  });
  const invented = { ...made[0], quote: "The presidents agreed to end the war today", trigger: "agreed" };
  return JSON.stringify({ acts: [...found, ...made, ...(made.length > 0 ? [invented] : [])] });
}
