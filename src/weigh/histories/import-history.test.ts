import { describe, expect, it } from "vitest";
import { IMPORTERS, importHistory } from "./import-history.js";

/** One table a data set, in the form in which it is published; what is in it is made up. */
const TABLES: Record<string, string> = {
  "eth-prio-facts": `uniq_id,location,n,s,dec,e,ended,ned,fixed,ft,klass,partial,side,written,impl,enf,med,acd,hum,pp,hol,effyr,stop,t
1,Northland,2,2001-01-10,2001-01-09,2001-02-08,1,1,1,30,2,0,2,1,1,0,1,9,0,1,0,2001,2001-02-08,30
2,Northland,1,2003-05-01,2003-05-01,,0,1,0,0,1,1,1,0,0,0,0,9,0,0,0,2003,2020-12-31,6455`,
  "eth-prio": `cf_id,uniq_id,location,ucdp_acd_id,cf_dec_yr,cf_dec_month,cf_dec_day,cf_effect_yr,cf_effect_month,cf_effect_day,partial,written,fixed,fixed_time,ceasefire_class,mediator_nego,implement,enforcement,p_peaceprocess,end_yr,end_month,end_day,ended
1,1,Northland,9,2001,1,9,2001,1,10,0,1,1,30,2,UN,1,0,1,2001,2,8,1
2,1,Northland,9,2001,1,9,2001,1,10,0,1,1,30,2,UN,1,0,1,2001,2,8,1
3,2,Northland,9,2003,5,1,-1,-1,-1,1,0,0,-1,1,0,0,0,0,-1,-1,-1,0`,
  "ucdp-peace-agreements": `paid,conflict_id,conflict_name,pa_name,pa_date,duration,ended,pa_type,cease,pko,ddr,incompatibility
1,9,Northland: Government,Lake accord,2001-01-10,2001-02-09,True,2,1,0,0,2
2,9,Northland: Government,"Second accord,
in two lines",2003-05-01,,,1,1,1,1,"1, 2"`,
  "ucdp-terminations": `conflict_id,location,year,start_date2,c_epid,c_epterm,c_outcome,c_ependdate,type_of_conflict2
9,Northland,2000,2000-03-01,9-1,0,,,3
9,Northland,2001,2000-03-01,9-1,1,2,2001-01-10,3
9,Northland,2001,2001-02-09,9-2,0,,,3
9,Northland,2003,2001-02-09,9-2,1,1,2003-05-01,3
9,Northland,2004,2001-02-09,9-2,1,4,2004-05-01,3`,
  "pa-x": `Con,Contp,PP,PPName,AgtId,Ver,Agt,Dat,Status,Stage,EnOth
Northland,Government,1,Lake process,1,1,Lake accord,2001-01-10,Multiparty signed/agreed,Cea,1
Northland,Government,1,Lake process,2,1,Long accord,2003-05-01,Multiparty signed/agreed,SubComp,0`,
};

describe.each(IMPORTERS.map((importer) => [importer.id, importer] as const))("importer %s", (id, importer) => {
  const table = TABLES[id]!;

  it("is told by its columns, in any case, order and delimiter", () => {
    for (const text of [
      table,
      table.toUpperCase().replace("TRUE", "True"),
      table.replaceAll(",", ";").replaceAll('"1; 2"', '"1, 2"'),
    ])
      expect(importHistory(text, "table.csv").value.importer.id).toBe(id);
  });

  it("gives records with an id, a place, a conflict and what is known of their lengths", () => {
    const { value, problems } = importHistory(table, "table.csv");
    expect(problems).toEqual([]);
    expect(value.records.length).toBe(2);
    for (const record of value.records) {
      expect([record.id, record.place, record.conflict].every((word) => word.length > 0)).toBe(true);
      expect(record.startedOn).toMatch(/^200[13]-/);
      expect(record.days === null || record.days >= 0).toBe(true);
      expect(record.traits.kind).not.toBeNull();
    }
    expect(value.records.map(({ id: name }) => name)).toEqual(id === "ucdp-terminations" ? ["9-1", "9-2"] : ["1", "2"]);
  });

  it("names file, line and column of a row that it cannot read, and keeps the rest", () => {
    const broken = table.replace(/2003-05-01|2003,5,1/, (day) => (day.includes("-") ? "1 May 2003" : "2003,13,1"));
    const { value, problems } = importHistory(broken, "table.csv");
    expect(value.records.length).toBe(1);
    expect(problems[0]!.message).toMatch(/^table\.csv, line \d+: columns? ".*: .* is no day/);
  });

  it("has columns that no other importer's table has", () => {
    for (const [other, text] of Object.entries(TABLES)) {
      const columns = text.split("\n")[0]!.toLowerCase().split(",");
      expect(importer.columns.every((column) => columns.includes(column))).toBe(other === id);
    }
  });
});

describe("fates", () => {
  const fatesOf = (id: string) => importHistory(TABLES[id]!, "x").value.records.map(({ fate, days }) => [fate, days]);
  it.each([
    [
      "eth-prio-facts",
      [
        ["expired", 30],
        ["in-force", 6455],
      ],
    ],
    [
      "eth-prio",
      [
        ["expired", 30],
        ["in-force", 6455],
      ],
    ],
    [
      "ucdp-peace-agreements",
      [
        ["broke-down", 30],
        ["in-force", 6819],
      ],
    ],
    [
      "ucdp-terminations",
      [
        ["broke-down", 30],
        ["in-force", 610],
      ],
    ],
    [
      "pa-x",
      [
        ["unclear", null],
        ["unclear", null],
      ],
    ],
  ])("of %s", (id, expected) => expect(fatesOf(id)).toEqual(expected));
});

describe("importHistory", () => {
  it.each([
    ["name,age\na,1", "no known history has the columns name, age"],
    ["PK\u0003\u0004", "is a spreadsheet. Save it as CSV"],
    ["", "no known history"],
    [`${TABLES["pa-x"]!.split("\n")[0]}\n`, "none of 0 rows can be used"],
    ['a,b\n"1,2', "is no table of comma-separated values"],
  ])("refuses %j", (text, message) => expect(() => importHistory(text, "x.csv")).toThrow(message));
});
