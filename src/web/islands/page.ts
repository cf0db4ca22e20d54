/** On every page: the style sheet, and the choice of light or dark, which the browser keeps. */
import "../styles/index.css";

const KEY = "readout-theme";
const root = document.documentElement;

function dark(): boolean {
  const chosen = root.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

try {
  const kept = localStorage.getItem(KEY);
  if (kept === "dark" || kept === "light") root.dataset.theme = kept;
} catch {
  // A browser that keeps nothing follows the system's choice.
}

/** On a phone the pages of a dossier stand in a row that scrolls; the page that is open is brought into it. */
const row = document.querySelector<HTMLElement>(".dossier-nav");
const open = row?.querySelector<HTMLElement>("[aria-current]");
if (row && open) row.scrollLeft += open.getBoundingClientRect().left - row.clientWidth / 3;

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-theme-switch]")) {
  button.hidden = false;
  button.setAttribute("aria-pressed", String(dark()));
  button.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    button.setAttribute("aria-pressed", String(dark()));
    try {
      localStorage.setItem(KEY, root.dataset.theme);
    } catch {
      // Then the choice lasts as long as the page.
    }
  });
}
