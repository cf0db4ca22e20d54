/** `readout user` and `readout token` as an admin calls them -> people and tokens, and what each may do by them. */
import { tmpdir } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CommandHome, commandHome, refusedIn, statementText } from "./command-home.js";
import { onEachDatabase } from "./each-database.js";

const PASSWORD = "correct horse battery";

onEachDatabase((url) => {
  let home: CommandHome;
  const tokens: Record<string, { id: string; token: string }> = {};
  const as = (name: string) => ({ env: { READOUT_TOKEN: tokens[name]!.token } });
  beforeAll(async () => {
    home = await commandHome(url);
    home.write("ru.md", statementText("2025-03-18", "Russia agreed to halt strikes on energy for 30 days."));
    await home.json("dossier new", ["call"]);
    await home.json("dossier add", ["call", "ru.md"]);
  });
  afterAll(() => home.remove());

  test("people are added and changed; a password is made and told once, or given, and none is there by default", async () => {
    expect(await home.json("user list")).toEqual({ users: [] });
    const made = await home.json("user add", ["Edith", "--role", "editor"]);
    expect(made.password).toMatch(/^[\w-]{24}$/);
    const given = await home.json("user add", ["Rita", "--password-stdin"], { input: `${PASSWORD}\n` });
    expect(given).toMatchObject({ name: "Rita", role: "reader", disabled: false });
    expect("password" in given).toBe(false);
    await home.json("user add", ["Ann", "--role", "analyst"]);
    const changed = await home.json("user change", ["Rita", "--role", "analyst", "--disable"]);
    expect(changed).toEqual({ ...given, role: "analyst", disabled: true });
    const { users } = await home.json("user list");
    expect(users.map(({ name, role, disabled }) => [name, role, disabled])).toEqual([
      ["Ann", "analyst", false],
      ["Edith", "editor", false],
      ["Rita", "analyst", true],
    ]);
    await home.json("user change", ["Rita", "--enable"]);
  });

  test("a token does what its scopes and its user's role let it, and nothing once it is revoked", async () => {
    for (const [user, scopes] of [
      ["Edith", "read,edit"],
      ["Ann", "read,read-unpublished,add,edit"],
    ] as const)
      tokens[user] = await home.json("token add", [user, "--scopes", scopes, "--title", `${user}'s program`]);
    expect((await home.json("dossier show", ["call"], as("Edith"))).records.map(({ kind }) => kind)).toEqual([
      "document",
    ]);
    expect((await home.json("dossier show", ["call"], as("Ann"))).records.length).toBeGreaterThan(1);
    const may = (name: string, args: string[]) => home.refused(1, args, as(name));
    expect(await may("Edith", ["review"])).toMatch(/Edith may not read-unpublished: the token's scopes leave it out/);
    expect(await may("Ann", ["dossier", "new", "x"])).toMatch(/Ann may not edit: the role is analyst/);
    expect(await may("Ann", ["user", "list"])).toMatch(/Ann may not administer/);
    const { id, revoked } = await home.json("token revoke", [tokens.Edith!.id]);
    expect(id).toBe(tokens.Edith!.id);
    expect(await may("Edith", ["dossier", "list"])).toMatch(/READOUT_TOKEN is unknown, revoked or expired/);
    const { tokens: listed } = await home.json("token list");
    expect(listed.map((token) => [token.user, token.title, token.revoked])).toEqual([
      ["Edith", "Edith's program", revoked],
      ["Ann", "Ann's program", null],
    ]);
    await home.json("user change", ["Ann", "--disable"]);
    expect(await may("Ann", ["dossier", "list"])).toMatch(/READOUT_TOKEN is unknown, revoked or expired/);
  });

  test("reads of what is unpublished leave a trail, those of what is published do not", async () => {
    const { reads } = await home.json("user audit");
    expect(reads.map(({ name, action, dossier }) => [name, action, dossier])).toEqual([["Ann", "read", "call"]]);
  });

  test("bad input is refused in one line, and no secret is told again", async () => {
    const refused: [args: string[], words: RegExp, input?: string][] = [
      [["user", "add", "Edith"], /there is a user "Edith" already/],
      [["user", "add", "<b>"], /"<b>" cannot be a name/],
      [["user", "add", "Kim", "--password-stdin"], /a password has 12 to 1000 characters/, "short"],
      [["user", "change", "Nobody", "--disable"], /there is no user "Nobody"/],
      [["token", "add", "Nobody"], /there is no user "Nobody"/],
      [["token", "revoke", "none"], /there is no token "none"/],
    ];
    for (const [args, words, input = ""] of refused) expect(await home.refused(2, args, { input })).toMatch(words);
    const all = JSON.stringify([await home.json("user list"), await home.json("token list")]);
    for (const { token } of Object.values(tokens)) expect(all).not.toContain(token.split("_").slice(2).join("_"));
  });
});

const wrongUsage: [args: string[], words: RegExp][] = [
  [["user", "add", "Kim", "--role", "king"], /--role: "king" is none of reader, analyst, editor, admin/],
  [["user", "change", "Kim", "--disable", "--enable"], /exclude one another/],
  [["token", "add", "Kim", "--scopes", "all"], /--scopes: "all" is no list of/],
  [["token", "add", "Kim", "--expires", "soon"], /--expires: "soon" is no date/],
  [["token", "revoke"], /write readout token revoke ID/],
];
test.each(wrongUsage)("%j", async (args, words) => {
  expect(await refusedIn(tmpdir(), {}, 2, args)).toMatch(words);
});
