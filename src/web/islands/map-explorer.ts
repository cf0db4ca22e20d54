/** A drawn map -> one to move in: scale, pan, days up to which incidents are shown, and the words of the point that is chosen. */
const MOST_SCALE = 24;
const STEP = 1.6;

document.addEventListener("explore", ({ target }) => explore(target as HTMLElement));

/** Everything is done to the drawing that is there; nothing is fetched. */
function explore(explorer: HTMLElement): void {
  const svg = explorer.querySelector<SVGSVGElement>("svg.map")!;
  const points = [...svg.querySelectorAll<SVGPathElement>(".points path")];
  const view = movable(svg, points);
  const bar = document.createElement("div");
  bar.className = "map-bar";
  bar.append(
    control("+", explorer.dataset.in, () => view.scale(STEP)),
    control("−", explorer.dataset.out, () => view.scale(1 / STEP)),
    control("□", explorer.dataset.whole, view.whole),
  );
  const said = document.createElement("p");
  said.className = "facts";
  said.setAttribute("role", "status");
  said.textContent = explorer.dataset.hint ?? "";
  if (points.length > 1) bar.append(days(points, explorer));
  explorer.querySelector("[data-map]")!.before(bar);
  explorer.querySelector("[data-map]")!.after(said);
  listenOn(svg, view);
  for (const point of points) choosable(point, said);
  svg.focus();
}

function control(sign: string, label: string | undefined, act: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = sign;
  button.ariaLabel = label ?? sign;
  button.title = label ?? sign;
  button.addEventListener("click", act);
  return button;
}

interface View {
  /** By a factor, around a place in the drawing or its middle. */
  scale(by: number, at?: { x: number; y: number }): void;
  /** By shares of what is seen. */
  pan(x: number, y: number): void;
  whole(): void;
}

/** Marks keep their size while the ground grows. */
function movable(svg: SVGSVGElement, points: readonly SVGPathElement[]): View {
  const [, , width, height] = svg.getAttribute("viewBox")!.split(" ").map(Number) as [number, number, number, number];
  const places = points.map((point) => point.getAttribute("transform")!);
  let [x, y, scale] = [0, 0, 1];
  const show = () => {
    x = Math.min(width - width / scale, Math.max(0, x));
    y = Math.min(height - height / scale, Math.max(0, y));
    svg.setAttribute("viewBox", `${x} ${y} ${width / scale} ${height / scale}`);
    const size = scale ** -0.75;
    for (const [at, point] of points.entries()) point.setAttribute("transform", `${places[at]} scale(${size})`);
    svg.style.setProperty("--line", String(1 / scale));
  };
  return {
    scale: (by, at = { x: x + width / scale / 2, y: y + height / scale / 2 }) => {
      const next = Math.min(MOST_SCALE, Math.max(1, scale * by));
      [x, y] = [at.x - ((at.x - x) * scale) / next, at.y - ((at.y - y) * scale) / next];
      scale = next;
      show();
    },
    pan: (right, down) => {
      [x, y] = [x + (right * width) / scale, y + (down * height) / scale];
      show();
    },
    whole: () => {
      [x, y, scale] = [0, 0, 1];
      show();
    },
  };
}

const KEYS: Record<string, (view: View) => void> = {
  ArrowLeft: (view) => view.pan(-0.1, 0),
  ArrowRight: (view) => view.pan(0.1, 0),
  ArrowUp: (view) => view.pan(0, -0.1),
  ArrowDown: (view) => view.pan(0, 0.1),
  "+": (view) => view.scale(STEP),
  "=": (view) => view.scale(STEP),
  "-": (view) => view.scale(1 / STEP),
  "0": (view) => view.whole(),
};

/** The page scrolls by wheel as before; with Ctrl, or two fingers on a touchpad, the wheel scales the map. */
function listenOn(svg: SVGSVGElement, view: View): void {
  svg.tabIndex = 0;
  svg.classList.add("moves");
  svg.addEventListener("keydown", (event) => {
    const act = KEYS[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act(view);
  });
  svg.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      view.scale(event.deltaY < 0 ? 1.15 : 1 / 1.15, placeOf(svg, event));
    },
    { passive: false },
  );
  let from: PointerEvent | null = null;
  svg.addEventListener("pointerdown", (event) => {
    from = event;
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", (event) => {
    if (!from) return;
    const { width, height } = svg.getBoundingClientRect();
    view.pan((from.clientX - event.clientX) / width, (from.clientY - event.clientY) / height);
    from = event;
  });
  for (const over of ["pointerup", "pointercancel"] as const)
    svg.addEventListener(over, () => {
      from = null;
    });
}

function placeOf(svg: SVGSVGElement, { clientX, clientY }: MouseEvent): { x: number; y: number } {
  const place = new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM()!.inverse());
  return { x: place.x, y: place.y };
}

/** By finger or mouse; the list on the page has them all for those who use neither. */
function choosable(point: SVGPathElement, said: HTMLElement): void {
  point.addEventListener("pointerdown", () => {
    point.parentElement!.querySelector(".chosen")?.classList.remove("chosen");
    point.classList.add("chosen");
    said.textContent = point.querySelector("title")!.textContent;
  });
}

/** Incidents up to a day. */
function days(points: readonly SVGPathElement[], { dataset }: HTMLElement): HTMLElement {
  const all = [...new Set(points.map((point) => point.dataset.day!))].sort();
  const label = document.createElement("label");
  const range = document.createElement("input");
  const out = document.createElement("output");
  Object.assign(range, { type: "range", min: "0", max: String(all.length - 1), value: String(all.length - 1) });
  const told = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeZone: "UTC" });
  const show = () => {
    const until = all[Number(range.value)]!;
    for (const point of points) point.toggleAttribute("hidden", point.dataset.day! > until);
    const shown = points.filter((point) => !point.hasAttribute("hidden")).length;
    const day = until.length === 10 ? told.format(new Date(`${until}T00:00:00Z`)) : until;
    out.textContent = `${day} · ${(dataset.shown ?? "#").replace("#", String(shown))}`;
  };
  range.addEventListener("input", show);
  label.append(dataset.until ?? "", " ", range, " ", out);
  show();
  return label;
}
