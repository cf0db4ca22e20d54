/** Groups of words that readouts use for one another -> the group's head, so that "dialogue" meets "negotiations". */
import { stemWords } from "./stem-words.js";

/** One group a line; the first word names it. Words, not stems; names of one place or people under both spellings. */
const GROUPS = [
  "talk talks negotiation negotiations dialogue diplomacy diplomatic discussion conversation consultation consultations",
  "help aid assistance support assist package",
  "sanction sanctions cost costs restriction restrictions restrictive penalties",
  "weapon weapons weaponry arms armament armaments munitions",
  "truce ceasefire cessation armistice",
  "halt ban stop pause moratorium suspend suspension refrain",
  "invasion invade aggression aggressive intervention intervene incursion attack assault escalation escalate buildup",
  "peace settlement settle resolution resolve peaceful",
  "finance financial economic economy macroeconomic budget budgetary fiscal",
  "ship ships vessel vessels maritime shipping navigation",
  "farm agricultural agriculture food grain",
  "fertilizer fertiliser",
  "release free return freed returned",
  "prisoner prisoners captive captives detainee detainees hostage hostages",
  "transport transportation corridor corridors route routes railway road rail",
  "border frontier borders delimitation demarcation",
  "thank thanks gratitude grateful gratefully appreciation appreciate thankful",
  "meeting meet summit visit",
  "contact contacts touch",
  "danger threat threaten risk grave",
  "readiness ready willingness willing prepared readily",
  "commitment commit committed pledge obligation",
  "trade commerce commercial exports export imports",
  "child children minors",
  "energy power electricity electric oil gas",
  "strike strikes shelling bombardment attack",
  "investment invest investor",
  "defense defence military troops force forces armed",
  "terrorism terrorist terror counterterrorism",
  "climate warming emissions",
  "pandemic covid coronavirus vaccine vaccines",
  "friendly warm cordial constructive frank businesslike sincere positive productive candid substantive",
  "kyiv kiev",
  "turkey türkiye",
  "bilateral mutual",
  "enlargement expansion eastward",
];

const HEADS = new Map<string, string>();
for (const group of GROUPS) {
  const stems = stemWords(group);
  for (const word of stems) if (!HEADS.has(word)) HEADS.set(word, stems[0]!);
}

/** The head of a stem's group; null when it has none. A stem is of one group, the first that lists it. */
export function groupOf(stem: string): string | null {
  return HEADS.get(stem) ?? null;
}
