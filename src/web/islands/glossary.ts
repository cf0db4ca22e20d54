/** Glossary page: what is typed -> the terms that hold it, and how many. */
const form = document.querySelector<HTMLElement>("[data-find]")!;
const input = form.querySelector("input")!;
const found = form.querySelector<HTMLElement>("[data-found]")!;
const terms = [...document.querySelectorAll<HTMLElement>("[data-term]")];

form.hidden = false;
input.addEventListener("input", () => {
  const wanted = input.value.trim().toLowerCase();
  for (const term of terms) term.hidden = !term.dataset.term!.includes(wanted);
  for (const section of document.querySelectorAll<HTMLElement>("main section")) {
    section.hidden = section.querySelector("[data-term]:not([hidden])") === null;
  }
  found.textContent = wanted ? String(terms.filter(({ hidden }) => !hidden).length) : "";
});
