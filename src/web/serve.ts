/** An application and a port -> a server that answers on it until it is closed. */
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import { ReadoutError } from "../model/problem.js";

export interface Running {
  port: number;
  /** Ends when open requests are answered, at the latest after two seconds. */
  close(): Promise<void>;
}

export interface Listening {
  port: number;
  /** Loopback without one, so that a desk on a laptop is not open to its network. */
  host: string;
}

const LONGEST_GOODBYE_MS = 2000;

/** Port 0 takes a free one. Throws ReadoutError `port-taken`. */
export async function serve(app: Hono, { port, host }: Listening): Promise<Running> {
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((listening, failed) => {
    server.once("error", (error: NodeJS.ErrnoException) => failed(listenError(error, port)));
    server.listen(port, host, listening);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    close: () =>
      new Promise((closed) => {
        const timer = setTimeout(
          () => "closeAllConnections" in server && server.closeAllConnections(),
          LONGEST_GOODBYE_MS,
        );
        server.close(() => {
          clearTimeout(timer);
          closed();
        });
        if ("closeIdleConnections" in server) server.closeIdleConnections();
      }),
  };
}

function listenError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === "EADDRINUSE")
    return new ReadoutError(
      "port-taken",
      `Port ${port} is taken by another program. Give a free one: PORT=4174 or --port 4174.`,
      1,
      error,
    );
  if (error.code === "EACCES")
    return new ReadoutError(
      "port-forbidden",
      `Port ${port} may not be used. Give one above 1023, as in --port 4174.`,
      1,
      error,
    );
  return error;
}
