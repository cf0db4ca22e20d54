/** Two aligned candidates -> the typed fields of scope in which one covers more, less or something else. */
import type { Act, Scope } from "../model/act.js";
import { classOf } from "./commitment-class.js";
import { difference, type Found, type Side } from "./found-difference.js";
import { knowsName, namesOf } from "./names.js";
import { compareSets, type SetRelation, type TargetTree } from "./target-tree.js";

/** Field by field; what both leave open or only one states is no difference, save where it limits. */
export function scopeFieldsDiffer(a: Side, b: Side, tree: TargetTree): Found[] {
  const targets = [listed(a, (scope) => scope.targets), listed(b, (scope) => scope.targets)] as const;
  const found = [
    setsDiffer("targets", "covers", a, b, ...targets, tree.compare(...targets)),
    limitDiffers(
      "exceptions",
      "excepts",
      a,
      b,
      listed(a, (scope) => scope.exceptions),
      listed(b, (scope) => scope.exceptions),
    ),
    limitDiffers("condition", "makes it depend on", a, b, conditionsOf(a), conditionsOf(b)),
    actorsDiffer(a, b),
  ];
  return found.filter((f) => f !== null);
}

function listed({ candidate }: Side, field: (scope: Scope) => string[]): string[] {
  return [...new Set(candidate.acts.flatMap((act) => field(act.scope)))].sort();
}

function conditionsOf({ candidate }: Side): string[] {
  return candidate.main.condition ? [candidate.main.condition.quote] : [];
}

function setsDiffer(
  field: string,
  verb: string,
  a: Side,
  b: Side,
  x: string[],
  y: string[],
  relation: SetRelation,
): Found | null {
  if (relation === "equal" || relation === "unstated") return null;
  const [narrow, wide] =
    relation === "broader"
      ? ([
          [b, y.join(", ")],
          [a, x.join(", ")],
        ] as const)
      : ([
          [a, x.join(", ")],
          [b, y.join(", ")],
        ] as const);
  const kind = relation === "narrower" || relation === "broader" ? "narrower" : "different";
  return difference("scope", field, kind, narrow, wide, `${say(narrow, verb)}, ${say(wide, verb)}.`);
}

function say([side, words]: readonly [Side, string], verb: string): string {
  return `${side.candidate.source} ${verb} ${words}`;
}

/** A limit that only one text states makes its version narrower. */
function limitDiffers(field: string, verb: string, a: Side, b: Side, x: string[], y: string[]): Found | null {
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
function actorsDiffer(a: Side, b: Side): Found | null {
  if (classOf(a.candidate.main) === "talk" || [a, b].some(saysWe)) return null;
  const [x, y] = [sidesOf(a.candidate.main), sidesOf(b.candidate.main)];
  const relation = compareSets(x, y);
  return relation === "narrower" || relation === "broader"
    ? setsDiffer("actors", "has as acting", a, b, x, y, relation)
    : null;
}

function saysWe({ candidate: { main } }: Side): boolean {
  return /\b(?:we|us|our)\b/i.test(main.quote);
}

function sidesOf({ actors }: Act): string[] {
  return [...new Set(actors.filter((actor) => actor !== "?").map((actor) => actor.split(":")[0]!))].sort();
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
