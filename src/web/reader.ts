/** The interface's texts and a language -> what a page needs to speak to a reader: words, numbers, dates, links. */
import { IntlMessageFormat } from "intl-messageformat";
import { INTERFACE_LANGUAGES, type InterfaceLanguage, type InterfaceText } from "../model/interface-text.js";

export type Values = Record<string, string | number>;

export interface Reader {
  language: InterfaceLanguage;
  /** BCP 47, for what formats by itself. */
  locale: string;
  dir: "ltr" | "rtl";
  /** The text with that id. Throws for an id that the catalogue does not have: a fault of ours. */
  t(id: string, values?: Values): string;
  /** True where the catalogue has the id. */
  has(id: string): boolean;
  /** A path of the site in the reader's language: "/dossiers/x/" -> "/uk/dossiers/x/". */
  link(path: string): string;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** "2025-03-18" -> "18 March 2025"; partial dates keep their precision; null -> "no date shown". */
  date(date: string | null): string;
  /** A UTC instant in a zone, with the zone's name. */
  instant(instant: string, zone: string): string;
  list(words: readonly string[]): string;
  /** A state by its name in the reader's language; names that are no state's stay as the catalogue has them. */
  named(name: string): string;
}

/** Arabic readers of news meet both kinds of digits; Latin ones keep figures alike across quotes, dates and charts. */
const LOCALES: Record<InterfaceLanguage, string> = { en: "en-GB", uk: "uk", ru: "ru", ar: "ar-u-nu-latn" };

/** Messages are compiled at their first use and kept. */
export function readersOf(texts: readonly InterfaceText[]): Record<InterfaceLanguage, Reader> {
  const byId = new Map(texts.map((text) => [text.id, text]));
  return Object.fromEntries(
    INTERFACE_LANGUAGES.map((language) => [language, readerOf(language, byId)]),
  ) as unknown as Record<InterfaceLanguage, Reader>;
}

function readerOf(language: InterfaceLanguage, texts: ReadonlyMap<string, InterfaceText>): Reader {
  const locale = LOCALES[language];
  const compiled = new Map<string, IntlMessageFormat>();
  const message = (id: string): IntlMessageFormat => {
    let made = compiled.get(id);
    if (!made) {
      const text = texts.get(id);
      if (!text) throw new Error(`no text of the interface has the id "${id}"`);
      made = new IntlMessageFormat(text[language], locale, undefined, { ignoreTag: true });
      compiled.set(id, made);
    }
    return made;
  };
  const states = new Intl.DisplayNames([locale], { type: "region" });
  const lists = new Intl.ListFormat(locale, { type: "conjunction" });
  return {
    language,
    locale,
    dir: language === "ar" ? "rtl" : "ltr",
    t: (id, values) => String(message(id).format(language === "ar" ? isolated(values) : values)),
    has: (id) => texts.has(id),
    link: (path) => (language === INTERFACE_LANGUAGES[0] ? path : `/${language}${path}`),
    number: (value, options) => new Intl.NumberFormat(locale, options).format(value),
    date: (date) => (date === null ? String(message("no-date").format()) : partialDate(date, locale)),
    instant: (instant, zone) =>
      `${new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone: zone }).format(
        new Date(instant),
      )} ${zone}`,
    list: (words) => lists.format(words),
    named: (name) => {
      const code = language === "en" ? undefined : stateCodes().get(name);
      return (code && states.of(code)) ?? name;
    },
  };
}

let codes: Map<string, string> | undefined;

/** ISO 3166-1 alpha-2 codes by the English names of Unicode's CLDR, which the catalogue uses too. Made once. */
function stateCodes(): Map<string, string> {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const english = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  codes ??= new Map(letters.flatMap((a) => letters.map((b) => [english.of(a + b) ?? "", a + b] as const)));
  return codes;
}

/** Names in Latin letters keep their own direction inside of Arabic sentences (Unicode's FSI and PDI). */
function isolated(values: Values | undefined): Values | undefined {
  if (!values) return values;
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      typeof value === "string" && /\p{Script=Latin}/u.test(value) && key !== "veridicality"
        ? `\u2068${value}\u2069`
        : value,
    ]),
  );
}

function partialDate(date: string, locale: string): string {
  const [year, month, day] = date.slice(0, 10).split("-");
  const options: Intl.DateTimeFormatOptions = {
    timeZone: "UTC",
    year: "numeric",
    ...(month ? { month: "long" } : {}),
    ...(day ? { day: "numeric" } : {}),
  };
  return new Intl.DateTimeFormat(locale, options).format(
    new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1))),
  );
}
