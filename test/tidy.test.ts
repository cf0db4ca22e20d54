/** The repository itself -> the invariants of ARCHITECTURE.md hold; each exception stands in one table, with its reason. */
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readCatalog } from "../src/catalog/read-catalog.js";
import { readInterface } from "../src/catalog/read-interface.js";
import { FLOW } from "../src/flow.js";
import type { Catalog } from "../src/model/catalog.js";
import { filesUnder, functionsOf, importsOf, MADE, openFile, ROOT, type SourceFile } from "./source-files.js";

type Rule = "file-length" | "function-length" | "opening-comment" | "default-export" | "layers";

/** What may break a rule, and why. An entry that is no longer needed fails. */
const EXCEPTIONS: readonly { rule: Rule; path: string; reason: string }[] = [
  { rule: "default-export", path: "vitest.config.ts", reason: "vitest reads its settings from the default export" },
  {
    rule: "function-length",
    path: "src/text/syntax/labeller.ts",
    reason: "one flat list of feature templates, with no branch to take out",
  },
  {
    rule: "function-length",
    path: "src/text/syntax/parse-features.ts",
    reason: "one flat list of feature templates, with no branch to take out",
  },
];

const LONGEST_FILE = 400;
const LONGEST_FUNCTION = 60;
const FEWEST_ACT_TRIGGERS = 250;
const FEWEST_ISSUES = 80;

const STAGES: readonly string[] = FLOW.map(({ stage }) => stage);

/** What each part of src/ may import, besides itself. pipeline*.ts and index.ts are looked at apart. */
const LAYERS: Record<string, readonly string[]> = {
  model: [],
  text: ["model"],
  numbers: [],
  survival: ["numbers", "model"],
  catalog: ["model", "text"],
  ...Object.fromEntries(STAGES.map((stage) => [stage, ["model", "text", "numbers"]])),
  weigh: ["model", "text", "numbers", "survival"],
  ledger: ["model", "text"],
  store: ["model", "text", "ledger"],
  engines: ["model", "text"],
  evaluation: ["model", "text"],
  network: ["model"],
  archive: ["model"],
  cli: [
    "pipeline",
    "pipeline-watch",
    "index",
    "flow",
    "publish",
    "text",
    "model",
    "catalog",
    "network",
    "archive",
    "web",
  ],
  web: ["publish", "text", "model"],
  client: ["web"],
  flow: [],
};

const src = filesUnder("src", [".ts", ".tsx"]);
const shipped = src.filter(({ path }) => !isTest(path));
const code = [
  ...src,
  ...filesUnder("test", [".ts"]),
  ...filesUnder("bench", [".ts"]),
  ...filesUnder("scripts", [".mjs", ".ts"]),
  openFile("vitest.config.ts"),
];

function isTest(path: string): boolean {
  return path.endsWith(".test.ts") || path.endsWith(".test.tsx");
}

/** A test beside the file it tests, whose opening comment speaks for both. */
function isBesideCode(path: string): boolean {
  return isTest(path) && existsSync(join(ROOT, path.replace(/\.test\.(tsx?)$/, ".$1")));
}

/** The paths, with what is wrong, that break a rule without standing among the exceptions. */
function broken(rule: Rule, files: readonly SourceFile[], fault: (file: SourceFile) => string | null): string[] {
  return files.flatMap((file) => {
    const what = fault(file);
    const excepted = EXCEPTIONS.some((entry) => entry.rule === rule && entry.path === file.path);
    if (excepted) return what === null ? [`${file.path}: needs its exception to "${rule}" no more`] : [];
    return what === null ? [] : [`${file.path}: ${what}`];
  });
}

/** The part of src/ that a path belongs to: a folder, or a file directly below it; all of pipeline*.ts are one. */
function partOf(path: string): string {
  return path.split("/")[1]!.replace(/^(pipeline)-.*|\.ts$/, "$1");
}

describe("files", () => {
  it(`have at most ${LONGEST_FILE} lines`, () => {
    expect(
      broken("file-length", code, ({ lines }) => (lines.length > LONGEST_FILE ? `${lines.length} lines` : null)),
    ).toEqual([]);
  });

  it(`hold no function above ${LONGEST_FUNCTION} lines`, () => {
    const tooLong = (file: SourceFile) => {
      const long = functionsOf(file).filter(({ lines }) => lines > LONGEST_FUNCTION);
      return long.length > 0 ? long.map(({ name, lines }) => `${name} has ${lines} lines`).join(", ") : null;
    };
    expect(broken("function-length", code, tooLong)).toEqual([]);
  });

  it("are named in kebab-case and for what they hold", () => {
    const named = /^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.config|\.d)?\.(ts|tsx|mjs)$/;
    const says = /(^|[/-])(utils?|helpers?|misc)[./]|(^|\/)common[./]/;
    expect(
      code.map(({ path }) => path).filter((path) => !named.test(path.split("/").at(-1)!) || says.test(path)),
    ).toEqual([]);
  });

  it("open with a comment that says what comes in and what goes out", () => {
    const opens = ({ lines }: SourceFile) => {
      const first = lines[0]?.startsWith("#!") ? lines[1] : lines[0];
      return first?.startsWith("/**") || first?.startsWith("// ") ? null : `opens with ${JSON.stringify(first ?? "")}`;
    };
    expect(
      broken(
        "opening-comment",
        code.filter(({ path }) => !isBesideCode(path)),
        opens,
      ),
    ).toEqual([]);
  });

  it("export by name", () => {
    const byDefault = ({ text }: SourceFile) => (/^export default\b/m.test(text) ? "has a default export" : null);
    expect(broken("default-export", code, byDefault)).toEqual([]);
  });
});

describe("layers", () => {
  it("import only what lies below them; stages never import one another; doors hold no rules", () => {
    const upward = (file: SourceFile) => {
      const part = partOf(file.path);
      const allowed = LAYERS[part];
      if (!allowed) return `src/${part} is in no layer`;
      const parts = importsOf(file)
        .filter((path) => path.startsWith("src/"))
        .map(partOf);
      const wrong = [...new Set(parts.filter((other) => other !== part && !allowed.includes(other)))];
      return wrong.length > 0 ? `imports ${wrong.join(", ")}` : null;
    };
    const layered = shipped.filter(({ path }) => !/^(pipeline(-\w+)?|index)$/.test(partOf(path)));
    expect(broken("layers", layered, upward)).toEqual([]);
  });

  it("let src/ import nothing outside itself", () => {
    const outside = shipped.flatMap((file) =>
      importsOf(file)
        .filter((path) => !path.startsWith("src/"))
        .map((path) => `${file.path}: ${path}`),
    );
    expect(outside).toEqual([]);
  });

  it("are joined by pipeline.ts and its parts alone; index.ts only passes names on", () => {
    const joins = shipped.filter(
      (file) =>
        new Set(
          importsOf(file)
            .map(partOf)
            .filter((part) => STAGES.includes(part)),
        ).size > 1,
    );
    const elsewhere = joins.filter(
      ({ path }) => !/^src\/(pipeline(-\w+)*\.ts|pipeline\/[\w-]+\.ts|index\.ts)$/.test(path),
    );
    expect(elsewhere.map(({ path }) => path)).toEqual([]);
    const statements = openFile("src/index.ts")
      .text.replace(/\/\*[\s\S]*?\*\//g, "")
      .split(";");
    expect(
      statements.map((one) => one.trim()).filter((one) => one !== "" && !/^export [\s\S]* from "/.test(one)),
    ).toEqual([]);
  });

  it("offer each verb of the flow in the library", async () => {
    const library: Record<string, unknown> = await import("../src/index.js");
    expect(FLOW.map(({ verb }) => verb).filter((verb) => typeof library[verb] !== "function")).toEqual([]);
  });
});

describe("documents", () => {
  it("show the flow in the README as src/flow.ts has it", () => {
    const rows = FLOW.map(({ stage, verb, input, output }) => `| ${stage} | \`${verb}\` | ${input} | ${output} |`);
    const table = ["| stage | verb | in | out |", "|---|---|---|---|", ...rows].join("\n");
    const shown = /<!-- stages: .*-->\n([\s\S]*?)\n<!-- end of stages -->/.exec(openFile("README.md").text)?.[1];
    expect(shown?.trim()).toBe(table);
  });

  it("name each part of src/ in ARCHITECTURE.md", () => {
    const { text } = openFile("ARCHITECTURE.md");
    const parts = new Set(shipped.map(({ path }) => path.split("/")[1]!));
    expect([...parts].filter((part) => !text.includes(part))).toEqual([]);
  });

  it("name each folder in ARCHITECTURE.md", () => {
    const { text } = openFile("ARCHITECTURE.md");
    const folders = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const written = folders.map(({ name }) => name).filter((name) => !name.startsWith(".") && !MADE.has(name));
    expect(written.filter((name) => !text.includes(`\`${name}/`))).toEqual([]);
  });

  it("link to files that exist", () => {
    const dead = filesUnder(".", [".md"]).flatMap(({ path, text }) =>
      [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)]
        .map((match) => match[1]!)
        .filter((target) => !existsSync(join(ROOT, dirname(path), target)))
        .map((target) => `${path}: ${target}`),
    );
    expect(dead).toEqual([]);
  });

  it("record decisions with context, decision and status, each in the list", () => {
    const list = openFile("docs/decisions/README.md").text;
    const records = filesUnder("docs/decisions", [".md"]).filter(({ path }) => !path.endsWith("README.md"));
    const faulty = records.filter(
      ({ path, text }) =>
        !list.includes(path.split("/").at(-1)!) ||
        !["Context", "Decision", "Status"].every((head) => text.includes(`## ${head}`)),
    );
    expect(faulty.map(({ path }) => path)).toEqual([]);
  });

  it("name no place of the machine they were written on", () => {
    // Absolute paths: nothing of a relative path stands before the first stroke.
    const places = [ROOT, `${dirname(ROOT)}/`]
      .filter((place) => place !== "//")
      .map((place) => new RegExp(`(?<![\\w.}/*)-])${place.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`));
    const told = filesUnder(".", [".ts", ".tsx", ".mjs", ".md", ".json", ".yaml", ".yml", ".txt", "NOTICE"]).flatMap(
      ({ path, lines }) =>
        lines.flatMap((line, at) => (places.some((place) => place.test(line)) ? [`${path}:${at + 1}`] : [])),
    );
    expect(told).toEqual([]);
  });
});

describe("tests and packages", () => {
  it("narrow or leave out no test", () => {
    const narrowed = code.filter(
      ({ path, text }) => isTest(path) && /\b(it|test|describe)\.(only|skip|todo)\b/.test(text),
    );
    expect(narrowed.map(({ path }) => path)).toEqual([]);
  });

  it("pin every package exactly", () => {
    const { dependencies, devDependencies } = JSON.parse(openFile("package.json").text) as Record<
      string,
      Record<string, string>
    >;
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });
});

describe("the catalogue", () => {
  let catalog: Catalog;
  beforeAll(() => {
    catalog = readCatalog(join(ROOT, "catalog"));
  });

  it(`holds at least ${FEWEST_ACT_TRIGGERS} entries for acts and ${FEWEST_ISSUES} issues`, () => {
    expect(catalog.triggers.filter(({ act }) => act !== null).length).toBeGreaterThanOrEqual(FEWEST_ACT_TRIGGERS);
    expect(catalog.issues.length).toBeGreaterThanOrEqual(FEWEST_ISSUES);
  });

  it("reads every file that lies in it", () => {
    const read = JSON.stringify([catalog, readInterface("catalog")]);
    const unread = filesUnder("catalog", [".yaml", ".yml"]).filter(({ text }) => {
      const ids = [...text.matchAll(/^(?:- (?:\{ )?)?id: "?([\w:-]+)/gm)].map((match) => match[1]!);
      return ids.length === 0 || ids.some((id) => !read.includes(`"id":"${id}"`));
    });
    expect(unread.map(({ path }) => path)).toEqual([]);
  });

  it("names only issues and targets that exist", () => {
    const issues = new Set(catalog.issues.map(({ id }) => id));
    const targets = new Set(catalog.targets.map(({ id }) => id));
    const lost = [
      ...catalog.issues.flatMap(({ id, broader }) =>
        broader.filter((other) => !issues.has(other)).map((other) => `${id} -> ${other}`),
      ),
      ...catalog.targets.flatMap(({ id, partOf: wholes }) =>
        wholes.filter((other) => !targets.has(other)).map((other) => `${id} -> ${other}`),
      ),
      ...catalog.agreements.flatMap(({ id, common, readings }) =>
        [common, ...readings]
          .flatMap((terms) => terms.targets ?? [])
          .filter((target) => target !== "any" && !targets.has(target))
          .map((target) => `${id} -> ${target}`),
      ),
      ...catalog.agreements.flatMap(({ id, issues: about }) =>
        (about ?? []).filter((issue) => !issues.has(issue)).map((issue) => `${id} -> ${issue}`),
      ),
      ...catalog.watchlists.flatMap((list) =>
        list.issues.filter(({ issue }) => !issues.has(issue)).map(({ issue }) => `${list.id} -> ${issue}`),
      ),
    ];
    expect(lost).toEqual([]);
  });
});
