/** Two made-up readouts of one call, served on loopback until they are closed: what an editor compares. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** The second holds what a page must never obey. */
export const TEXTS: Record<string, string> = {
  "/us.txt": `Readout of the call on grain

Published: 2024-05-02 by the White House

The President and the Prime Minister agreed to open a corridor for grain ships for 60 days. The President urged the Prime Minister to release the detained sailors.`,
  "/tr.txt": `Press release on the telephone call about grain

Published: 2024-05-02 by the Presidency of Türkiye

The leaders discussed a corridor for grain ships. The Prime Minister rejected the demand to release the detained sailors. <script>document.title = "broken"</script>`,
};

export interface ServedTexts {
  addresses: string[];
  close(): void;
}

export async function serveTexts(texts = TEXTS): Promise<ServedTexts> {
  const server = createServer((request, response) => {
    const text = texts[request.url ?? ""];
    response.writeHead(text ? 200 : 404, { "content-type": "text/plain; charset=utf-8" }).end(text);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    addresses: Object.keys(texts).map((path) => `http://127.0.0.1:${port}${path}`),
    close: () => void server.close(),
  };
}
