/** A host's name -> the addresses it has, all of them checked: loopback, private, link-local and metadata ones are refused. */
import { lookup as lookUp } from "node:dns/promises";
import ipaddr from "ipaddr.js";
import { ReadoutError } from "../model/readout-error.js";

export interface GuardOptions {
  /** For tests, and for those who follow pages of their own network. */
  allowPrivate?: boolean | undefined;
  /** A name -> its addresses; the system's resolver by default. */
  lookup?: ((host: string) => Promise<string[]>) | undefined;
}

const MOST_ADDRESSES = 8;

/** Azure's channel to its own agents lies among the public addresses. */
const METADATA = new Set(["168.63.129.16"]);

/** True for a unicast address of the public internet, IPv4 or IPv6; what only wraps another address is not. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return parsed.range() === "unicast" && !METADATA.has(parsed.toString()) && !isCompatible(parsed);
}

/** "::127.0.0.1", an IPv4 address in the deprecated compatible form (RFC 4291, 2.5.5.1), and site-local fec0::/10. */
function isCompatible(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.kind() === "ipv4") return false;
  const { parts } = address as ipaddr.IPv6;
  return parts.slice(0, 6).every((part) => part === 0) || (parts[0]! & 0xffc0) === 0xfec0;
}

/**
 * Looked up once; whoever connects uses what comes back and never the name again. Throws ReadoutError `host-unknown`,
 * or `address-refused` where one of the addresses is not public.
 */
export async function resolveHost(host: string, options: GuardOptions = {}): Promise<string[]> {
  const name = host.replace(/^\[|\]$/g, "");
  const addresses = ipaddr.isValid(name) ? [name] : await addressesOf(name, options);
  const refused = options.allowPrivate ? undefined : addresses.find((address) => !isPublicAddress(address));
  if (refused === undefined) return addresses.slice(0, MOST_ADDRESSES);
  const leads = refused === name ? "is" : `leads to ${refused},`;
  const message = `${host} ${leads} an address that is not on the public internet, so it is not asked. Give a public address, or allow it with --allow-private.`;
  throw new ReadoutError("address-refused", message);
}

async function addressesOf(host: string, { lookup = systemLookup }: GuardOptions): Promise<string[]> {
  let addresses: string[];
  try {
    addresses = await lookup(host);
  } catch (cause) {
    throw new ReadoutError(
      "host-unknown",
      `${host}: there is no such host. Check the address and the network.`,
      1,
      cause,
    );
  }
  if (addresses.length > 0) return addresses;
  throw new ReadoutError("host-unknown", `${host}: has no address. Check the address and the network.`);
}

async function systemLookup(host: string): Promise<string[]> {
  return (await lookUp(host, { all: true, verbatim: false })).map(({ address }) => address);
}
