/** Two aligned candidates -> the typed fields of scope in which one covers more, less or something else. */

import type { Act, Scope } from "../model/act.js";
import { statesOf } from "../model/states-of.js";
import { listed } from "../text/listed.js";
import { classOf } from "./commitment-class.js";
import { difference, type Found, type Known, type Side } from "./found-difference.js";
import { knowsName, namesOf } from "./names.js";
import { compareSets, type SetRelation } from "./target-tree.js";

/**
 * Field by field. Sets are compared where both texts state them; a limit (exception, condition, start) counts where
 * only one does, since its version is then the narrower. What both leave open is no difference.
 */
export function scopeFieldsDiffer(a: Side, b: Side, known: Known): Found[] {
  const sets = (field: (scope: Scope) => string[]) => [valuesOf(a, field), valuesOf(b, field)] as const;
  const area = sets((scope) => scope.area);
  const parties = sets((scope) => scope.parties);
  const starts = sets((scope) => (scope.start === null ? [] : [scope.start]));
  const found = [
    ...targetsDiffer(a, b, known),
    setsDiffer("area", [a, b], area, compareSets(...area), known),
    setsDiffer("parties", [a, b], parties, withoutOverlaps(compareSets(...parties)), known),
    setsDiffer("start", [a, b], starts, compareSets(...starts), known),
    limitDiffers("start", "gives a start:", [a, b], starts),
    limitDiffers(
      "exceptions",
      "makes an exception:",
      [a, b],
      sets((scope) => scope.exceptions.map(known.names.target)),
    ),
    limitDiffers("condition", "makes it depend on", [a, b], [conditionsOf(a), conditionsOf(b)]),
    actorsDiffer(a, b, known),
  ];
  return found.filter((f) => f !== null);
}

/** What is covered, where both texts say it: at most one difference. */
export function targetsDiffer(a: Side, b: Side, known: Known): Found[] {
  const [x, y] = [valuesOf(a, (scope) => scope.targets), valuesOf(b, (scope) => scope.targets)];
  return [setsDiffer("targets", [a, b], [x, y], known.targets.compare(x, y), known)].filter((f) => f !== null);
}

type Pair<T> = readonly [T, T];

/** Two pairs that share a party see one matter from two ends. */
function withoutOverlaps(relation: SetRelation): SetRelation {
  return relation === "overlapping" ? "equal" : relation;
}

function valuesOf({ candidate }: Side, field: (scope: Scope) => string[]): string[] {
  return [...new Set(candidate.acts.flatMap((act) => field(act.scope)))].sort();
}

function conditionsOf({ candidate }: Side): string[] {
  return candidate.main.condition ? [candidate.main.condition.quote] : [];
}

/** What a set answers. */
const ASKED = {
  targets: "What it covers",
  area: "Where",
  parties: "Whom it binds",
  start: "When it starts",
  actors: "Who acts",
};

/** The values keep their ids, as in the acts; the sentence has names. */
function setsDiffer(
  field: keyof typeof ASKED,
  [a, b]: Pair<Side>,
  [x, y]: Pair<string[]>,
  relation: SetRelation,
  { names }: Known,
): Found | null {
  if (relation === "equal" || relation === "unstated") return null;
  const [narrow, wide] =
    relation === "broader"
      ? ([
          [b, y],
          [a, x],
        ] as const)
      : ([
          [a, x],
          [b, y],
        ] as const);
  const kind = relation === "narrower" || relation === "broader" ? "narrower" : "different";
  const nameOf = field === "targets" ? names.target : names.actor;
  const said = ([{ candidate }, ids]: readonly [Side, string[]]) => `${listed(ids.map(nameOf))} (${candidate.source})`;
  const because = `${ASKED[field]}: ${said(narrow)}; ${said(wide)}.`;
  return difference("scope", field, kind, [narrow[0], narrow[1].join(", ")], [wide[0], wide[1].join(", ")], because);
}

/** A limit that only one text states makes its version narrower. */
function limitDiffers(field: string, verb: string, [a, b]: Pair<Side>, [x, y]: Pair<string[]>): Found | null {
  if ((x.length === 0) === (y.length === 0)) return null;
  const [limited, words, open] = x.length ? [a, x.join("; "), b] : [b, y.join("; "), a];
  return difference(
    "scope",
    field,
    "narrower",
    [limited, words],
    [open, ""],
    `Only ${limited.candidate.source} ${verb} “${words}”.`,
  );
}

/**
 * Who acts: one side where the other text has several is narrower; two different ones see the act from two ends.
 * Nothing is made of a "we", which leaves open who is meant.
 */
function actorsDiffer(a: Side, b: Side, known: Known): Found | null {
  if (classOf(a.candidate.main) === "talk" || [a, b].some(saysWe)) return null;
  const [x, y] = [sidesOf(a.candidate.main), sidesOf(b.candidate.main)];
  const relation = compareSets(x, y);
  if (relation !== "narrower" && relation !== "broader") return null;
  return setsDiffer("actors", [a, b], [x, y], relation, known);
}

function saysWe({ candidate: { main } }: Side): boolean {
  return /\b(?:we|us|our)\b/i.test(main.quote);
}

function sidesOf({ actors }: Act): string[] {
  return statesOf(actors).sort();
}

/** A body, place or instrument that one clause names and the whole of the other text does not. */
export function namesDiffer(a: Side, b: Side): Found[] {
  return [nameMissing(a, b), nameMissing(b, a)].filter((f) => f !== null);
}

function nameMissing(full: Side, bare: Side): Found | null {
  const names = namesOf(full.candidate.spans.map((span) => span.quote)).filter((name) => !knowsName(bare.text, name));
  if (names.length === 0) return null;
  const words = names.join(", ");
  return difference(
    "scope",
    "named",
    "narrower",
    [full, words],
    [bare, ""],
    `Only ${full.candidate.source} names ${words}.`,
  );
}
