/** Words for a time, as pages, headers and feeds write it -> the instant in UTC, the zone it was told in, and the day there. */
import { parseDate } from "./find-date.js";

export interface Instant {
  /** ISO 8601 in UTC, to the second; null where the words tell no time of day or no zone. */
  at: string | null;
  /** "+03:00", or the IANA name that was given. */
  zone: string | null;
  /** `YYYY-MM-DD` or `YYYY-MM` as the words have it. */
  day: string;
}

/** Abbreviations that mean one offset, in minutes; IST, CST, BST and their like mean several and are not read. */
const OFFSETS: Record<string, number> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  EST: -300,
  EDT: -240,
  PST: -480,
  PDT: -420,
};

const CLOCK = /(?:^|[^\d:])(\d{1,2})[:.](\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]\.?\s?m\b\.?)?/i;
const OFFSET = /(?:^|[\d\s])(?:UTC|GMT)?\s?([+-−])(\d{1,2}):?(\d{2})?(?!\d)/;

/** Null where the words hold no date, or one that is not in the calendar. `zone` counts where they name none. */
export function readInstant(words: string, zone: string | null): Instant | null {
  const day = parseDate(words);
  if (!day) return null;
  if (day.length < 10) return { at: null, zone: null, day };
  const clock = clockIn(words, day);
  if (!clock) return { at: null, zone: null, day };
  const told = offsetIn(words.slice(clock.end - 1));
  if (told !== null) return { at: utc(day, clock.seconds - told * 60), zone: offsetName(told), day };
  if (zone === null) return { at: null, zone: null, day };
  return { at: utc(day, clock.seconds - offsetOf(zone, day, clock.seconds) * 60), zone, day };
}

/** The first time of day; the figures of the date itself ("18.03.2025") are none. */
function clockIn(words: string, day: string): { seconds: number; end: number } | null {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const blanked = words
    .replace(/\d{4}([-./])\d{1,2}\1\d{1,2}T?/, (match) => " ".repeat(match.length))
    .replace(new RegExp(`(?<!\\d)0?${date}\\.0?${month}\\.${year}`), (match) => " ".repeat(match.length));
  const match = CLOCK.exec(blanked);
  if (!match) return null;
  const half = match[4]?.[0]?.toLowerCase();
  const hours = half ? (Number(match[1]) % 12) + (half === "p" ? 12 : 0) : Number(match[1]);
  const [minutes, seconds] = [Number(match[2]), Number(match[3] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  return { seconds: hours * 3600 + minutes * 60 + seconds, end: match.index + match[0].length };
}

/** Minutes east of UTC that the words behind the clock name; null for none. */
function offsetIn(words: string): number | null {
  const match = OFFSET.exec(words.slice(0, 20));
  if (match) {
    const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
    if (minutes <= 14 * 60) return match[1] === "+" ? minutes : -minutes;
  }
  const name = /(?:^|[\d\s(])(Z|UTC|GMT|CES?T|EES?T|MSK|E[SD]T|P[SD]T)\b/.exec(words)?.[1];
  return name === undefined ? null : OFFSETS[name]!;
}

function offsetName(minutes: number): string {
  const size = Math.abs(minutes);
  const [hours, rest] = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, "0"));
  return `${minutes < 0 ? "-" : "+"}${hours}:${rest}`;
}

function utc(day: string, seconds: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + seconds * 1000).toISOString().replace(".000Z", "Z");
}

/** Minutes east of UTC in a zone at a local time of a day. */
function offsetOf(zone: string, day: string, seconds: number): number {
  const local = Date.parse(`${day}T00:00:00Z`) + seconds * 1000;
  const guess = offsetAt(zone, local);
  return offsetAt(zone, local - guess * 60_000);
}

function offsetAt(zone: string, instant: number): number {
  const format = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
  const name = format.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
  return name === "GMT" ? 0 : (offsetIn(name) ?? 0);
}
