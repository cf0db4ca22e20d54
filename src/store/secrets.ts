/** Passwords and secrets -> hashes that can be kept, and whether a secret meets a hash. */
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";

/** What a person thinks of needs the slower one (OWASP, scrypt with 32 MB); 32 random bytes do not. */
const COSTS = {
  password: { N: 32_768, r: 8, p: 3, maxmem: 64 * 1024 * 1024 },
  token: { N: 16_384, r: 8, p: 1, maxmem: 32 * 1024 * 1024 },
} as const satisfies Record<string, ScryptOptions>;
const LENGTH = 32;

/** `scrypt:COST:SALT:HASH`. */
export async function hashSecret(secret: string, cost: keyof typeof COSTS): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(secret, salt, COSTS[cost]);
  return ["scrypt", cost, salt.toString("base64url"), hash.toString("base64url")].join(":");
}

/** Takes as long for a hash that is missing as for one that does not fit. */
export async function meetsHash(secret: string, hash: string | undefined): Promise<boolean> {
  const [, cost = "password", salt = "", expected = ""] = (hash ?? "").split(":");
  const derived = await derive(secret, Buffer.from(salt, "base64url"), COSTS[cost as keyof typeof COSTS]);
  const wanted = Buffer.from(expected, "base64url");
  return hash !== undefined && wanted.length === LENGTH && timingSafeEqual(derived, wanted);
}

export function randomSecret(): string {
  return randomBytes(32).toString("base64url");
}

function derive(secret: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((done, failed) =>
    scrypt(secret.normalize("NFKC"), salt, LENGTH, options, (error, key) => (error ? failed(error) : done(key))),
  );
}
