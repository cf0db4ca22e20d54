/** A Document -> its Acts: who does what to whom in words, who says so, how surely, quoted exactly. */
import type { Act } from "../model/act.js";
import type { Document } from "../model/document.js";
import type { Outcome } from "../model/problem.js";
import { endOfHeader } from "../text/header-field.js";
import { matchPatterns } from "../text/pattern.js";
import type { Sentence } from "../text/syntax/sentence.js";
import type { Tree } from "../text/syntax/tree.js";
import { type Choice, chooseActs } from "./choose-act.js";
import { isFurniture, isLabel, opensWithFurniture, quoteOf, withoutFrames } from "./clause-words.js";
import { findCondition } from "./find-condition.js";
import type { Lexicon } from "./lexicon.js";
import { makeAct } from "./make-act.js";
import { modalsOf } from "./modality.js";
import { readScope } from "./read-scope.js";
import { type Reading, readSentences } from "./read-sentences.js";
import { softenDemand } from "./soften-demand.js";
import { type Clause, splitClauses } from "./split-clauses.js";
import { tagIssues } from "./tag-issues.js";

const POINTERS = new Set(["it", "this", "that", "them", "these", "those"]);
const TELLING = new Set<Act["act"]>(["expressed", "informed", "discussed", "supported"]);
const TOLD = new Set<Act["act"]>(["expressed", "informed", "supported"]);

/**
 * Acts in order of the text; every quote is an exact slice of at most 400 code units. Never throws on content.
 * `participants` are ids of those who took part in the contact, where the caller knows them.
 */
export function findActs(document: Document, lexicon: Lexicon, participants: readonly string[] = []): Outcome<Act[]> {
  const readings = readSentences(document, lexicon, participants);
  const acts: Act[] = [];
  let ordinal = 0;
  let leadIn: Act | undefined;
  const told = new Set<string>();
  const headEnd = Math.max(endOfTitle(document), endOfHeader(document.text));
  for (const reading of readings) {
    const { start, end } = reading.sentence;
    const words = document.text.slice(start, end);
    if (end <= headEnd || told.has(words)) continue;
    told.add(words);
    const label = leadIn === undefined && isLabel(reading);
    const found = label ? [] : readSentence(document, reading, lexicon, ordinal);
    ordinal += reading.tree.tokens.length;
    acts.push(...(leadIn ? found.map((act) => underLeadIn(act, leadIn!)) : found));
    leadIn = nextLeadIn(leadIn, found, reading.sentence);
  }
  return { value: acts, problems: [] };
}

/** Where the heading ends that names the text and says nothing; 0 where a full sentence opens the text. */
function endOfTitle({ title, text }: Document): number {
  return title === null || /[.!]["”]?$/.test(title) ? 0 : text.indexOf(title) + title.length;
}

/** The acts of a sentence, clause by clause; a clause that only points back ("we discussed it as well") is about what it points to. */
function readSentence(document: Document, reading: Reading, lexicon: Lexicon, ordinal: number): Act[] {
  const acts: Act[] = [];
  if (opensWithFurniture(reading, lexicon)) return acts;
  for (const clause of splitClauses(reading.tree, reading.matches, reading.mentions)) {
    const found = readClause(document, reading, clause, lexicon, ordinal + clause.from);
    const before = acts.at(-1)?.issues ?? [];
    const pointsBack = reading.tree.tokens.slice(clause.from, clause.to).some(({ lower }) => POINTERS.has(lower));
    acts.push(
      ...found.map((act) =>
        act.issues.length === 0 && pointsBack && !act.rule.startsWith("default:") ? { ...act, issues: before } : act,
      ),
    );
  }
  return acts;
}

/** Entries of a list are what its lead-in makes them ("These points enter into force after:"). */
function underLeadIn(act: Act, leadIn: Act): Act {
  if (!act.rule.startsWith("default:")) return act;
  const { act: type, plover, actors, recipients, veridicality, strength } = leadIn;
  return { ...act, act: type, plover, actors, recipients, veridicality, strength, rule: leadIn.rule };
}

/** A sentence that ends with a colon opens a list; the list goes on while its entries end with a semicolon. */
function nextLeadIn(leadIn: Act | undefined, found: readonly Act[], { tokens }: Sentence): Act | undefined {
  const mark = tokens.at(-1)?.text;
  if (mark === ":") return found.find((act) => !act.rule.startsWith("default:"));
  return mark === ";" || mark === "," ? leadIn : undefined;
}

function readClause(document: Document, reading: Reading, clause: Clause, lexicon: Lexicon, ordinal: number): Act[] {
  const { tree, matches, byToken, mentions } = reading;
  const words = { ...clause, ...withoutFrames(reading, clause) };
  if (words.to - words.from < 3 || isFurniture(reading, words, lexicon)) return [];
  const condition = findCondition(tree, words.from, words.to, document.text);
  const issues = tagIssues(lexicon.issues, tree.tokens, words.from, words.to);
  const scope = readScope(
    { targets: lexicon.targets, mentions, published: document.published },
    reading.sentence,
    words.from,
    words.to,
  );
  const hedged = matchPatterns(lexicon.hedges, tree.tokens, words.from, words.to).reduce(
    (sum, { id }) => sum + (lexicon.hedgeStrengths.get(id) ?? 0),
    0,
  );
  const making = { document, reading, clause: words, condition, issues, scope, hedged, ordinal };
  return chooseActs(tree, words, matches, byToken, mentions).flatMap((chosen, rank) => {
    const choice =
      condition !== null && rank === 0 && isToCome(tree, chosen)
        ? { ...chosen, act: "conditioned" as const }
        : softenDemand(tree, chosen, mentions);
    const quote = quoteOf(document.text, tree, words, choice.token, rank > 0);
    if (quote === null) return [];
    const act = makeAct(making, choice, quote);
    return document.genre === "report" && isNarration(act, document, choice) ? [] : [act];
  });
}

/** Under a condition these are not undertaken but conditioned. */
function isToCome(tree: Tree, { act, token }: Choice): boolean {
  return act === "pledged" || (act === "ordered" && modalsOf(tree, token).future);
}

/** In a report, words that nobody is said to have uttered and that make no act are the reporter's own. */
function isNarration(act: Act, document: Document, choice: Choice): boolean {
  const unattributed = act.attribution.every((name) => name === document.publisher);
  if (!unattributed) return false;
  if (TELLING.has(act.act) && act.veridicality !== "asserted") return true;
  return (
    choice.match === undefined ||
    choice.match.trigger.speech ||
    (TOLD.has(act.act) && act.actors.every((id) => id === "?"))
  );
}
