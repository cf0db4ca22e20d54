/** The network as the program sees it: one guarded request at a time, bounded in bytes, time and redirects. */

export interface Limits {
  /** Of the body as it is sent. */
  bytes: number;
  /** Of the body after decompression. */
  unfoldedBytes: number;
  /** For all of it, redirects among it. */
  milliseconds: number;
  redirects: number;
}

export const LIMITS: Limits = { bytes: 10_000_000, unfoldedBytes: 20_000_000, milliseconds: 30_000, redirects: 5 };

export interface Request {
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string;
  limits?: Partial<Limits>;
}

/** An answer of any status; redirects have been followed (those of a POST are not). */
export interface Answer {
  /** The address that answered in the end. */
  address: string;
  status: number;
  /** Names in lower case; fields that came several times are joined by commas. */
  headers: Record<string, string>;
  /** Decompressed. */
  bytes: Uint8Array;
  /** Addresses on the way, from the one that was asked for to the one that answered. */
  way: string[];
}

export interface Network {
  /**
   * Throws ReadoutError `address-invalid`, `address-refused`, `host-unknown`, `fetch-failed`, `fetch-timeout`,
   * `fetch-too-large` or `fetch-redirects`; every message begins with the address.
   */
  request(address: string, request?: Request): Promise<Answer>;
  /** Ends what is kept open. */
  close(): Promise<void>;
}

/** Time, so that tests can give their own. */
export interface Clock {
  now(): Date;
  /** Resolves early when the signal says so. */
  sleep(milliseconds: number, until?: AbortSignal): Promise<void>;
}
