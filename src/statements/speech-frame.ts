/** What the surface shows of who speaks in a sentence: the words that say so, and whom they name. */
import type { Mention } from "./mention.js";

/** Words that say who speaks ("the Kremlin said"): tokens `from` to `to` (exclusive) hold no act of their own. */
export interface SpeechFrame {
  from: number;
  to: number;
  speaker: Mention | undefined;
  /** Who passes the words on: "…, the agency quoted the envoy as saying". */
  through?: Mention;
  /** Whoever speaks in the rest of the sentence took it from here: "…, the agency said, citing two officials". */
  beneath?: true;
}
