/** A store of its own -> the site, the desk and the API over it, served on loopback, with people and tokens made as asked. */
import { join } from "node:path";
import { readInterface } from "../../src/catalog/read-interface.js";
import type { Person, Right } from "../../src/model/rights.js";
import { openNetwork } from "../../src/network/open-network.js";
import type { Store } from "../../src/store/open-store.js";
import type { Desk } from "../../src/web/desk.js";
import { readersOf } from "../../src/web/reader.js";
import { serve } from "../../src/web/serve.js";
import type { Site } from "../../src/web/site.js";
import { ROOT } from "../source-files.js";
import { testHome } from "../test-stores.js";

export const ADMIN: Person = { name: "Ann", role: "admin" };
export const PASSWORD = "a long enough password";

const ASSETS = { styles: ["/assets/page.css"], island: (name: string) => `/assets/${name}.js`, preload: () => [] };

export interface DeskServer {
  address: string;
  store: Store;
  site: Site;
  desk: Desk;
  /** Faults that were reported and not told. */
  faults: unknown[];
  /** A token in the admin's name. */
  token(scopes: readonly Right[]): Promise<string>;
  sendAlerts(): Promise<number>;
  /** The same application with another limit, on another port. */
  limited(apiLimit: number): Promise<string>;
  close(): Promise<void>;
}

/** The code as it was built, which finds its catalogue, assets and fonts beside it. */
function built<T>(path: string): Promise<T> {
  return import(join(ROOT, "dist", path)) as Promise<T>;
}

/** One after the other: these modules import one another. */
async function builtParts() {
  return {
    ...(await built<typeof import("../../src/store/open-store.js")>("store/open-store.js")),
    ...(await built<typeof import("../../src/pipeline-people.js")>("pipeline-people.js")),
    ...(await built<typeof import("../../src/pipeline-alerts.js")>("pipeline-alerts.js")),
    ...(await built<typeof import("../../src/pipeline/desk-of-store.js")>("pipeline/desk-of-store.js")),
    ...(await built<typeof import("../../src/pipeline/site-of-store.js")>("pipeline/site-of-store.js")),
    ...(await built<typeof import("../../src/pipeline/fetch-source.js")>("pipeline/fetch-source.js")),
    ...(await built<typeof import("../../src/web/app.js")>("web/app.js")),
  };
}

export async function startDesk(): Promise<DeskServer> {
  const { openStore, createApp, deskOfStore, siteOfStore, fetchSource, makeUser, makeToken, runAlerts } =
    await builtParts();
  const home = testHome(undefined);
  await (await home.open()).close();
  const store = await openStore({ env: home.env, schema: home.schema });
  await makeUser(store, ADMIN, ADMIN.name, "admin", PASSWORD);
  const network = openNetwork({ userAgent: "test", allowPrivate: true });
  const clock = { now: () => new Date(), sleep: async () => {} };
  const site = siteOfStore(store);
  const desk = deskOfStore(store, (id, address) => fetchSource(id, address, network, clock));
  const readers = readersOf(readInterface(join(ROOT, "catalog")));
  const faults: unknown[] = [];
  const closing: (() => Promise<void>)[] = [];
  const open = async (apiLimit: number) => {
    const report = (fault: unknown) => void faults.push(fault);
    const parts = {
      site,
      desk,
      firstCode: null,
      readers,
      assets: ASSETS,
      origin: "http://localhost",
      apiLimit,
      report,
    };
    const running = await serve(createApp(parts), { port: 0, host: "127.0.0.1" });
    closing.push(() => running.close());
    return `http://127.0.0.1:${running.port}`;
  };
  const address = await open(100_000);
  return {
    address,
    store,
    site,
    desk,
    faults,
    token: async (scopes) =>
      (await makeToken(store, ADMIN, ADMIN.name, { title: "test", scopes, expires: null })).token,
    sendAlerts: async () => {
      const post = async (target: string, headers: Record<string, string>, body: string) =>
        (await network.request(target, { method: "POST", headers, body })).status;
      return (await runAlerts(store, ADMIN, { post, mail: async () => {} })).delivered;
    },
    limited: open,
    close: async () => {
      await Promise.all(closing.map((close) => close()));
      await network.close();
      await store.close();
      await home.remove();
    },
  };
}
