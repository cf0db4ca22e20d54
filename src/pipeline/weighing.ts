/** An agreement and histories, bundled or the user's -> a weighing: joins catalogue, bundled data and weigh. */
import { loadCatalog } from "../catalog/load-catalog.js";
import { loadHistoryData } from "../catalog/load-history-data.js";
import type { Agreement } from "../model/agreement.js";
import type { Catalog } from "../model/catalog.js";
import type { ScoredForecast } from "../model/forecast.js";
import type { ClassHistory, HistoryRecord } from "../model/history.js";
import type { Outcome, Problem } from "../model/problem.js";
import type { Backtest, HistorySummary, Weighing } from "../model/weighing.js";
import { backtestHistory } from "../weigh/backtest/backtest-history.js";
import { type ImportedHistory, importHistory } from "../weigh/histories/import-history.js";
import { readClassTables } from "../weigh/histories/read-class-tables.js";
import { fateBounds } from "../weigh/incidence.js";
import { isFollowed, summariseClass } from "../weigh/summarise-class.js";
import { HORIZONS_DAYS, weighAgreement } from "../weigh/weigh-agreement.js";

/** A history's records as the user's file holds them. */
export interface HistoryFile {
  file: string;
  text: string;
}

export interface WeighAgreementOptions {
  /** YYYY-MM-DD. */
  asOf: string;
  horizonsDays?: readonly number[] | undefined;
  /** Takes the place of the bundled history that its columns fit. */
  histories?: readonly HistoryFile[] | undefined;
  forecasts?: readonly ScoredForecast[] | undefined;
  /** The compiled catalogue that ships, without one. */
  catalog?: Catalog | undefined;
}

/** Problems are rows of histories that could not be read. Throws ReadoutError for a file that is no known history. */
export function weighAgreementFile(agreement: Agreement, options: WeighAgreementOptions): Outcome<Weighing> {
  const catalog = options.catalog ?? loadCatalog();
  const imported = (options.histories ?? []).map(({ text, file }) => importHistory(text, file));
  const own = imported.map((outcome) => outcome.value);
  const value = weighAgreement(
    agreement,
    {
      classes: catalog.classes,
      histories: catalog.histories,
      classHistories: classHistoriesOf(catalog, own),
      backtests: backtestsOf(catalog, own),
      checklist: catalog.checklist,
      ...(options.forecasts ? { forecasts: options.forecasts } : {}),
    },
    { asOf: options.asOf, ...(options.horizonsDays ? { horizonsDays: options.horizonsDays } : {}) },
  );
  const told = imported.flatMap(({ value: { importer, records }, problems }, at) => [
    ...problems,
    ...useOf(options.histories![at]!.file, importer, records, catalog),
  ]);
  return { value, problems: told };
}

/** What to know of a user's history before its numbers are read: that no class draws on it, or that no unclear fate is in it. */
function useOf(
  file: string,
  { id, title }: ImportedHistory["importer"],
  records: readonly HistoryRecord[],
  catalog: Catalog,
): Problem[] {
  const warning = (code: string, message: string): Problem[] => [{ level: "warning", stage: "weigh", code, message }];
  if (!catalog.histories.some(({ importers }) => importers.includes(id)))
    return warning(
      "history-unused",
      `${file}: read as ${title}, which no class draws on. See readout history ${file}.`,
    );
  if (id !== "eth-prio-facts" || records.some(({ fate }) => fate === "unclear")) return [];
  return warning(
    "history-without-unclear",
    `${file}: holds no ceasefire of unclear fate, so the bounds are too narrow.`,
  );
}

/** A user's history by the classes it can fill, all classes for a data set that has none of its own; and its back-test. */
export function examineHistory({ text, file }: HistoryFile, catalog: Catalog = loadCatalog()): Outcome<HistorySummary> {
  const { value, problems } = importHistory(text, file);
  const history = catalog.histories.find(({ importers }) => importers.includes(value.importer.id));
  const classes = history ? catalog.classes.filter((entry) => entry.history === history.id) : catalog.classes;
  const backtest = backtestHistory(value.records, {
    history: history?.id ?? value.importer.id,
    classes,
    horizonsDays: HORIZONS_DAYS,
  });
  return {
    value: {
      importer: value.importer.id,
      title: value.importer.title,
      records: value.records.length,
      followed: value.records.filter(isFollowed).length,
      classes: classes.map(({ id, title, where }) => {
        const own = summariseClass(id, where, value.records);
        const n = Object.values(own.fates).reduce((sum, count) => sum + count, 0);
        return { id, title, n, fates: own.fates, fateBounds: fateBounds(own) };
      }),
      backtest,
    },
    problems,
  };
}

/** Of every class: from the user's records where given, else from what is bundled. */
export function classHistoriesOf(catalog: Catalog, imported: readonly ImportedHistory[]): ClassHistory[] {
  return catalog.histories.flatMap((history) => {
    const classes = catalog.classes.filter((entry) => entry.history === history.id);
    const own = imported.find(({ importer }) => history.importers.includes(importer.id));
    const records = own?.records ?? bundledRecords(history.id);
    if (records) return classes.map(({ id, where }) => summariseClass(id, where, records));
    const open = (name: string) => loadHistoryData(`${history.id}/${name}`);
    return readClassTables(open("fates-by-class.csv"), open("life-tables.csv"), classes);
  });
}

/** Of every history by its id: of the user's records where given, else as it was when the bundled data were made. */
export function backtestsOf(catalog: Catalog, imported: readonly ImportedHistory[]): Map<string, Backtest> {
  return new Map(
    catalog.histories.map(({ id, importers }) => {
      const own = imported.find((one) => importers.includes(one.importer.id));
      if (!own) return [id, JSON.parse(loadHistoryData(`${id}/backtest.json`)) as Backtest];
      const classes = catalog.classes.filter(({ history }) => history === id);
      return [id, backtestHistory(own.records, { history: id, classes, horizonsDays: HORIZONS_DAYS })];
    }),
  );
}

/** The records of a history that may be shipped; null where only sums may. */
export function bundledRecords(history: string): HistoryRecord[] | null {
  if (history !== "ucdp-peace-agreements") return null;
  const file = `${history}/agreements.csv`;
  return importHistory(loadHistoryData(file), file).value.records;
}
