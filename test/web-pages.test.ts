/** The pages of a made-up dossier as files: every address on them is one of the files, and every anchor stands in its page. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readInterface } from "../src/catalog/read-interface.js";
import { readersOf } from "../src/web/reader.js";
import { MADE_UP, writeMadeUpDossier } from "./made-up-dossier.js";
import { ROOT } from "./source-files.js";

const MOST_SCRIPT_BYTES = 15_000;

let folder: string;
let files: Map<string, Uint8Array>;

/** The code as it was built, which finds its catalogue, assets and fonts beside it. */
function built<T>(path: string): Promise<T> {
  return import(join(ROOT, "dist", path)) as Promise<T>;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "readout-files-"));
  await writeMadeUpDossier(folder);
  const [{ createApp }, { staticFiles }, { siteOfFolder }, { loadAssets }] = await Promise.all([
    built<typeof import("../src/web/app.js")>("web/app.js"),
    built<typeof import("../src/web/static-files.js")>("web/static-files.js"),
    built<typeof import("../src/pipeline/site-of-folder.js")>("pipeline/site-of-folder.js"),
    built<typeof import("../src/web/assets.js")>("web/assets.js"),
  ]);
  const site = await siteOfFolder(folder);
  const app = createApp({
    site,
    desk: null,
    firstCode: null,
    readers: readersOf(readInterface(join(ROOT, "catalog"))),
    assets: loadAssets(),
    origin: "https://readout.example",
    apiLimit: 10,
    report: (error) => {
      throw error;
    },
  });
  files = new Map();
  for await (const { path, bytes } of staticFiles(app, site)) files.set(path, bytes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const textOf = (path: string) => Buffer.from(files.get(path)!).toString("utf8");
const pages = () => [...files.keys()].filter((path) => path.endsWith(".html"));
const fileOf = (address: string) => `${address.slice(1)}${address.endsWith("/") ? "index.html" : ""}`;

/** Addresses of this site on a page, with their fragments. */
function addressesOn(path: string): { file: string; fragment: string }[] {
  const here = `/${path.replace(/index\.html$/, "")}`;
  return [...textOf(path).matchAll(/\s(?:href|src|data-explorer)="([^"]*)"/g)]
    .map(([, address]) => address!.replaceAll("&amp;", "&"))
    .filter((address) => /^[/#]/.test(address))
    .map((address) => {
      const [place, fragment = ""] = address.split("#") as [string, string?];
      return { file: fileOf(place === "" ? here : place), fragment };
    });
}

it("lead nowhere but to one another, and to anchors that are there", () => {
  const faults = pages().flatMap((path) =>
    addressesOn(path).flatMap(({ file, fragment }) => {
      if (!files.has(file)) return [`${path}: no file ${file}`];
      const isAnchor = fragment !== "" && !fragment.startsWith(":~:");
      return isAnchor && !textOf(file).includes(` id="${fragment}"`) ? [`${path}: no #${fragment} in ${file}`] : [];
    }),
  );
  expect([...new Set(faults)].slice(0, 20)).toEqual([]);
});

it("hold every page of the dossier in every language, and its picture", () => {
  const below = [
    "",
    "holding/",
    "map/",
    "sources/ua/",
    "sources/wire/",
    "forecasts/",
    "embed/",
    "embed/map/",
    "embed/2/",
  ];
  const wanted = ["", "uk/", "ru/", "ar/"].flatMap((language) =>
    below.map((path) => `${language}dossiers/${MADE_UP}/${path}index.html`),
  );
  expect(wanted.filter((path) => !files.has(path))).toEqual([]);
  expect([...files.keys()].filter((path) => path.startsWith(`dossiers/${MADE_UP}/pictures/`))).toHaveLength(1);
});

it("ask no other host for anything", () => {
  const foreign = pages().flatMap((path) => textOf(path).match(/\s(?:src|srcset|action|poster)="(?!\/)[^"]*"/g) ?? []);
  expect(foreign).toEqual([]);
});

it(`load at most ${MOST_SCRIPT_BYTES} bytes of script, compressed`, () => {
  const sizes = pages().map((path) => {
    const scripts = [...textOf(path).matchAll(/<script type="module" src="\/([^"]+)"/g)].map((match) => match[1]!);
    const imported = scripts.flatMap((script) =>
      [...textOf(script).matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)/g)].map((match) => `assets/${match[1]}`),
    );
    return [...new Set([...scripts, ...imported])].reduce(
      (sum, script) => sum + gzipSync(files.get(script)!).length,
      0,
    );
  });
  expect(Math.max(...sizes)).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
  expect(Math.max(...sizes)).toBeGreaterThan(0);
});
