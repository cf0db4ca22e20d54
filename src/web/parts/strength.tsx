/** How far words bind (0 to 1) -> four bars and the word for it. */
import type { Reader } from "../reader.js";

/** The steps of `docs/decisions/0003-strength-scale.md` as readers meet them. */
const STEPS = [
  [0.85, "firm"],
  [0.6, "fairly-firm"],
  [0.35, "soft"],
  [0, "none"],
] as const;

const WIDTH = 22;
const BAR = 4;

export function Strength({ strength, reader }: { strength: number; reader: Reader }) {
  const step = STEPS.findIndex(([from]) => strength >= from);
  return (
    <span class="strength">
      <svg class="meter" width={WIDTH} height="10" viewBox={`0 0 ${WIDTH} 10`} aria-hidden="true">
        {STEPS.map((_, at) => (
          <rect
            class={at < STEPS.length - step ? "on" : "off"}
            x={at * (BAR + 2)}
            y={6 - at * 2}
            width={BAR}
            height={4 + at * 2}
            key={STEPS[at]![1]}
          />
        ))}
      </svg>
      {reader.t(`strength-${STEPS[step]![1]}`)}
    </span>
  );
}
