/** Map page: a button that fetches what makes the drawing one to move in, only when it is asked for. */
for (const explorer of document.querySelectorAll<HTMLElement>("[data-explorer]")) {
  const button = explorer.querySelector<HTMLButtonElement>("[data-explore]");
  if (!button || !explorer.querySelector("svg.map")) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    button.disabled = true;
    await import(/* @vite-ignore */ explorer.dataset.explorer!);
    explorer.dispatchEvent(new Event("explore", { bubbles: true }));
    button.remove();
  });
}
