/** Side-by-side page: a line that is chosen, by click or key, is lit and brought into view in every text; filter; phone. */
import "./pass-on.js";

const still = matchMedia("(prefers-reduced-motion: reduce)");
const rail = document.querySelector<HTMLElement>(".rail-items")!;
const panes = [...document.querySelectorAll<HTMLElement>(".scroll")];
const items = [...rail.querySelectorAll<HTMLElement>(".rail-item")];
const byNumber = new Map(items.map((item) => [item.dataset.i!, item]));
const marks = new Map<string, HTMLElement[]>();
for (const mark of document.querySelectorAll<HTMLElement>("mark[data-i]")) {
  for (const number of mark.dataset.i!.split(" ")) marks.set(number, [...(marks.get(number) ?? []), mark]);
}
let chosen: string | null = null;

document.documentElement.classList.add("with-script");

function choose(number: string | null, { from }: { from?: HTMLElement | undefined } = {}): void {
  for (const lit of chosen ? [byNumber.get(chosen), ...(marks.get(chosen) ?? [])] : []) lit?.classList.remove("lit");
  chosen = number !== null && byNumber.has(number) ? number : null;
  if (chosen === null) return;
  const item = byNumber.get(chosen)!;
  item.classList.add("lit");
  for (const mark of marks.get(chosen) ?? []) mark.classList.add("lit");
  if (!from || !rail.contains(from)) bring(item, rail);
  for (const pane of panes) {
    const first = marks.get(chosen)?.find((mark) => pane.contains(mark));
    if (first && !(from && pane.contains(from))) bring(first, pane);
  }
  history.replaceState(null, "", `#i${chosen}`);
}

function bring(element: HTMLElement, scroller: HTMLElement): void {
  if (scroller.scrollHeight <= scroller.clientHeight) return;
  const top = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
  const behavior = still.matches ? "auto" : "smooth";
  scroller.scrollTo({ top: Math.max(0, top - scroller.clientHeight / 3), behavior });
}

function step(by: 1 | -1): void {
  const shown = items.filter((item) => item.offsetParent !== null);
  const at = shown.findIndex((item) => item.dataset.i === chosen);
  const next = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(shown.length - 1, Math.max(0, at + by))];
  if (!next) return;
  choose(next.dataset.i!);
  next.querySelector<HTMLElement>(".choose")!.focus({ preventScroll: true });
}

rail.addEventListener("click", (event) => {
  const target = event.target as HTMLElement;
  const item = target.closest<HTMLElement>(".rail-item");
  const toText = target.closest<HTMLElement>("[data-pane]");
  if (target.closest(".point-links")) return;
  if (!item || (event as MouseEvent).metaKey || (event as MouseEvent).ctrlKey) return;
  if (target.closest("a")) event.preventDefault();
  choose(item.dataset.i!, { from: toText ? undefined : target });
  if (toText) show(`show-${toText.dataset.pane}`);
});

for (const pane of panes) {
  pane.addEventListener("click", (event) => {
    const mark = (event.target as HTMLElement).closest<HTMLElement>("mark[data-i]");
    if (!mark) return;
    const ref = (event.target as HTMLElement).closest<HTMLElement>(".ref");
    event.preventDefault();
    choose(ref ? ref.textContent : (mark.dataset.i!.split(" ")[0] ?? null), { from: mark });
    if (ref)
      byNumber
        .get(ref.textContent ?? "")
        ?.querySelector<HTMLElement>(".choose")
        ?.focus({ preventScroll: true });
  });
}

addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || (event.target as HTMLElement).matches("input[type=search]"))
    return;
  if (event.key === "j" || event.key === "n") step(1);
  else if (event.key === "k" || event.key === "p") step(-1);
  else if (event.key === "Escape") choose(null);
  else if (rail.contains(document.activeElement) && event.key === "ArrowDown") step(1);
  else if (rail.contains(document.activeElement) && event.key === "ArrowUp") step(-1);
  else return;
  event.preventDefault();
});

/** On a phone: one text at a time, the chosen line in view. */
function show(id: string): void {
  const choice = document.getElementById(id) as HTMLInputElement | null;
  if (!choice || choice.offsetParent === null) return;
  choice.checked = true;
  choice.dispatchEvent(new Event("change", { bubbles: true }));
}

document.querySelector(".switch")!.addEventListener("change", () => {
  if (chosen === null) return;
  const visible = (marks.get(chosen) ?? []).find((mark) => mark.offsetParent !== null);
  visible?.scrollIntoView({ block: "center", behavior: "auto" });
});

/** The filter also dims, in the texts, what it leaves out of the rail. */
document.querySelector(".filters")!.addEventListener("change", (event) => {
  const key = (event.target as HTMLInputElement).id.replace(/^kind-/, "");
  for (const item of items) {
    const leftOut = key !== "all" && item.dataset.filter !== key;
    item.hidden = leftOut;
    for (const mark of marks.get(item.dataset.i!) ?? []) mark.classList.toggle("dim", leftOut && only(mark, key));
  }
});

/** True where no line of the mark is in the filter. */
function only(mark: HTMLElement, key: string): boolean {
  return mark.dataset.i!.split(" ").every((number) => byNumber.get(number)?.dataset.filter !== key);
}

function fromAddress(): void {
  const found = /^#(?:i|w\d+-)(\d+)$/.exec(location.hash);
  if (found && found[1] !== chosen) choose(found[1]!);
}

addEventListener("hashchange", fromAddress);
fromAddress();
// The browser has scrolled the whole page to the anchor; the rail and the texts scroll by themselves here.
if (chosen !== null && matchMedia("(min-width: 62rem)").matches) scrollTo(0, 0);
