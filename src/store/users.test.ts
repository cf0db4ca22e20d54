import { expect, test } from "vitest";
import { onEachDatabase, storeFor } from "../../test/each-database.js";
import { mayDo, Right } from "../model/rights.js";
import { endSession, openSession, personOfSession } from "./sessions.js";
import { addToken, listTokens, personOfToken, revokeToken } from "./tokens.js";
import { addUser, changeUser, listUsers, personOfPassword } from "./users.js";

const PASSWORD = "correct horse battery";
onEachDatabase((url) => {
  let now = Date.parse("2026-01-01T00:00:00Z");
  const opened = storeFor(url, { now: () => now }, (store) => addUser(store, "Edith", "editor", PASSWORD));

  test("nobody is there from the start, and no password is kept", async () => {
    expect((await listUsers(opened.store.database)).map(({ name }) => name)).toEqual(["Edith"]);
    const [row] = await opened.store.database.query<{ password: string }>("select password from users");
    expect(row!.password).toMatch(/^scrypt:password:/);
    expect(row!.password).not.toContain(PASSWORD);
  });

  test.each([
    ["Edith", PASSWORD, { name: "Edith", role: "editor" }],
    ["Edith", "correct horse batterx", null],
    ["Nobody", PASSWORD, null],
    ["Edith", "x".repeat(5000), null],
  ])("%s with a password", async (name, password, person) => {
    expect(await personOfPassword(opened.store.database, name, password)).toEqual(person);
  });

  test.each([
    ["Edith", PASSWORD, "user-known"],
    ["x", "short", "password-weak"],
    ["<script>", PASSWORD, "user-name"],
  ])("a user %s cannot be added", async (name, password, code) => {
    await expect(addUser(opened.store, name, "reader", password)).rejects.toMatchObject({ code });
  });

  test("a session ends by time, by hand, and with its user's password", async () => {
    const person = { name: "Edith", role: "editor" as const };
    const open = () => openSession(opened.store, person);
    const [byTime, byHand] = [await open(), await open()];
    expect(await personOfSession(opened.store, byTime.secret)).toEqual(person);
    await endSession(opened.store, byHand.secret);
    expect(await personOfSession(opened.store, byHand.secret)).toBe(null);
    now += 12 * 3_600_000 + 1;
    expect(await personOfSession(opened.store, byTime.secret)).toBe(null);
    const byPassword = await open();
    await changeUser(opened.store, "Edith", { password: `${PASSWORD}!` });
    expect(await personOfSession(opened.store, byPassword.secret)).toBe(null);
    await expect(changeUser(opened.store, "Nobody", { role: "admin" })).rejects.toMatchObject({ code: "user-unknown" });
  });

  test("a token does what its scopes say, until it is revoked or expires, and never when its user is disabled", async () => {
    const expires = new Date(now + 1000).toISOString();
    const { token, id } = await addToken(opened.store, "Edith", { title: "a script", scopes: ["read"], expires: null });
    const brief = await addToken(opened.store, "Edith", { title: "brief", scopes: ["read", "edit"], expires });
    const person = (await personOfToken(opened.store, token))!;
    expect(Right.options.filter((right) => mayDo(person, right))).toEqual(["read"]);
    expect(await personOfToken(opened.store, `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`)).toBe(null);
    expect(await personOfToken(opened.store, "rdo_x")).toBe(null);
    expect(await personOfToken(opened.store, brief.token)).toMatchObject({ scopes: ["read", "edit"] });
    now += 1001;
    expect(await personOfToken(opened.store, brief.token)).toBe(null);
    await changeUser(opened.store, "Edith", { disabled: true });
    expect(await personOfToken(opened.store, token)).toBe(null);
    await changeUser(opened.store, "Edith", { disabled: false });
    expect(await personOfToken(opened.store, token)).not.toBe(null);
    await revokeToken(opened.store, id);
    expect(await personOfToken(opened.store, token)).toBe(null);
    expect(JSON.stringify(await listTokens(opened.store.database))).not.toContain(token.split("_").slice(2).join("_"));
  });
});
