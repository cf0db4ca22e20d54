/** Trained weights <-> one file: brotli over a JSON header and the models' arrays. */
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import type { LemmaTable } from "./lemma.js";
import type { SparseWeights } from "./linear-model.js";

/** Everything that is learned. */
export interface SyntaxWeights {
  /** The tagger's classes, "XPOS|UPOS". */
  tags: string[];
  /** The labeller's classes. */
  labels: string[];
  tagger: SparseWeights;
  parser: SparseWeights;
  labeller: SparseWeights;
  lemmas: LemmaTable;
}

const MODELS = ["tagger", "parser", "labeller"] as const;
const VERSION = 2;

interface Header {
  version: number;
  tags: string[];
  labels: string[];
  models: { classCount: number; rows: number; pairs: number }[];
  /** Verbs in their dictionary form. */
  verbs: readonly string[];
  lemmaBytes: number;
}

/** Layout: header length (4 bytes, little-endian), header, then for each model its row sizes, classes and weights, then the lemmas. */
export function encodeWeights(weights: SyntaxWeights): Buffer {
  const lemmas = Buffer.from([...weights.lemmas.exceptions].map(([key, lemma]) => `${key}\t${lemma}`).join("\n"));
  const header: Header = {
    version: VERSION,
    tags: weights.tags,
    labels: weights.labels,
    models: MODELS.map((name) => {
      const { classCount, rowStarts, classes } = weights[name];
      return { classCount, rows: rowStarts.length - 1, pairs: classes.length };
    }),
    verbs: weights.lemmas.verbs,
    lemmaBytes: lemmas.length,
  };
  const head = Buffer.from(JSON.stringify(header));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(head.length);
  const raw = Buffer.concat([size, head, ...MODELS.flatMap((name) => modelBytes(weights[name])), lemmas]);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
  };
  return brotliCompressSync(raw, { params });
}

/** The file's bytes without their compression, which the build does once so that no start has to. */
export function unpackWeights(file: Uint8Array): Buffer {
  return brotliDecompressSync(file);
}

/** Reads what `encodeWeights` wrote, unpacked; throws an Error on another version. */
export function decodeWeights(raw: Buffer): SyntaxWeights {
  const bodyStart = 4 + raw.readUInt32LE(0);
  const header = JSON.parse(raw.toString("utf8", 4, bodyStart)) as Header;
  if (header.version !== VERSION) throw new Error(`weights of version ${header.version}, this code reads ${VERSION}`);
  let at = bodyStart;
  const take = (bytes: number): Buffer => {
    at += bytes;
    return raw.subarray(at - bytes, at);
  };
  const [tagger, parser, labeller] = header.models.map(({ classCount, rows, pairs }) => ({
    classCount,
    rowStarts: startsOf(take(rows)),
    classes: take(pairs),
    weights: signed(take(pairs)),
  }));
  const exceptions = new Map<string, string>();
  for (const line of take(header.lemmaBytes).toString("utf8").split("\n")) {
    const tab = line.indexOf("\t");
    exceptions.set(line.slice(0, tab), line.slice(tab + 1));
  }
  const lemmas = { exceptions, verbs: header.verbs };
  return { tags: header.tags, labels: header.labels, tagger: tagger!, parser: parser!, labeller: labeller!, lemmas };
}

function modelBytes({ rowStarts, classes, weights }: SparseWeights): Uint8Array[] {
  const sizes = new Uint8Array(rowStarts.length - 1);
  for (let row = 0; row < sizes.length; row++) sizes[row] = rowStarts[row + 1]! - rowStarts[row]!;
  return [sizes, classes, Buffer.from(weights.buffer, weights.byteOffset, weights.length)];
}

function signed(bytes: Uint8Array): Int8Array {
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

function startsOf(sizes: Uint8Array): Uint32Array {
  const starts = new Uint32Array(sizes.length + 1);
  let total = 0;
  for (let row = 0; row < sizes.length; row++) starts[row + 1] = total += sizes[row]!;
  return starts;
}
