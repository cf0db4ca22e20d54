/** Commitments: the day on which one lapses -> how long until then, or since, in the reader's language. */
const UNITS = [
  ["year", 365 * 86_400],
  ["month", 30 * 86_400],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const;

const words = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" });

function tell(): void {
  for (const time of document.querySelectorAll<HTMLTimeElement>("[data-countdown]")) {
    const seconds = (Date.parse(time.dateTime) - Date.now()) / 1000;
    const [unit, size] = UNITS.find(([, each]) => Math.abs(seconds) >= each) ?? UNITS[4];
    time.textContent = `(${words.format(Math.trunc(seconds / size), unit)})`;
  }
}

tell();
setInterval(tell, 60_000);
