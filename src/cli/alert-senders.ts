/** A network and the environment -> how alerts leave the house: posted through the guard, mailed through the named server. */
import { ReadoutError } from "../model/problem.js";
import type { Network } from "../network/network.js";
import type { Senders, Sent } from "../pipeline-alerts.js";
import type { Effects } from "./effects.js";
import { tellNote } from "./tell-problems.js";

const PATIENCE_MS = 30_000;

export function sendersOf(network: Network, effects: Pick<Effects, "env">): Senders {
  return {
    post: async (address, headers, body) => (await network.request(address, { method: "POST", headers, body })).status,
    mail: mailer(effects),
  };
}

/** Through the server that READOUT_SMTP_URL names, which is loaded when the first mail is sent. */
function mailer({ env }: Pick<Effects, "env">): Senders["mail"] {
  return async (to, subject, text, id) => {
    if (!env.READOUT_SMTP_URL || !env.READOUT_MAIL_FROM)
      throw new ReadoutError("mail-unset", "READOUT_SMTP_URL and READOUT_MAIL_FROM are not set");
    const { createTransport } = await import("nodemailer");
    const transport = createTransport({
      url: env.READOUT_SMTP_URL,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
    });
    const messageId = `<${id.replace(/[^\w.-]/g, ".")}@readout>`;
    try {
      await transport.sendMail({ from: env.READOUT_MAIL_FROM, to, subject, text, messageId });
    } finally {
      transport.close();
    }
  };
}

/** One line on standard error for each that was not taken. */
export async function tellFailed({ failed }: Sent, effects: Effects): Promise<void> {
  for (const { reason, givenUp } of failed)
    await tellNote(
      `an alert was not taken: ${reason.replace(/\.$/, "")}. ${givenUp ? "It is given up." : "It will be tried again."}`,
      effects,
    );
}
