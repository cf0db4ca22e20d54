/** A sentence with its heads -> the relation of each word to its head. */
import { featureKey } from "./feature-hash.js";
import { bestClass, type LinearModel } from "./linear-model.js";
import { AUX, type ParserInput } from "./parser-input.js";

/** At most this many features. */
export const LABEL_FEATURES = 48;
const features = new Uint32Array(LABEL_FEATURES);

/** Children of each place in order: those of `h` are `list[starts[h]]` to `list[starts[h + 1] - 1]`. */
export interface Children {
  starts: Int32Array;
  list: Int32Array;
}

/** Labels a tree: class numbers, one a token. Heads as `parseHeads` gives them. */
export function labelHeads(model: LinearModel, input: ParserInput, heads: Int32Array): Int32Array {
  const children = childrenOf(heads, input.length);
  const labels = new Int32Array(input.length);
  for (let child = 0; child < input.length; child++) {
    labels[child] = bestClass(model.score(features, labelFeatures(input, heads, children, child, features)));
  }
  return labels;
}

/** Children by head, in the order of the sentence. */
export function childrenOf(heads: Int32Array, length: number): Children {
  const starts = new Int32Array(length + 3);
  for (let i = 0; i < length; i++) starts[heads[i]! + 1]! += 1;
  for (let h = 0; h < length + 2; h++) starts[h + 1]! += starts[h]!;
  const fill = starts.slice();
  const list = new Int32Array(length);
  for (let i = 0; i < length; i++) list[fill[heads[i]!]!++] = i;
  return { starts, list };
}

/** Features of the arc from `child` to its head into `out`; returns their count. */
export function labelFeatures(
  input: ParserInput,
  heads: Int32Array,
  { starts, list }: Children,
  child: number,
  out: Uint32Array,
): number {
  const { length, words: W, tags: T, upos: P } = input;
  const none = length + 1;
  const head = heads[child]!;
  const grand = head < length ? heads[head]! : none;
  const direction = child < head ? 1 : 2;
  const distance = Math.min(5, Math.abs(child - head));
  const from = starts[child]!;
  const to = starts[child + 1]!;
  const first = from < to ? list[from]! : none;
  const second = from + 1 < to ? list[from + 1]! : none;
  const last = from < to ? list[to - 1]! : none;
  const left = first < child ? first : none;
  let before = none;
  let after = none;
  let aux = none;
  let between = 0;
  for (let k = starts[head]!; k < starts[head + 1]!; k++) {
    const sibling = list[k]!;
    if (sibling < child) {
      before = sibling;
      if (sibling > head) between++;
    } else if (sibling > child && after === none) after = sibling;
    if (sibling < head && P[sibling] === AUX) aux = sibling;
  }
  const previous = child > 0 ? child - 1 : none;
  const cw = W[child]!;
  const ct = T[child]!;
  const cp = P[child]!;
  const hw = W[head]!;
  const ht = T[head]!;
  const hp = P[head]!;
  const hpd = hp + direction;
  let k = 0;
  out[k++] = featureKey(200, 3);
  out[k++] = featureKey(201, cw);
  out[k++] = featureKey(202, ct);
  out[k++] = featureKey(203, hw);
  out[k++] = featureKey(204, ht);
  out[k++] = featureKey(205, ct, ht, direction);
  out[k++] = featureKey(206, cw, ht, direction);
  out[k++] = featureKey(207, ct, hw, direction);
  out[k++] = featureKey(208, cw, hw, direction);
  out[k++] = featureKey(209, cp, hp, distance * 4 + direction);
  out[k++] = featureKey(210, ct, T[first]!, direction);
  out[k++] = featureKey(211, W[first]!, cp, hpd);
  out[k++] = featureKey(212, W[first]!, hw, cp);
  out[k++] = featureKey(213, T[first]!, T[second]!, cp);
  out[k++] = featureKey(214, T[last]!, ct, hp);
  out[k++] = featureKey(215, W[last]!, cp);
  out[k++] = featureKey(216, T[grand]!, ht, ct);
  out[k++] = featureKey(217, T[before]!, ct, hpd);
  out[k++] = featureKey(218, T[after]!, ct, hpd);
  out[k++] = featureKey(219, T[previous]!, ct, hp);
  out[k++] = featureKey(220, T[child + 1]!, ct, hp);
  out[k++] = featureKey(221, W[aux]!, ht, cp + direction);
  out[k++] = featureKey(222, W[aux]!, hw, cp + direction);
  out[k++] = featureKey(223, P[before]!, P[after]!, cp);
  out[k++] = featureKey(224, between, cp, hpd);
  out[k++] = featureKey(225, W[left]!, cp, hw);
  out[k++] = featureKey(226, W[left]!, cw, hp);
  out[k++] = featureKey(227, hp, head === length ? 1 : 0, cp);
  out[k++] = featureKey(228, W[previous]!, cp, hpd);
  return k;
}
