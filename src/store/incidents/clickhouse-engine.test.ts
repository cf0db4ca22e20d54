/** Two ClickHouse nodes with a Distributed table -> the answers of DuckDB, row for row; a node down is an error. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Nodes, startNodes } from "../../../test/clickhouse-nodes.js";
import { csvOf, openStore, readInto, temporaryFile, VOCABULARY } from "../../../test/made-up-incidents.js";
import { madeUpRow, madeUpTerms } from "../../../test/made-up-terms.js";
import { Agreement } from "../../model/agreement.js";
import { checkReadings, compileSeries, compileTerms } from "../../watch/compile-terms.js";
import { askAll, askMatches } from "./ask.js";
import { type ClickhouseEngine, openClickhouse } from "./clickhouse-engine.js";
import type { IncidentStore } from "./incident-store.js";

const server = process.env.READOUT_CLICKHOUSE;

describe.skipIf(!server)("two nodes of ClickHouse", () => {
  let nodes: Nodes;
  let store: IncidentStore;
  let engine: ClickhouseEngine;
  beforeAll(async () => {
    nodes = await startNodes(server!);
    store = await openStore();
    const rows = fc
      .sample(madeUpRow, { numRuns: 600, seed: 3 })
      .map((one, at) => ({ id: `e${at} "'\\`, title: "a\nb, 'c' \\", ...one }));
    await readInto(store, temporaryFile("rows.csv", csvOf(rows)));
    engine = await openClickhouse(nodes.urls);
    await engine.take(store.database);
  });
  afterAll(async () => {
    await engine.close();
    await store.close();
    await nodes.close();
  });

  it("hold the same rows, and again after a feed has changed", async () => {
    const all =
      "SELECT feed, id, day, earliest, latest, longitude, latitude, kind, who, place, actors, title FROM incidents ORDER BY id";
    expect(await engine.ask(all)).toEqual(await store.database.all(all));
    const rows = Array.from({ length: 3 }, (_, at) => ({ id: `new${at}`, date: "2025-03-07", country: "Ukraine" }));
    await readInto(store, temporaryFile("more.csv", csvOf(rows)));
    await engine.take(store.database);
    expect(await engine.ask("SELECT count(*) AS n FROM incidents")).toEqual(
      await store.database.all("SELECT count(*) AS n FROM incidents"),
    );
  });

  it("match as DuckDB does, row for row", async () => {
    const dictionaries = await store.dictionaries();
    for (const readings of fc.sample(fc.array(madeUpTerms, { minLength: 1, maxLength: 4 }), { numRuns: 8, seed: 5 })) {
      const agreement = Agreement.parse({
        id: "made-up",
        title: "Made up",
        parties: ["RUS"],
        readings: readings.map((one, at) => ({ id: `r${at}`, ...one })),
      });
      const checked = checkReadings(agreement, VOCABULARY);
      const terms = compileTerms(checked, dictionaries, VOCABULARY);
      const series = compileSeries(checked, dictionaries, VOCABULARY);
      expect(await askMatches(engine, terms, 100_000)).toEqual(await askMatches(store.engine, terms, 100_000));
      expect(await askAll(engine, terms, series)).toEqual(await askAll(store.engine, terms, series));
    }
  });

  it("make an error of a shard that is down, never a smaller number", async () => {
    await nodes.stop(1);
    await expect(engine.ask("SELECT count(*) AS n FROM incidents")).rejects.toMatchObject({
      code: "incidents-unreached",
    });
    await expect(openClickhouse(nodes.urls)).rejects.toMatchObject({ code: "incidents-unreached", exitCode: 1 });
  });
});
