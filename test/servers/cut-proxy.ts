/** A database's address -> a way to it through loopback that a test can cut in the middle of a request. */
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export interface CutProxy {
  url: string;
  /** Cuts every connection at the message of this number from now on: before the server sees it, or before its answer comes back. */
  cut(message: number, when: "unsent" | "unanswered"): void;
  /** Lets everything through again. */
  mend(): void;
  close(): Promise<void>;
}

export async function cutProxy(url: string): Promise<CutProxy> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let left = Number.POSITIVE_INFINITY;
  let way: "unsent" | "unanswered" = "unsent";
  const cutAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => sockets.delete(socket));
    }
    client.on("close", () => upstream.destroy());
    upstream.on("close", () => client.destroy());
    upstream.on("data", (answer) => {
      if (left > 0) client.write(answer);
      else cutAll();
    });
    client.on("data", (message) => {
      left--;
      if (left <= 0 && way === "unsent") return cutAll();
      upstream.write(message);
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: Object.assign(new URL(url), { host: `127.0.0.1:${port}` }).href,
    cut: (message, when) => {
      [left, way] = [message, when];
    },
    mend: () => {
      left = Number.POSITIVE_INFINITY;
    },
    close: () =>
      new Promise((done) => {
        cutAll();
        server.close(() => done());
      }),
  };
}
