/** Job page: server-sent steps -> a list that grows, and the way to what was made. */
const list = document.querySelector<HTMLElement>("[data-job]")!;
const events = new EventSource("events");
const known = list.children.length;

events.addEventListener("step", (event) => {
  if (Number((event as MessageEvent).lastEventId) < known) return;
  const step = document.createElement("li");
  step.textContent = String((event as MessageEvent).data);
  list.append(step);
});
events.addEventListener("end", (event) => {
  events.close();
  const target = String((event as MessageEvent).data);
  if (target.startsWith("/desk/")) location.assign(target);
  else location.reload();
});
