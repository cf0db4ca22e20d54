/** A number of rows -> made-up subjects, the same in every run: days with ties, a third censored, three covariates. */

export interface MadeUp {
  time: Float64Array;
  event: Uint8Array;
  a: Float64Array;
  b: Float64Array;
  c: Float64Array;
}

export function madeUpSubjects(count: number): MadeUp {
  let seed = 20_250_318;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const column = () => Float64Array.from({ length: count }, random);
  const [a, b, c] = [column(), column(), column()];
  const time = a.map((value, row) => Math.ceil((-Math.log(random()) * 500) / Math.exp(value - b[row]!)));
  const event = Uint8Array.from({ length: count }, () => (random() < 0.67 ? 1 : 0));
  return { time, event, a, b, c };
}
