/** Explainer: share it or one of its points, or copy the address, hear it with the words followed, print it. */
const tools = document.querySelector<HTMLElement>("[data-tools]");
const share = document.querySelector<HTMLButtonElement>("[data-share]");
const listen = document.querySelector<HTMLButtonElement>("[data-listen]");

if (tools) tools.hidden = false;

/** The browser's own way where there is one; else the address is copied, and the words on the control say so. */
async function pass(control: HTMLElement, url: string, said: string): Promise<void> {
  if (navigator.share) {
    await navigator.share({ title: document.title, url }).catch((error: Error) => {
      if (error.name !== "AbortError") throw error;
    });
    return;
  }
  // Where the page came without TLS there is no clipboard; the link itself still leads to the point.
  if (!navigator.clipboard) return;
  await navigator.clipboard.writeText(url);
  const before = control.textContent;
  control.textContent = said;
  setTimeout(() => {
    control.textContent = before;
  }, 2000);
}

share?.addEventListener("click", () => pass(share, location.href, share.dataset.copied ?? ""));

/** A link to one point: the browser goes there, which marks it, and its address is passed on. */
for (const link of document.querySelectorAll<HTMLAnchorElement>("[data-copy]")) {
  link.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    void pass(link, link.href, link.dataset.copy ?? "");
  });
}

document.querySelector("[data-print]")?.addEventListener("click", () => print());

/** What is read out, in order: one utterance a block, so that a browser that forgets long ones does not stop. */
const SPOKEN =
  ".opening h1, .standfirst, .story h2, .story h3, .notes p, .lead, .verdict-line, .figures > div, .act, .differences li, blockquote, .unsaid dt, .unsaid dd, .limits li, .story .empty";

if (listen && "speechSynthesis" in window) {
  const start = listen.textContent ?? "";
  listen.hidden = false;
  listen.addEventListener("click", () => {
    const speaks = speechSynthesis.speaking;
    speechSynthesis.cancel();
    CSS.highlights?.delete("spoken");
    listen.textContent = speaks ? start : (listen.dataset.stop ?? start);
    if (!speaks)
      speak([...document.querySelectorAll<HTMLElement>(SPOKEN)], () => {
        listen.textContent = start;
      });
  });
  addEventListener("pagehide", () => speechSynthesis.cancel());
}

function speak(blocks: HTMLElement[], ended: () => void): void {
  for (const [at, block] of blocks.entries()) {
    const utterance = new SpeechSynthesisUtterance(block.innerText);
    utterance.lang = block.closest<HTMLElement>("[lang]")?.lang ?? document.documentElement.lang;
    utterance.addEventListener("start", () => block.scrollIntoView({ block: "nearest" }));
    utterance.addEventListener("boundary", ({ charIndex, charLength }) => follow(block, charIndex, charLength));
    if (at === blocks.length - 1) utterance.addEventListener("end", ended);
    speechSynthesis.speak(utterance);
  }
}

/** Marks the word that is spoken, without a change to the page (CSS Custom Highlight API). */
function follow(block: HTMLElement, from: number, length: number | undefined): void {
  if (!CSS.highlights) return;
  const range = document.createRange();
  let passed = 0;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const size = node.textContent?.length ?? 0;
    if (from < passed + size) {
      const start = from - passed;
      range.setStart(node, start);
      range.setEnd(node, Math.min(size, start + Math.max(1, length ?? 1)));
      CSS.highlights.set("spoken", new Highlight(range));
      return;
    }
    passed += size;
  }
}
