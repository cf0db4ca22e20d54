/** Explainer: share it or one of its points, hear it with the words followed, print it. */
import { passOn } from "./pass-on.js";

const tools = document.querySelector<HTMLElement>("[data-tools]");
const share = document.querySelector<HTMLButtonElement>("[data-share]");
const listen = document.querySelector<HTMLButtonElement>("[data-listen]");

if (tools) tools.hidden = false;

share?.addEventListener("click", () => passOn(share, location.href, share.dataset.copied ?? ""));

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
