/** A verb under "will" or "would" in its tree -> whether it foretells, imagines or leads through the talk, and undertakes nothing. */
import { dependent, dependents, type Tree } from "../text/syntax/tree.js";
import { markOf } from "./modality.js";
import { subjectWord } from "./mood-frame.js";

/** What befalls somebody or comes to be known: nobody undertakes it ("will celebrate", "will amount to"). */
const BEFALLS = new Set(
  (
    "account amount become benefit celebrate cost depend enjoy end experience face feel forget gain get grow happen " +
    "hear know lack last learn live look lose need realise realize remember result see seem suffer survive total " +
    "understand win witness"
  ).split(" "),
);
/** What whoever speaks does by going on ("I will list the main points"). */
const TALKS = new Set(
  (
    "add apologise apologize commend congratulate brag close comment conclude dwell elaborate emphasise emphasize explain finish list mention " +
    "name note quote read recall repeat report say show skip speak stop stress sum summarise summarize talk tell thank turn"
  ).split(" "),
);
/** "will give the floor to", "will take questions", "will go into detail". */
const TALKED = new Set("floor question word detail".split(" "));
/** These end of themselves, or end the talk; with an object they are deeds ("will end the blockade"). */
const ENDS = new Set("end stop close conclude finish".split(" "));
const SPEAKERS = new Set(["i", "we"]);
const TRYING = new Set(["try", "like"]);

export function isNoUndertaking(tree: Tree, verb: number): boolean {
  const who = subjectWord(tree, verb);
  if (ENDS.has(tree.tokens[verb]!.lemma) && dependent(tree, verb, ["obj"]) !== undefined) return false;
  if (who === "you" || standsBeforeModal(tree, verb) || isDoneTo(tree, verb) || BEFALLS.has(tree.tokens[verb]!.lemma))
    return true;
  return isImagined(tree, verb, who) || (SPEAKERS.has(who) && isTalk(tree, verb));
}

/** "Colleagues, this year you will vote", whatever the tree took for the subject. */
function standsBeforeModal(tree: Tree, verb: number): boolean {
  const modal = dependents(tree, verb, ["aux"])[0];
  return modal !== undefined && tree.tokens[modal - 1]?.lower === "you";
}

/** "will be built", "would be excluded" without the words for who does it. */
function isDoneTo(tree: Tree, verb: number): boolean {
  return (
    dependents(tree, verb, ["aux:pass", "nsubj:pass"]).length > 0 &&
    tree.tokens[verb]!.lemma !== "represent" &&
    dependent(tree, verb, ["obl:agent"]) === undefined
  );
}

/** "I would single out", "would have refused", "so that it would last"; not "said that it would pay". */
function isImagined(tree: Tree, verb: number, who: string): boolean {
  const would = dependents(tree, verb, ["aux"]).find((i) => tree.tokens[i]!.lower === "would");
  if (would === undefined) return false;
  if (dependents(tree, verb, ["aux"]).some((i) => i > would && tree.tokens[i]!.lemma === "have")) return true;
  const { deprel } = tree.tokens[verb]!;
  if (deprel === "advcl" && ["so", "that", "if"].includes(markOf(tree, verb))) return true;
  return SPEAKERS.has(who) && deprel !== "ccomp";
}

function isTalk(tree: Tree, verb: number): boolean {
  const { lemma } = tree.tokens[verb]!;
  const task = TRYING.has(lemma) ? dependents(tree, verb, ["xcomp"])[0] : undefined;
  if (TALKS.has(task === undefined ? lemma : tree.tokens[task]!.lemma)) return true;
  return dependents(tree, task ?? verb, ["obj", "obl"]).some((i) => TALKED.has(tree.tokens[i]!.lemma));
}
