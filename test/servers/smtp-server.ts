/** A mail server on loopback (RFC 5321, what a client needs to hand a mail over) -> the mails that it took. */

import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";

export interface TakenMail {
  from: string;
  to: string[];
  /** Header fields by their name in lower case, unfolded. */
  headers: Record<string, string>;
  /** Decoded where it was quoted-printable. */
  text: string;
}

export interface MailServer {
  /** `smtp://127.0.0.1:PORT`. */
  url: string;
  mails: TakenMail[];
  /** How many mails are turned away before one is taken (451: try again later). */
  turnAway: number;
  close(): Promise<void>;
}

export async function serveMail(): Promise<MailServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
    converse(socket, mailServer);
  });
  const mailServer: MailServer = {
    url: "",
    mails: [],
    turnAway: 0,
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  };
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  mailServer.url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return mailServer;
}

function converse(socket: Socket, server: MailServer): void {
  let [waiting, from, data] = ["", "", null as string[] | null];
  let to: string[] = [];
  const say = (line: string) => socket.write(`${line}\r\n`);
  const take = (line: string) => {
    if (data !== null) {
      if (line !== ".") return void data.push(line.replace(/^\./, ""));
      if (server.turnAway > 0) {
        server.turnAway--;
        say("451 try again later");
      } else {
        server.mails.push({ from, to, ...parsed(data) });
        say("250 taken");
      }
      data = null;
      return;
    }
    const [verb = ""] = line.toUpperCase().split(" ");
    if (verb === "DATA") data = [];
    if (verb === "MAIL") [from, to] = [addressIn(line), []];
    if (verb === "RCPT") to = [...to, addressIn(line)];
    say(verb === "DATA" ? "354 go on" : verb === "QUIT" ? "221 bye" : "250 made-up.example");
    if (verb === "QUIT") socket.end();
  };
  say("220 made-up.example");
  socket.setEncoding("utf8").on("data", (text: string) => {
    const lines = (waiting + text).split("\r\n");
    waiting = lines.pop()!;
    lines.forEach(take);
  });
}

function addressIn(line: string): string {
  return /<([^>]*)>/.exec(line)?.[1] ?? "";
}

function parsed(lines: readonly string[]): Pick<TakenMail, "headers" | "text"> {
  const end = lines.indexOf("");
  const head = lines
    .slice(0, end)
    .join("\n")
    .replace(/\n[ \t]+/g, " ");
  const headers = Object.fromEntries(
    head.split("\n").map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 2)]),
  );
  const body = lines.slice(end + 1).join("\n");
  const quoted = headers["content-transfer-encoding"] === "quoted-printable";
  return { headers, text: quoted ? unquoted(body) : body };
}

/** RFC 2045, section 6.7. */
function unquoted(body: string): string {
  const bytes = body
    .replace(/=\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
