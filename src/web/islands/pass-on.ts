/** A control and an address -> the address passed on: by the browser's own way, or copied, and the control says so. */
export async function passOn(control: HTMLElement, url: string, said: string): Promise<void> {
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

/** Links to one point: the browser goes there, which marks it, and the address is passed on. */
for (const link of document.querySelectorAll<HTMLAnchorElement>("[data-copy]")) {
  link.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    void passOn(link, link.href, link.dataset.copy ?? "");
  });
}
