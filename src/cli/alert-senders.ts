/** A network and the mail server that READOUT_SMTP_URL names -> how alerts leave the house. */
import { ReadoutError } from "../model/readout-error.js";
import type { Network } from "../network/network.js";
import type { Senders } from "../pipeline-alerts.js";
import type { Effects } from "./effects.js";

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
    const transport = createTransport(env.READOUT_SMTP_URL);
    const messageId = `<${id.replace(/[^\w.-]/g, ".")}@readout>`;
    await transport.sendMail({ from: env.READOUT_MAIL_FROM, to, subject, text, messageId });
    transport.close();
  };
}
