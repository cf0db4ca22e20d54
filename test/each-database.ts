/** Tests of the store -> run on the embedded PostgreSQL and on the one that READOUT_TEST_DATABASE_URL names. */
import { afterAll, beforeAll, describe } from "vitest";
import type { Store, StoreOptions } from "../src/store/open-store.js";
import { DATABASES, type TestHome, testHome } from "./test-stores.js";

/** `define` says the tests; `url` is undefined for the embedded server. */
export function onEachDatabase(define: (url: string | undefined) => void): void {
  for (const { title, url, missing } of DATABASES) describe.skipIf(missing)(`on ${title}`, () => define(url));
}

export interface Opened {
  home: TestHome;
  store: Store;
}

/** A store that is open while the tests of a block run; its fields are there from the first of them on. */
export function storeFor(
  url: string | undefined,
  options: Partial<StoreOptions> = {},
  fill: (store: Store) => Promise<unknown> = async () => {},
): Opened {
  const opened = {} as Opened;
  beforeAll(async () => {
    opened.home = testHome(url);
    opened.store = await opened.home.open(options);
    await fill(opened.store);
  });
  afterAll(async () => {
    await opened.store.close();
    await opened.home.remove();
  });
  return opened;
}
