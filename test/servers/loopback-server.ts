/** A table of paths and answers -> a server on loopback that gives them and remembers what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

/** A function sees the request, and may answer by itself (then it returns nothing). */
export type Route = Reply | ((request: IncomingMessage, response: ServerResponse) => Reply | undefined);

export interface LoopbackServer {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  origin: string;
  routes: Record<string, Route>;
  /** `METHOD path` of every request, in order. */
  asked: string[];
  close(): Promise<void>;
}

/** Paths that no route has get 404. */
export async function serve(routes: Record<string, Route>): Promise<LoopbackServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const route = routes[request.url ?? ""];
    const reply = typeof route === "function" ? route(request, response) : (route ?? { status: 404, body: "none" });
    if (reply) response.writeHead(reply.status ?? 200, reply.headers ?? {}).end(reply.body ?? "");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    routes,
    asked,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
