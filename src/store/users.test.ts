import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestHome, testHome } from "../../test/test-stores.js";
import { mayDo, Right } from "../model/rights.js";
import type { Store } from "./open-store.js";
import { endSession, openSession, personOfSession } from "./sessions.js";
import { addToken, listTokens, personOfToken, revokeToken } from "./tokens.js";
import { addUser, changeUser, listUsers, personOfPassword } from "./users.js";

const PASSWORD = "correct horse battery";
let home: TestHome;
let store: Store;
let now = Date.parse("2026-01-01T00:00:00Z");
beforeAll(async () => {
  home = testHome(undefined);
  store = await home.open({ now: () => now });
  await addUser(store, "Edith", "editor", PASSWORD);
});
afterAll(async () => {
  await store.close();
  await home.remove();
});

test("nobody is there from the start, and no password is kept", async () => {
  expect((await listUsers(store.database)).map(({ name }) => name)).toEqual(["Edith"]);
  const [row] = await store.database.query<{ password: string }>("select password from users");
  expect(row!.password).toMatch(/^scrypt:password:/);
  expect(row!.password).not.toContain(PASSWORD);
});

test.each([
  ["Edith", PASSWORD, { name: "Edith", role: "editor" }],
  ["Edith", "correct horse batterx", null],
  ["Nobody", PASSWORD, null],
  ["Edith", "x".repeat(5000), null],
])("%s with a password", async (name, password, person) => {
  expect(await personOfPassword(store.database, name, password)).toEqual(person);
});

test.each([
  ["Edith", PASSWORD, "user-known"],
  ["x", "short", "password-weak"],
  ["<script>", PASSWORD, "user-name"],
])("a user %s cannot be added", async (name, password, code) => {
  await expect(addUser(store, name, "reader", password)).rejects.toMatchObject({ code });
});

test("a session ends by time, by hand, and with its user's password", async () => {
  const person = { name: "Edith", role: "editor" as const };
  const open = () => openSession(store, person);
  const [byTime, byHand] = [await open(), await open()];
  expect(await personOfSession(store, byTime.secret)).toEqual(person);
  await endSession(store, byHand.secret);
  expect(await personOfSession(store, byHand.secret)).toBe(null);
  now += 12 * 3_600_000 + 1;
  expect(await personOfSession(store, byTime.secret)).toBe(null);
  const byPassword = await open();
  await changeUser(store, "Edith", { password: `${PASSWORD}!` });
  expect(await personOfSession(store, byPassword.secret)).toBe(null);
  await expect(changeUser(store, "Nobody", { role: "admin" })).rejects.toMatchObject({ code: "user-unknown" });
});

test("a token does what its scopes say, until it is revoked or expires, and never when its user is disabled", async () => {
  const expires = new Date(now + 1000).toISOString();
  const { token, id } = await addToken(store, "Edith", { title: "a script", scopes: ["read"], expires: null });
  const brief = await addToken(store, "Edith", { title: "brief", scopes: ["read", "edit"], expires });
  const person = (await personOfToken(store, token))!;
  expect(Right.options.filter((right) => mayDo(person, right))).toEqual(["read"]);
  expect(await personOfToken(store, `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`)).toBe(null);
  expect(await personOfToken(store, "rdo_x")).toBe(null);
  expect(await personOfToken(store, brief.token)).toMatchObject({ scopes: ["read", "edit"] });
  now += 1001;
  expect(await personOfToken(store, brief.token)).toBe(null);
  await changeUser(store, "Edith", { disabled: true });
  expect(await personOfToken(store, token)).toBe(null);
  await changeUser(store, "Edith", { disabled: false });
  expect(await personOfToken(store, token)).not.toBe(null);
  await revokeToken(store, id);
  expect(await personOfToken(store, token)).toBe(null);
  expect(JSON.stringify(await listTokens(store.database))).not.toContain(token.split("_")[2]);
});
