/** An installation's folder -> its Ed25519 key: made the first time, kept in a file of its owner's, never in the database. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import { join } from "node:path";
import { sha256, signedText } from "../ledger/seal.js";
import { keepSecret, makeHome } from "./home.js";

export interface SigningKey {
  /** First 16 figures of the SHA-256 of the public key. */
  id: string;
  /** SubjectPublicKeyInfo, DER in base64. */
  publicKey: string;
  /** Ed25519 signature of a text, base64. */
  sign(text: string): string;
  signEvent(hash: string): string;
}

export function signingKey(home: string): SigningKey {
  makeHome(home);
  const pem = keepSecret(join(home, "signing-key.pem"), () =>
    generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  );
  const secret = createPrivateKey(pem);
  const publicKey = createPublicKey(secret).export({ type: "spki", format: "der" });
  const signText = (text: string) => sign(null, Buffer.from(text), secret).toString("base64");
  return {
    id: sha256(publicKey).slice(0, 16),
    publicKey: publicKey.toString("base64"),
    sign: signText,
    signEvent: (hash) => signText(signedText(hash)),
  };
}
