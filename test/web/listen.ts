/** An address and a last id -> the server-sent events that come from it, one after the other (HTML standard, 9.2). */

export interface SentEvent {
  event: string;
  data: string;
  id: string;
}

/** `next` fails when nothing comes for ten seconds. */
export async function listen(address: string, lastId?: string) {
  const leaving = new AbortController();
  const headers: Record<string, string> = lastId === undefined ? {} : { "Last-Event-ID": lastId };
  const answer = await fetch(address, { headers, signal: leaving.signal });
  if (answer.headers.get("Content-Type") !== "text/event-stream") throw new Error(`no events: ${answer.status}`);
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let said = "";
  async function next(): Promise<SentEvent> {
    for (;;) {
      const end = said.indexOf("\n\n");
      if (end >= 0) {
        const fields = Object.fromEntries(
          said
            .slice(0, end)
            .split("\n")
            .map((line) => line.split(": ", 2)),
        );
        said = said.slice(end + 2);
        if ("event" in fields) return { data: "", id: "", ...fields } as SentEvent;
        continue;
      }
      const late = AbortSignal.timeout(10_000);
      const read = await Promise.race([
        reader.read(),
        new Promise<never>((_, failed) => late.addEventListener("abort", () => failed(new Error("no event came")))),
      ]);
      if (read.done) throw new Error("the stream has ended");
      said += read.value;
    }
  }
  return { next, end: () => leaving.abort() };
}
