/** A clause and the triggers met in its sentence -> the act that the clause makes, and the acts inside of it. */
import type { ActType } from "../model/act.js";
import { stateOf } from "../model/states-of.js";
import { ancestors, dependent, dependents, headsClause, type Tree } from "../text/syntax/tree.js";
import type { TriggerMatch } from "./match-triggers.js";
import type { Mention } from "./mention.js";
import { isContactHeld, isInfinitive, modalsOf } from "./modality.js";
import { idsOfPhrase } from "./phrase-actors.js";
import { moodOf } from "./read-mood.js";
import type { Clause } from "./split-clauses.js";
import { subjectOf } from "./subject-of.js";

/** What a clause does: through a trigger, or by default through the mood of its verb. */
export interface Choice {
  act: ActType;
  /** Id of the trigger entry, or `default:...` where none was met. */
  rule: string;
  strength: number;
  /** The token whose veridicality counts. */
  token: number;
  match: TriggerMatch | undefined;
}

/** Strength where an entry states none; the scale is docs/decisions "strength". */
export const STRENGTH: Record<ActType, number> = {
  discussed: 0.2,
  informed: 0.25,
  expressed: 0.3,
  proposed: 0.4,
  supported: 0.5,
  demanded: 0.6,
  conditioned: 0.6,
  accused: 0.6,
  pledged: 0.65,
  threatened: 0.7,
  agreed: 0.85,
  accepted: 0.85,
  rejected: 0.9,
  denied: 0.9,
  ordered: 0.95,
};

const SIDE_PATHS = new Set([
  "nsubj",
  "nsubj:pass",
  "csubj",
  "acl:relcl",
  "vocative",
  "discourse",
  "appos",
  "dislocated",
]);
/** Acts of saying: what they say makes the clause's act where it is an act itself. */
const SAYING = new Set<ActType>(["informed", "expressed"]);
/** Acts that words of accusation or condition inside outweigh, and the acts that such words make. */
const MILD = new Set<ActType>(["discussed", "informed", "expressed"]);
const COLOURING = new Set<ActType>(["accused", "conditioned"]);
/** Acts that "may" or "could" leaves nothing of; a possible agreement is still told, as not asserted. */
const FIRM_ONLY = new Set<ActType>(["accused", "pledged", "ordered", "threatened", "supported"]);
/** Acts told of in passing that a reader must not miss ("the truce that Kyiv accepted"). */
const BINDING = new Set<ActType>(["agreed", "accepted", "rejected", "ordered"]);

/** How many steps below the main verb an accusation colours it. */
const NEAR = 3;

/** The main act first, then the acts in its complement, outermost first. */
export function chooseActs(
  tree: Tree,
  clause: Clause,
  matches: readonly TriggerMatch[],
  byToken: ReadonlyMap<number, TriggerMatch>,
  mentions: readonly Mention[],
): Choice[] {
  const inside = matches.filter(
    (match) => match.trigger.act !== null && within(clause, match.head) && !isAside(tree, match.head, clause, byToken),
  );
  const verbs = inside
    .filter((match) => (match.trigger.frame !== "noun" || isPredicate(tree, match.head)) && !isSaying(match))
    .filter(({ trigger, head }) => BINDING.has(trigger.act!) || !thanksAbove(tree, head, byToken))
    .map(choiceOf);
  const told = verbs.filter(
    ({ act, token }) =>
      !thanksAbove(tree, token, byToken) &&
      !namesTask(tree, token, byToken) &&
      !isLeftOpen(tree, token, clause, byToken) &&
      !(FIRM_ONLY.has(act) && modalsOf(tree, token).possible),
  );
  const candidates = [...moodsOf(tree, clause, byToken, mentions, verbs), ...told].sort(
    (a, b) => depth(tree, a.token) - depth(tree, b.token) || a.token - b.token,
  );
  const saying = inside.filter(isSaying).sort((a, b) => depth(tree, a.head) - depth(tree, b.head))[0];
  const noun = inside.find(
    (match) => match.trigger.frame === "noun" && !isSaying(match) && !thanksAbove(tree, match.head, byToken),
  );
  const spoken =
    saying ?? matches.find((match) => isSaying(match) && within(clause, match.head) && reportsBeside(tree, match.head));
  const named = clause.under ?? (saying ? undefined : noun);
  const leading = leadingTo(tree, clause, byToken);
  const first = leading ? choiceOf(leading) : (purposeOf(tree, candidates[0], verbs) ?? candidates[0]);
  const main =
    first === undefined
      ? named
        ? choiceOf(named)
        : defaultAct(tree, clause, spoken, byToken)
      : saying && isNews(tree, first, saying)
        ? choiceOf(saying)
        : first;
  const inner = verbs.filter(({ token, rule }) => token !== main.token || rule !== main.rule);
  const aside = matches.filter(
    (match) =>
      BINDING.has(match.trigger.act!) &&
      match.trigger.frame !== "noun" &&
      within(clause, match.head) &&
      !inside.includes(match),
  );
  const shown = blames(tree, clause, main, mentions)
    ? { ...main, act: "accused" as const, strength: STRENGTH.accused }
    : coloured(tree, clause, main, byToken, matches);
  return [shown, ...inner, ...aside.map(choiceOf)];
}

/** "informed the envoy that Canada will buy": what is coming is told. */
function isNews(tree: Tree, { act, token }: Choice, { trigger, head }: TriggerMatch): boolean {
  const undertaken = (act === "pledged" || act === "ordered") && modalsOf(tree, token).future;
  return trigger.news && undertaken && ancestors(tree, token).includes(head);
}

/** "met to reaffirm his commitment": what they met for is done by meeting, and more than the meeting. */
function purposeOf(tree: Tree, contact: Choice | undefined, verbs: readonly Choice[]): Choice | undefined {
  if (contact?.act !== "discussed" || !isContactHeld(tree, contact.token)) return undefined;
  return verbs.find(
    ({ act, token }) =>
      !MILD.has(act) &&
      isInfinitive(tree, token) &&
      tree.tokens[token]!.deprel === "advcl" &&
      tree.tokens[token]!.head === contact.token,
  );
}

function isSaying({ trigger }: TriggerMatch): boolean {
  return trigger.speech || SAYING.has(trigger.act!);
}

function choiceOf(match: TriggerMatch): Choice {
  const act = match.trigger.act!;
  return { act, rule: match.trigger.id, strength: match.trigger.strength ?? STRENGTH[act], token: match.head, match };
}

/** "voiced concern about its brutal aggression" accuses; "thanked for help against aggression" does not. */
function coloured(
  tree: Tree,
  clause: Clause,
  main: Choice,
  byToken: ReadonlyMap<number, TriggerMatch>,
  matches: readonly TriggerMatch[],
): Choice {
  if (!MILD.has(main.act) || main.match?.trigger.acknowledges) return main;
  const colouring = matches.find(
    ({ trigger, head }) =>
      COLOURING.has(trigger.act!) &&
      within(clause, head) &&
      !isUnsure(tree, head) &&
      !thanksAbove(tree, head, byToken) &&
      (trigger.act === "accused" ? !isInRelative(tree, head, main.token) : isTopic(tree, head)) &&
      ancestors(tree, head).slice(0, NEAR).includes(main.token),
  );
  return colouring ? { ...choiceOf(colouring), token: main.token, match: main.match ?? colouring } : main;
}

/** "sanctions against those who are responsible": said of somebody by the way. */
function isInRelative(tree: Tree, head: number, main: number): boolean {
  const path = [head, ...ancestors(tree, head)];
  return path.slice(0, Math.max(0, path.indexOf(main))).some((i) => tree.tokens[i]!.deprel === "acl:relcl");
}

const OWNED_WITHIN = 7;
/** What is only reported or feared is blamed on nobody ("reports of Chadian raids"). */
const UNSURE = new Set("report risk possibility likelihood threat prospect danger rumour rumor chance".split(" "));

/** "voiced concern about Russia's movement of troops": what another party does is blamed on it. */
function blames(tree: Tree, clause: Clause, { match, token }: Choice, mentions: readonly Mention[]): boolean {
  const conduct = match?.trigger.blames ?? [];
  if (match === undefined || conduct.length === 0) return false;
  const subject = subjectOf(tree, token);
  const own = subject === undefined ? [] : idsOfPhrase(tree, subject, mentions).map(stateOf);
  return mentions.some(({ from, to, ids, possessive, modifier }) => {
    const owns = possessive || modifier || tree.tokens[to - 1]!.deprel === "compound";
    if (from <= match.to || !within(clause, from) || !owns || isUnsure(tree, from)) return false;
    if (ids.some((id) => id === "?" || own.includes(stateOf(id)))) return false;
    const owned = tree.tokens.slice(to, to + OWNED_WITHIN);
    const end = owned.findIndex(({ upos }) => upos === "ADP" || upos === "VERB");
    return (end < 0 ? owned : owned.slice(0, end)).some(({ lemma }) => conduct.includes(lemma));
  });
}

/** "reports of Chadian raids", "the likelihood of aggression". */
function isUnsure(tree: Tree, from: number): boolean {
  return [2, 3, 4].some(
    (back) => UNSURE.has(tree.tokens[from - back]?.lemma ?? "") && tree.tokens[from - back + 1]!.lower === "of",
  );
}

/** "a condition for any truce would be ...": what is spoken of, not what is created or met. */
function isTopic(tree: Tree, i: number): boolean {
  return tree.tokens[i]!.deprel.startsWith("nsubj") || dependent(tree, i, ["cop"]) !== undefined;
}

function within({ from, to }: Clause, i: number): boolean {
  return i >= from && i < to;
}

/** Verbs of the clause that undertake, demand or set a condition by their mood alone. */
function moodsOf(
  tree: Tree,
  clause: Clause,
  byToken: ReadonlyMap<number, TriggerMatch>,
  mentions: readonly Mention[],
  verbs: readonly Choice[],
): Choice[] {
  const moods: Choice[] = [];
  for (let i = clause.from; i < clause.to; i++) {
    if (!headsClause(tree, i) || isAside(tree, i, clause, byToken)) continue;
    const own = verbs.find(({ token }) => token === i);
    const mood = moodOf(tree, i, byToken, mentions);
    if (mood && (own === undefined || gainsBy(own, mood.act, tree.tokens[i]!.lemma)))
      moods.push({ ...mood, strength: STRENGTH[mood.act], token: i, match: own?.match });
  }
  return moods;
}

/** Whether a verb with an act of its own is more by its mood: "will support", "should lift", "will impose … if"; "will discuss" is not. */
function gainsBy({ act }: Choice, mood: ActType, lemma: string): boolean {
  if (act === "discussed") return lemma === "negotiate" || !["pledged", "informed"].includes(mood);
  if (act === "ordered") return mood === "demanded" || mood === "conditioned" || mood === "pledged";
  return act === "supported";
}

/** True where a governor in the clause leaves the token open or negates it: the governor makes the clause's act. */
function isLeftOpen(tree: Tree, token: number, clause: Clause, byToken: ReadonlyMap<number, TriggerMatch>): boolean {
  const own = byToken.get(token);
  return ancestors(tree, token).some(
    (i) =>
      i >= clause.from &&
      i < clause.to &&
      byToken.get(i) !== own &&
      byToken.get(i)?.trigger.act &&
      byToken.get(i)!.trigger.signature !== "+",
  );
}

/** The thanks that a token stands under ("thanked the hosts for supporting it"): what they are for is their matter, no act of this text. */
function thanksAbove(tree: Tree, token: number, byToken: ReadonlyMap<number, TriggerMatch>): TriggerMatch | undefined {
  const path = [token, ...ancestors(tree, token)];
  const at = path.findIndex(
    (i, k) =>
      k > 0 &&
      byToken.get(i)?.trigger.acknowledges === true &&
      byToken.get(i) !== byToken.get(token) &&
      !(headsClause(tree, path[k - 1]!) && ["conj", "parataxis"].includes(tree.tokens[path[k - 1]!]!.deprel)),
  );
  return at < 0 ? undefined : byToken.get(path[at]!);
}

const TASKS = new Set(["in", "for", "of", "on", "at", "towards", "toward"]);

/** "a step forward in resolving the issues": a gerund under a preposition of nobody's act names a task. */
function namesTask(tree: Tree, token: number, byToken: ReadonlyMap<number, TriggerMatch>): boolean {
  const { head, xpos } = tree.tokens[token]!;
  if (xpos !== "VBG" || head < 0 || token < head || byToken.has(head)) return false;
  return dependents(tree, token, ["mark", "case"]).some((i) => TASKS.has(tree.tokens[i]!.lower));
}

function isPredicate(tree: Tree, noun: number): boolean {
  return dependent(tree, noun, ["cop"]) !== undefined;
}

/** Steps from the root: conjuncts stand as high as what they are joined to. */
function depth(tree: Tree, i: number): number {
  let steps = 0;
  for (let at = i; tree.tokens[at]!.head >= 0 && steps < 60; at = tree.tokens[at]!.head)
    if (tree.tokens[at]!.deprel !== "conj") steps += 1;
  return steps;
}

/** True where a token stands in the clause's subject, in a relative clause, or in what qualifies a noun that is no trigger. */
function isAside(tree: Tree, i: number, clause: Clause, objects: ReadonlyMap<number, TriggerMatch>): boolean {
  for (let at = i, steps = 0; at !== clause.head && at >= clause.from && at < clause.to && steps < 60; steps++) {
    const { head, deprel } = tree.tokens[at]!;
    if (head < clause.from || head >= clause.to) return false;
    if (SIDE_PATHS.has(deprel) && !(at > head && (deprel === "csubj" || dependent(tree, head, ["expl"]) !== undefined)))
      return true;
    if (deprel === "acl" && !isContent(tree, at, objects)) return true;
    if (deprel === "advcl" && (at < head || isConditional(tree, at))) return true;
    at = head;
  }
  return false;
}

/** "with the President writing that ...": speech beside a main clause that makes no act. */
function reportsBeside(tree: Tree, i: number): boolean {
  return tree.tokens[i]!.deprel === "advcl" && dependent(tree, i, ["ccomp"]) !== undefined;
}

/** What a noun says or asks for ("imperative that ...", "readiness to ..."), not what tells which noun is meant. */
function isContent(tree: Tree, i: number, objects: ReadonlyMap<number, TriggerMatch>): boolean {
  const mark = dependent(tree, i, ["mark"]);
  const word = mark === undefined ? "" : tree.tokens[mark]!.lower;
  return word === "that" || (word === "to" && objects.has(tree.tokens[i]!.head));
}

function isConditional(tree: Tree, i: number): boolean {
  const mark = dependent(tree, i, ["mark"]);
  return (
    mark !== undefined &&
    ["if", "unless", "as", "because", "since", "when", "once", "until", "after", "before"].includes(
      tree.tokens[mark]!.lower,
    )
  );
}

/** The trigger in whose complement a clause stands; a participle without an act of its own goes with its main clause. */
function governorOf(tree: Tree, head: number, byToken: ReadonlyMap<number, TriggerMatch>): TriggerMatch | undefined {
  for (let at = head, steps = 0; tree.tokens[at]!.head >= 0 && steps < 12; steps++) {
    const { head: parent, deprel, xpos } = tree.tokens[at]!;
    if (SIDE_PATHS.has(deprel)) return undefined;
    const match = byToken.get(parent);
    const bare = xpos === "VB" && dependents(tree, at, ["nsubj", "aux"]).length === 0;
    if (deprel === "parataxis" && !(bare && hasInfinitive(tree, parent))) return undefined;
    const goesOn = !headsClause(tree, at) || (xpos === "VB" && dependent(tree, at, ["nsubj"]) === undefined);
    const joins = deprel === "conj" ? goesOn : deprel !== "advcl" || xpos === "VBG";
    if (match?.trigger.act && joins) return match;
    at = parent;
  }
  return undefined;
}

/** "agreed to open the road; lift the ban": what leads to the first base form leads to those listed after it. */
function leadingTo(
  tree: Tree,
  { from, head }: Clause,
  byToken: ReadonlyMap<number, TriggerMatch>,
): TriggerMatch | undefined {
  const { xpos, deprel } = tree.tokens[head]!;
  const listed = xpos === "VB" && (deprel === "conj" || deprel === "parataxis");
  if (!listed || dependents(tree, head, ["nsubj", "aux"]).length > 0 || thanksAbove(tree, head, byToken))
    return undefined;
  const leading = governorOf(tree, head, byToken);
  return leading && leading.head < from && hasInfinitive(tree, leading.object ?? leading.head) ? leading : undefined;
}

function hasInfinitive(tree: Tree, i: number): boolean {
  return dependents(tree, i, ["xcomp", "acl", "advcl", "ccomp"]).some((k) => isInfinitive(tree, k));
}

function defaultAct(
  tree: Tree,
  clause: Clause,
  saying: TriggerMatch | undefined,
  byToken: ReadonlyMap<number, TriggerMatch>,
): Choice {
  const thanks = thanksAbove(tree, clause.head, byToken);
  if (thanks) return choiceOf(thanks);
  const goesOn = tree.tokens[clause.from]!.upos === "CCONJ" && tree.tokens[clause.from + 1]?.lower === "that";
  const governing = saying ?? governorOf(tree, clause.head, byToken) ?? (goesOn ? byToken.get(tree.root) : undefined);
  if (governing?.trigger.act) return choiceOf(governing);
  return {
    act: "expressed",
    rule: "default:statement",
    strength: STRENGTH.expressed,
    token: clause.head,
    match: undefined,
  };
}
