/** `readout alert` as a user calls it -> a webhook's receiver and a mail server on loopback are told, at least once, and once where all goes well. */
import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Alert, AlertKind } from "../src/model/alert.js";
import { BINARY, type CommandHome, commandHome, refusedIn, statementText } from "./command-home.js";
import { onEachDatabase } from "./each-database.js";
import { type LoopbackServer, serve } from "./servers/loopback-server.js";
import { type MailServer, serveMail } from "./servers/smtp-server.js";

const SAID = "Russia agreed to halt strikes on energy infrastructure for 30 days.";
const DENIED = "Russia denied that it had agreed to halt strikes on energy infrastructure.";
const SHARED = { dossier: "call", commitment: "halt" };

interface Posted {
  headers: IncomingMessage["headers"];
  body: string;
}

onEachDatabase((url) => {
  let home: CommandHome;
  let hook: LoopbackServer;
  let mail: MailServer;
  let secret = "";
  let answers: number[] = [];
  const posted: Posted[] = [];
  const address = () => `${hook.origin}/hook`;
  const mailing = () => ({ READOUT_SMTP_URL: mail.url, READOUT_MAIL_FROM: "readout@example.org" });
  const send = (...args: string[]) =>
    home.run(["alert", "run", "--allow-private", "--json", ...args], { env: mailing() });
  const sent = async () => JSON.parse((await send()).out) as { delivered: number; failed: { reason: string }[] };

  /** The alerts that came since it was asked last; each with a signature that its receiver can check. */
  const told = () =>
    posted.splice(0).map(({ headers, body }) => {
      const [, seconds, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(headers["readout-signature"] as string)!;
      expect(signature).toBe(createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex"));
      return { ...Alert.parse(JSON.parse(body)), delivery: headers["readout-delivery"] };
    });

  /** What failed is due again after a while; here the while is over. */
  const later = async () => {
    const store = await home.open();
    await store.database.query(
      "update deliveries set next_at = now() - interval '1 minute' where delivered_at is null",
    );
    await store.close();
  };

  beforeAll(async () => {
    [hook, mail, home] = await Promise.all([serve({}), serveMail(), commandHome(url)]);
    hook.routes["/hook"] = (request: IncomingMessage, response: ServerResponse) => {
      let body = "";
      request.setEncoding("utf8").on("data", (text: string) => {
        body += text;
      });
      request.on("end", () => {
        const status = answers.shift() ?? 204;
        if (status === 204) posted.push({ headers: request.headers, body });
        response.writeHead(status).end();
      });
      return undefined;
    };
    home.write("ru.md", statementText("2025-03-18", SAID));
    home.write("later.md", statementText("2025-03-20", DENIED));
    await home.json("dossier new", ["call"]);
    const { added } = await home.json("dossier add", ["call", "ru.md"]);
    const act = added.find(({ kind }) => kind === "act")!;
    await home.json("ledger confirm", [act.id, "--id", "halt", "--title", "Halt to strikes"]);
  });
  afterAll(() => Promise.all([home.remove(), hook.close(), mail.close()]));

  const statusOfRussia = (status: string) =>
    home.json("ledger status", ["halt", "RUS", status, "--document", "ru", "--quote", SAID, "--on", "2025-03-19"]);

  test("alerts are asked for by address or mailbox, with a secret that is told once", async () => {
    const made = await home.json("alert add", [address()]);
    secret = made.secret!;
    expect(secret.length).toBeGreaterThan(30);
    const asked = await home.json("alert add", ["desk@example.org", "--kinds", "status,denial"]);
    expect(asked).toEqual({ id: expect.any(String) });
    const { alerts } = await home.json("alert list");
    expect(alerts.map(({ id, channel, target, kinds }) => ({ id, channel, target, kinds }))).toEqual([
      { id: made.id, channel: "webhook", target: address(), kinds: AlertKind.options },
      { id: asked.id, channel: "email", target: "desk@example.org", kinds: ["status", "denial"] },
    ]);
    expect(JSON.stringify(alerts)).not.toContain(secret);
    expect(await sent()).toEqual({ delivered: 0, failed: [] });
  });

  test("an address of this machine is refused like any that is fetched, unless it is let through", async () => {
    await statusOfRussia("suspended");
    const { code, out } = await home.run(["alert", "run", "--json"], { env: mailing() });
    expect([code, JSON.parse(out)]).toMatchObject([
      3,
      { delivered: 1, failed: [{ reason: expect.stringContaining("not on the public internet"), givenUp: false }] },
    ]);
    expect(hook.asked).toEqual([]);
    expect(mail.mails.splice(0)).toMatchObject([
      {
        from: "readout@example.org",
        to: ["desk@example.org"],
        headers: { subject: "Readout: Halt to strikes: suspended" },
        text: expect.stringContaining(`“${SAID}”`),
      },
    ]);
  });

  test("what a receiver does not take comes again under the same id until it does, and then no more", async () => {
    answers = [500, 503];
    await later();
    const first = await send();
    expect([first.code, JSON.parse(first.out)]).toMatchObject([
      3,
      { failed: [{ reason: expect.stringContaining("500") }] },
    ]);
    expect(first.err).toMatch(/an alert was not taken: the target answered 500/);
    expect(await sent()).toEqual({ delivered: 0, failed: [] });
    await later();
    expect(await sent()).toMatchObject({ failed: [{ reason: expect.stringContaining("503") }] });
    await later();
    expect(await sent()).toEqual({ delivered: 1, failed: [] });
    await later();
    expect(await sent()).toEqual({ delivered: 0, failed: [] });
    expect(hook.asked).toHaveLength(3);
    expect(told()).toMatchObject([{ ...SHARED, kind: "status", title: "Halt to strikes: suspended" }]);
  });

  test("a mail server that turns a mail away gets it again", async () => {
    mail.turnAway = 1;
    await statusOfRussia("in-force");
    expect(await sent()).toMatchObject({ delivered: 1, failed: [{ reason: expect.stringContaining("451") }] });
    await later();
    expect(await sent()).toEqual({ delivered: 1, failed: [] });
    expect(mail.mails.splice(0).map(({ headers }) => headers.subject)).toEqual(["Readout: Halt to strikes: in force"]);
    expect(told()).toMatchObject([{ kind: "status" }]);
  });

  test("a denial that an editor published and a silent edit are told, what waits is not", async () => {
    await home.json("dossier add", ["call", "later.md"]);
    expect(await sent()).toEqual({ delivered: 0, failed: [] });
    const { waiting } = await home.json("review list");
    await home.json("review publish", ["later-word", waiting.find(({ kind }) => kind === "later-word")!.id]);
    home.write("ru.md", statementText("2025-03-18", SAID.replace("30 days", "some time")));
    await home.json("dossier add", ["call", "ru.md"]);
    expect(await sent()).toEqual({ delivered: 3, failed: [] });
    expect(told()).toMatchObject([
      {
        ...SHARED,
        kind: "denial",
        title: "Halt to strikes: RUS is denying",
        text: expect.stringContaining("Russia denied"),
      },
      { kind: "silent-edit", dossier: "call", title: "ru was changed after it was published" },
    ]);
    expect(mail.mails.splice(0).map(({ headers }) => headers.subject)).toEqual([
      "Readout: Halt to strikes: RUS is denying",
    ]);
  });

  test("a lapse is told by the loop when its moment comes, once; Ctrl+C ends the loop", async () => {
    const { commitments } = await home.json("ledger show", ["halt"]);
    const [{ commitment }] = commitments as [(typeof commitments)[0]];
    const soon = new Date(Date.now() + 5000).toISOString();
    const readings = [{ ...commitment.readings[0]!, durationDays: undefined, starts: "2025-03-18", ends: soon }];
    home.write("halt.json", JSON.stringify({ ...commitment, readings }));
    await home.json("ledger amend", ["halt.json", "--because", "as extended"]);
    const loop = spawn(process.execPath, [BINARY, "alert", "run", "--every", "1", "--allow-private", "--json"], {
      cwd: home.folder,
      env: { ...home.env, ...mailing() },
    });
    const ended = new Promise<number | null>((done) => loop.once("close", done));
    const came = new Promise<string>((done) => loop.stdout.setEncoding("utf8").once("data", done));
    expect(JSON.parse(await came)).toEqual({ delivered: 1, failed: [] });
    loop.kill("SIGINT");
    expect(await ended).toBe(0);
    expect(told()).toMatchObject([{ ...SHARED, kind: "lapse", title: "Halt to strikes: lapsed under ru", on: soon }]);
    expect(await sent()).toEqual({ delivered: 0, failed: [] });
  });

  test("serve sends by itself, and ends cleanly", async () => {
    const server = spawn(process.execPath, [BINARY, "serve", "--port", "0", "--allow-private"], {
      cwd: home.folder,
      env: { ...home.env, ...mailing() },
    });
    const ended = new Promise<number | null>((done) => server.once("close", done));
    await home.json("ledger status", ["halt", "UKR", "accepted", "--document", "ru", "--quote", SAID.slice(0, 40)]);
    await expect.poll(() => posted.length + mail.mails.length, { timeout: 50_000, interval: 100 }).toBe(2);
    server.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(told()).toMatchObject([{ ...SHARED, kind: "status", title: "Halt to strikes: accepted" }]);
  });

  test("who is removed is told no more; an unknown alert is refused", async () => {
    const { alerts } = await home.json("alert list");
    for (const { id } of alerts) expect(await home.json("alert remove", [id])).toEqual({ id, removed: true });
    expect(await home.json("alert list")).toEqual({ alerts: [] });
    expect(await home.refused(2, ["alert", "remove", alerts[0]!.id])).toMatch(/there is no subscription/);
    expect(await home.refused(2, ["alert", "add", "https://example.org", "--dossier", "none"])).toMatch(
      /there is no dossier "none"/,
    );
  });
});

const wrongUsage: [args: string[], words: RegExp][] = [
  [["alert", "add"], /write readout alert add TARGET/],
  [["alert", "add", "x@example.org", "--kinds", "all"], /--kinds: "all" is no list of/],
  [["alert", "run", "--every", "0"], /--every: "0" is no number of seconds/],
];
test.each(wrongUsage)("%j", async (args, words) => {
  expect(await refusedIn(tmpdir(), {}, 2, args)).toMatch(words);
});
