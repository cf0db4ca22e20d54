#!/usr/bin/env node
// A dump or a proof of a Readout ledger -> whether it holds. Nothing but Node is needed, and no code of Readout's:
// what is checked, and how, stands in verifier/README.md, so that anybody can write it anew.
//
//   node verify.mjs DUMP.jsonl [ROOT.json]       every event, signature, record and quote; the published root
//   node verify.mjs PROOF.json [ROOT.json]       an inclusion or consistency proof, against a root published before
//
// Exit codes: 0 holds, 1 does not hold, 2 cannot be read.
import { createHash, createPublicKey, verify } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const sha256 = (...parts) => parts.reduce((sum, part) => sum.update(part), createHash("sha256")).digest();
const hex = (text) => Buffer.from(text, "hex");

/** RFC 8785: keys in order, no blanks. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const fields = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${fields.join(",")}}`;
}

function signed(text, signature, publicKey) {
  const key = createPublicKey({ key: Buffer.from(publicKey, "base64"), type: "spki", format: "der" });
  return verify(null, Buffer.from(text), key, Buffer.from(signature, "base64"));
}

const keyId = (publicKey) => sha256(Buffer.from(publicKey, "base64")).toString("hex").slice(0, 16);

const leaf = (hash) => sha256(Buffer.from([0]), hex(hash));
const node = (left, right) => sha256(Buffer.from([1]), left, right);

function rootOf(leaves) {
  if (leaves.length === 1) return leaves[0];
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return node(rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
}

/** RFC 9162, section 2.1.3.2. */
function includes(index, size, hash, path, root) {
  if (index >= size) return false;
  let [fn, sn, r] = [index, size - 1, leaf(hash)];
  for (const step of path.map(hex)) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      r = node(step, r);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn >>> 1, sn >>> 1];
    } else r = node(r, step);
    [fn, sn] = [fn >>> 1, sn >>> 1];
  }
  return sn === 0 && r.toString("hex") === root;
}

/** RFC 9162, section 2.1.4.2. */
function growsFrom(first, firstRoot, second, secondRoot, path) {
  if (first === second) return path.length === 0 && firstRoot === secondRoot;
  if (first < 1 || first > second || path.length === 0) return false;
  const steps = path.map(hex);
  if (Number.isInteger(Math.log2(first))) steps.unshift(hex(firstRoot));
  let [fn, sn] = [first - 1, second - 1];
  while (fn % 2 === 1) [fn, sn] = [fn >>> 1, sn >>> 1];
  let [fr, sr] = [steps[0], steps[0]];
  for (const step of steps.slice(1)) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      [fr, sr] = [node(step, fr), node(step, sr)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn >>> 1, sn >>> 1];
    } else sr = node(sr, step);
    [fn, sn] = [fn >>> 1, sn >>> 1];
  }
  return sn === 0 && fr.toString("hex") === firstRoot && sr.toString("hex") === secondRoot;
}

/** Why a signed root is not what it says; null when it is. */
function headFault({ dossier, size, root, at, key, publicKey, signature }) {
  if (keyId(publicKey) !== key) return "the key is not the one that the root names";
  return signed(`readout tree ${dossier} ${size} ${root} ${at}`, signature, publicKey)
    ? null
    : "the root's signature is false";
}

/** Two roots of one size must be one root, by one key. */
function publishedFault(head, published) {
  if (!published) return null;
  if (published.dossier !== head.dossier || published.key !== head.key)
    return "the published root is of another ledger or key";
  return published.size === head.size && published.root !== head.root
    ? "the proof leads to another root than the published one"
    : null;
}

function proofFault(proof, published) {
  const { head, path, size, root, seq, event, seal } = proof;
  const fault = headFault(head) ?? publishedFault(head, published);
  if (fault) return fault;
  if (proof.proves === "consistency") {
    if (published && published.size === size && published.root !== root)
      return "the proof starts from another root than the published one";
    return growsFrom(size, root, head.size, head.root, path) ? null : "the ledger did not grow from the earlier root";
  }
  if (published && published.size !== head.size)
    return `the proof is for the root of ${head.size} events, the published one for ${published.size}`;
  if (sha256(event).toString("hex") !== seal.hash) return "the event was altered";
  if (JSON.parse(event).seq !== seq || JSON.parse(event).dossier !== head.dossier) return "the event is another";
  return includes(seq - 1, head.size, seal.hash, path, head.root) ? null : "the event is not under the root";
}

/** Reads a dump line by line; returns what was counted, or throws the first fault. */
async function checkDump(path, published) {
  const keys = new Map();
  const chains = new Map();
  let [events, quotes, ended] = [0, 0, false];
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    const entry = JSON.parse(line);
    if (entry.key) {
      if (keyId(entry.key.publicKey) !== entry.key.id) throw `key ${entry.key.id} is not what its id says`;
      keys.set(entry.key.id, entry.key.publicKey);
    }
    if (entry.event) {
      quotes += checkEvent(entry, chains, keys);
      events++;
    }
    if (entry.record) checkRecord(entry.record, chains);
    if (entry.end) ended = entry.end.events === events;
  }
  if (!ended) throw "the dump ends before its end";
  for (const [dossier, { due }] of chains) if (due) throw `"${dossier}", event ${due.seq}: its record is missing`;
  if (published) checkPublished(published, chains);
  return `${events} events of ${chains.size} dossiers and ${quotes} quotes`;
}

function checkEvent({ event, seal }, chains, keys) {
  const { dossier, seq, previous, what } = event;
  const where = `"${dossier}", event ${seq}`;
  const chain = chains.get(dossier) ?? { hashes: [], texts: new Map(), due: null };
  chains.set(dossier, chain);
  if (chain.due) throw `"${dossier}", event ${chain.due.seq}: its record is missing`;
  if (seq !== chain.hashes.length + 1) throw `${where}: event ${chain.hashes.length + 1} is missing`;
  if (previous !== (chain.hashes.at(-1) ?? "0".repeat(64))) throw `${where}: it does not follow the event before`;
  if (sha256(canonical(event)).toString("hex") !== seal.hash) throw `${where}: it was altered`;
  if (!keys.has(seal.key) || !signed(`readout event ${seal.hash}`, seal.signature, keys.get(seal.key)))
    throw `${where}: its signature is false`;
  chain.hashes.push(seal.hash);
  if (what.type === "record-added") chain.due = { seq, ...what };
  const evidence = what.evidence
    ? [what.evidence]
    : (what.commitment?.readings ?? []).map((reading) => reading.evidence).filter(Boolean);
  for (const { document, textSha256, start, end, quote } of evidence)
    if (chain.texts.get(`${document} ${textSha256}`)?.slice(start, end) !== quote)
      throw `${where}: its quote does not stand in "${document}"`;
  return evidence.length;
}

function checkRecord({ dossier, seq, body, text }, chains) {
  const chain = chains.get(dossier);
  const { due } = chain ?? {};
  if (!due || due.seq !== seq) throw `"${dossier}", record of event ${seq}: no event says that it was added`;
  if (sha256(canonical(body)).toString("hex") !== due.sha256)
    throw `"${dossier}", event ${seq}: its record was altered`;
  if ((text === null ? null : sha256(text).toString("hex")) !== due.textSha256)
    throw `"${dossier}", event ${seq}: its text was altered`;
  if (due.kind === "document" && text !== null) chain.texts.set(`${due.id} ${due.textSha256}`, text);
  chain.due = null;
}

function checkPublished(head, chains) {
  const fault = headFault(head);
  if (fault) throw fault;
  const hashes = chains.get(head.dossier)?.hashes.slice(0, head.size) ?? [];
  if (hashes.length < head.size || rootOf(hashes.map(leaf)).toString("hex") !== head.root)
    throw `"${head.dossier}" has not grown from the published root`;
}

const [file, rootFile] = process.argv.slice(2);
if (!file) {
  console.error("Usage: node verify.mjs DUMP.jsonl|PROOF.json [ROOT.json]");
  process.exit(2);
}
try {
  const published = rootFile ? JSON.parse(readFileSync(rootFile, "utf8")) : undefined;
  const isProof = file.endsWith(".json");
  const fault = isProof ? proofFault(JSON.parse(readFileSync(file, "utf8")), published) : null;
  if (fault) throw fault;
  const checked = isProof ? "the proof" : await checkDump(file, published);
  console.log(
    `Holds: ${checked}.${published ? "" : " No published root was given: who made it could have made it anew."}`,
  );
} catch (fault) {
  console.error(typeof fault === "string" ? `Does not hold: ${fault}.` : `Cannot be read: ${fault.message}`);
  process.exitCode = typeof fault === "string" ? 1 : 2;
}
