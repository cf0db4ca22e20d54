/** A published dossier -> server-sent events, one each time that what it shows has changed, until the reader leaves. */
import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { Site } from "../site.js";
import { problem } from "./problem.js";

const LOOK_EVERY_MS = 1000;
/** A line that says nothing keeps connections open, and shows when the reader has gone. */
const QUIET_LOOKS = 15;
const RETRY_MS = 3000;
/** Connections held open in all. */
const MOST_OPEN = 2000;

/** The version is told at once, unless the reader comes back with it as the last that they were told. */
export function versionTeller(site: Site): (c: Context) => Promise<Response> {
  let open = 0;
  return async (c) => {
    const id = c.req.param("id")!;
    if (!(await site.dossier(id)))
      return problem(c, 404, "dossier-unknown", "No published dossier has this id.") as Response;
    if (open >= MOST_OPEN)
      return problem(c, 503, "too-many-listeners", "Too many listen already. Try again later.") as Response;
    open += 1;
    return streamSSE(c, async (stream) => {
      try {
        let told = c.req.header("Last-Event-ID") ?? "";
        await stream.write(`retry: ${RETRY_MS}\n\n`);
        for (let looks = 0; !stream.aborted && !stream.closed; looks++) {
          const version = (await site.dossier(id))?.version ?? null;
          if (version === null) return void (await stream.writeSSE({ event: "gone", data: id }));
          if (version !== told) await stream.writeSSE({ event: "version", data: version, id: version });
          else if (looks % QUIET_LOOKS === 0) await stream.write(": still here\n\n");
          told = version;
          await stream.sleep(LOOK_EVERY_MS);
        }
      } finally {
        open -= 1;
      }
    });
  };
}
