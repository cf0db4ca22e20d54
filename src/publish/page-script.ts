/** The comparison page's one script: an item that is clicked or focused is lit, and brought into view, in every text. */

/** Plain JavaScript as text: it goes into the page, and its hash into the page's content security policy. */
export const pageScript = `(() => {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const light = (number, scroll) => {
    for (const each of document.querySelectorAll("[data-on]")) each.removeAttribute("data-on");
    const card = document.getElementById("i" + number);
    if (!card) return;
    card.setAttribute("data-on", "");
    for (const pane of document.querySelectorAll(".words")) {
      const marks = pane.querySelectorAll('mark[data-i~="' + number + '"]');
      for (const mark of marks) mark.setAttribute("data-on", "");
      if (scroll && marks[0] && pane.scrollHeight > pane.clientHeight) {
        pane.scrollTo({ top: marks[0].offsetTop - pane.clientHeight / 3, behavior: still ? "auto" : "smooth" });
      }
    }
  };
  const fromHash = () => {
    const number = /^#(?:i|t[0-9]+-)([0-9]+)$/.exec(location.hash);
    if (number) light(number[1], location.hash.startsWith("#i"));
  };
  const items = document.getElementById("items");
  const numberOf = (event) => {
    const card = event.target.closest(".item");
    return card && card.id.slice(1);
  };
  items.addEventListener("click", (event) => {
    const number = numberOf(event);
    if (number && !event.target.closest(".where")) light(number, true);
  });
  items.addEventListener("focusin", (event) => {
    const number = numberOf(event);
    if (number) light(number, true);
  });
  document.getElementById("texts").addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    if (!mark || event.target.closest(".ref")) return;
    const number = mark.getAttribute("data-i").split(" ")[0];
    light(number, true);
    document.getElementById("i" + number).scrollIntoView({ block: "nearest", behavior: still ? "auto" : "smooth" });
  });
  addEventListener("hashchange", fromHash);
  fromHash();
})();`;
