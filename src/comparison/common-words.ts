/** A stem -> whether nearly every readout uses it, so that two clauses sharing it share little. */
import { stemWords } from "./stem-words.js";

/** Who meets, the verbs of reporting, and the stock phrases of diplomacy. Grammar words never reach this point. */
const COMMON = new Set(
  stemWords(
    "president minister prime secretary leader vice chancellor adviser spokesperson official government administration " +
      "state nation country united people party side both two two-sided colleague counterpart " +
      "say tell speak discuss talk meet call share state stress underscore emphasise highlight note reaffirm reiterate affirm " +
      "express welcome thank mention raise address inform brief review exchange agree commit support continue work make take " +
      "include provide ensure strengthen develop promote advance increase expand build help need effort step measure way " +
      "importance important issue matter question topic regard situation view position context general various further " +
      "additional recent ongoing current future year week month day today time " +
      "million billion thousand percent dollar region regional international global world " +
      "cooperation relation partner partnership ally bilateral joint together also first new great strong close full",
  ),
);

export function isCommon(stem: string): boolean {
  return COMMON.has(stem);
}
