/**
 * A feed's mapping -> tables of the words that tell rows apart (what, who, where) and of what each set of words stands for.
 *
 * Rows are many and their sets of words few: each set is asked about once, and rows meet their answer by one join.
 */
import type { Coded, Feed, Mapping } from "../../model/feed.js";
import type { Box, WordResolver } from "../../model/word-resolver.js";
import { type DictionaryName, stableId } from "./dictionaries.js";
import { clockSql } from "./row-dates.js";
import { fileColumn, textLiteral } from "./sql-text.js";

/** The fields whose words are looked up. */
export const CODED_FIELDS = [
  "country",
  "region",
  "conduct",
  "target",
  "actor",
  "otherActor",
  "sourceParty",
  "datePrecision",
  "placePrecision",
] as const;
export type CodedField = (typeof CODED_FIELDS)[number];

type Cell = string | number | boolean | null;
type Words = Record<string, string | boolean>;

export interface WordTable {
  name: "what_words" | "who_words" | "where_words";
  dictionary: DictionaryName;
  /** Columns that a set of words is known by, with the SQL that finds each in a row `r` of `raw`. */
  parts: { name: string; type: "VARCHAR" | "BOOLEAN"; sql: string }[];
  /** Columns of the answer. The first is the id of the dictionary's entry. */
  answers: Record<string, "BIGINT" | "VARCHAR" | "BOOLEAN" | "DOUBLE">;
  answer(words: Words): { key: string; cells: Cell[] };
}

export interface WordTableOptions {
  feed: Feed & { map: Mapping };
  resolve: WordResolver;
  /** Country id -> the box around it. */
  boxes: ReadonlyMap<string, Box>;
}

/** The words of a column, as they are looked up. */
function wordsSql(column: string): string {
  return `coalesce(r.${fileColumn(column)}, '')`;
}

/** Whether a column of 1 and 0 is 1 in a row `r` of `raw`, as statistics programs write it; null where it is empty. */
export function flagSql(column: string): string {
  return `(lower(nullif(r.${fileColumn(column)}, '')) IN ('1', '1.0', 'true', 't', 'yes'))`;
}

/** Columns of the file that a coded field reads. */
export function columnsOfCoded({ column, flags }: Coded): string[] {
  return column === undefined ? (flags ?? []).map(([flag]) => flag) : [column];
}

export function wordTables(options: WordTableOptions): WordTable[] {
  return [whatTable(options), whoTable(options), whereTable(options)];
}

function whatTable({ feed, resolve }: WordTableOptions): WordTable {
  const { map } = feed;
  const value = meaningOf(map, resolve);
  const clock = clockSql(map);
  return {
    name: "what_words",
    dictionary: "kinds",
    parts: [
      ...wordParts(map, ["conduct", "target", "datePrecision"]),
      ...(typeof clock === "string" ? [{ name: "clocked", type: "BOOLEAN" as const, sql: clock }] : []),
    ],
    answers: { kind: "BIGINT", precision: "VARCHAR" },
    answer: (words) => {
      const isClocked = typeof clock === "string" ? words.clocked : clock;
      const precision = value("datePrecision", words) ?? (isClocked ? "instant" : "day");
      const sign = feed.sees.signsOnly ? "1" : "0";
      const key = [value("conduct", words) ?? "", value("target", words) ?? "", precision, sign].join("|");
      return { key, cells: [stableId(key), precision] };
    },
  };
}

/** Two sides that a feed names without saying who acted make the actor contested. */
function whoTable({ feed, resolve }: WordTableOptions): WordTable {
  const { map } = feed;
  const value = meaningOf(map, resolve);
  const only = map.otherActorFor;
  return {
    name: "who_words",
    dictionary: "whos",
    parts: wordParts(map, ["actor", "otherActor", "sourceParty", ...(only ? (["conduct"] as const) : [])]),
    answers: { who: "BIGINT" },
    answer: (words) => {
      const [actor, other] = [value("actor", words), value("otherActor", words)];
      const either = only === undefined || only.includes(value("conduct", words) ?? "");
      const contested = either && actor !== null && other !== null && actor !== other;
      const claimedBy = value("sourceParty", words) ?? feed.party ?? "";
      const key = [actor ?? (either ? other : null) ?? "", contested ? "1" : "0", claimedBy].join("|");
      return { key, cells: [stableId(key)] };
    },
  };
}

const POINTS: readonly string[] = ["place", "near"];

function whereTable({ feed: { map }, resolve, boxes }: WordTableOptions): WordTable {
  const value = meaningOf(map, resolve);
  const point = pointSql(map);
  return {
    name: "where_words",
    dictionary: "places",
    parts: [
      ...wordParts(map, ["country", "region", "placePrecision"]),
      ...(point === null ? [] : [{ name: "pointed", type: "BOOLEAN" as const, sql: point }]),
    ],
    answers: { place: "BIGINT", is_point: "BOOLEAN", west: "DOUBLE", south: "DOUBLE", east: "DOUBLE", north: "DOUBLE" },
    answer: (words) => {
      const [country, region, given] = [
        value("country", words),
        value("region", words),
        value("placePrecision", words),
      ];
      const precision =
        words.pointed === true
          ? (given ?? "place")
          : given !== null && !POINTS.includes(given)
            ? given
            : region !== null
              ? "region"
              : country !== null
                ? "country"
                : "unknown";
      const key = [country ?? "", region ?? "", precision].join("|");
      const box = (country === null ? undefined : boxes.get(country)) ?? [null, null, null, null];
      // A centre of a region is no place: coordinates that stand for something wide are not kept as a point.
      return { key, cells: [stableId(key), POINTS.includes(given ?? "place"), ...box] };
    },
  };
}

/** Whether a row gives both coordinates; null where the feed has none. */
export function pointSql({ longitude, latitude }: Mapping): string | null {
  if (longitude === undefined || latitude === undefined) return null;
  return [longitude, latitude].map((column) => `${wordsSql(column)} <> ''`).join(" AND ");
}

function wordParts(map: Mapping, fields: readonly CodedField[]): WordTable["parts"] {
  return fields.flatMap((field) => {
    const { column, flags } = map[field] ?? {};
    if (column === undefined && flags === undefined) return [];
    const sql = flags === undefined ? wordsSql(column!) : firstFlagSql(flags.map(([flag]) => flag));
    return [{ name: snake(field), type: "VARCHAR" as const, sql }];
  });
}

/** The name of the first column that is 1, which is then looked up as a word. */
function firstFlagSql(columns: readonly string[]): string {
  return `CASE ${columns.map((column) => `WHEN ${flagSql(column)} THEN ${quoted(column)}`).join(" ")} ELSE '' END`;
}

function quoted(value: string): string {
  return textLiteral(value, { escapesBackslash: false });
}

/** What a field says in a set of words: null where the mapping leaves it out, or nobody knows the word. */
function meaningOf(map: Mapping, resolve: WordResolver): (field: CodedField, words: Words) => string | null {
  return (field, words) => {
    const coded: Coded | undefined = map[field];
    if (coded === undefined) return null;
    return resolve(field, coded.constant ?? `${words[snake(field)]}`);
  };
}

function snake(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
