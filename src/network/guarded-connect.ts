/** A connector for undici that looks a host up once, checks the addresses, and connects to one of those and no other. */
import { buildConnector } from "undici";
import { type GuardOptions, resolveHost } from "./address-guard.js";

const CONNECT_MILLISECONDS = 10_000;

/** The certificate is checked against the name that was asked for, not against the address. */
export function guardedConnect(guard: GuardOptions): buildConnector.connector {
  const connect = buildConnector({ timeout: CONNECT_MILLISECONDS, allowH2: false });
  return (options, callback) => {
    resolveHost(options.hostname, guard).then(
      (addresses) => tryEach(connect, options, addresses, callback),
      (error: Error) => callback(error, null),
    );
  };
}

/** The next address where one cannot be reached; the last one's error where none can. */
function tryEach(
  connect: buildConnector.connector,
  options: buildConnector.Options,
  [address, ...others]: readonly string[],
  callback: buildConnector.Callback,
): void {
  const answered: buildConnector.Callback = (...answer) => {
    if (answer[0] && others.length > 0) tryEach(connect, options, others, callback);
    else callback(...answer);
  };
  connect({ ...options, hostname: address! }, answered);
}
