/** Tokens -> an official title with its modifiers: which role, whose office, one or several. */

import type { MentionReader } from "./build-mention.js";
import { isCapital } from "./match-names.js";
import { LESSER_MODIFIERS, NEUTRAL_MODIFIERS, PAST_MODIFIERS } from "./role-nouns.js";

export interface Title {
  from: number;
  to: number;
  role: string;
  plural: boolean;
  weak: boolean;
  /** Offices that own this very title. */
  offices: string[];
  past: boolean;
  capital: boolean;
}

const MOST_MODIFIERS = 4;

/** The title at token `i`, modifiers before it included ("former", "First Deputy"); null where there is none. */
export function titleAt(reader: MentionReader, i: number): Title | null {
  let lesser = false;
  let past = false;
  for (let at = i; at <= i + MOST_MODIFIERS; at++) {
    const title = bareTitleAt(reader, at) ?? (at === i ? compoundTitleAt(reader, i) : null);
    if (title)
      return {
        ...title,
        from: i,
        past: past || title.past,
        role: lesser && !title.role.startsWith("deputy-") ? `deputy-${title.role}` : title.role,
        offices: lesser ? [] : title.offices,
      };
    const key = reader.keyAt(at);
    if (LESSER_MODIFIERS.has(key)) lesser = true;
    else if (PAST_MODIFIERS.has(key)) past = true;
    else if (key !== "-" && !NEUTRAL_MODIFIERS.has(key)) return null;
  }
  return null;
}

function bareTitleAt(reader: MentionReader, i: number): Title | null {
  const atom = reader.atomAt(i);
  if (!atom) return null;
  const titles = atom.entries.flatMap((entry) => (entry.kind === "title" ? [entry] : []));
  const first = titles.find(({ office }) => office === null) ?? titles[0];
  if (!first) return null;
  const offices = titles.flatMap(({ office }) => (office === null ? [] : [office]));
  return {
    from: i,
    to: reader.keyAt(atom.to) === "-" && PENDING.has(reader.keyAt(atom.to + 1)) ? atom.to + 2 : atom.to,
    role: first.role,
    plural: titles.every(({ plural }) => plural),
    weak: first.weak,
    offices,
    past: reader.keyAt(atom.to) === "-" && PENDING.has(reader.keyAt(atom.to + 1)),
    capital: isCapital(reader.tokens[i]!.text),
  };
}

/** "Prime Minister-designate": not yet in office. */
const PENDING = new Set(["designate", "elect"]);

/** "Homeland Security Advisor": capitalised words that lead up to a capitalised title. */
function compoundTitleAt(reader: MentionReader, i: number): Title | null {
  for (let at = i; at < i + 4; at++) {
    const token = reader.tokens[at];
    if (!token || !isCapital(token.text) || token.upos === "VERB" || token.upos === "PRON" || token.upos === "DET")
      return null;
    if (at > i) {
      const title = bareTitleAt(reader, at);
      if (title)
        return title.plural || title.role === "president"
          ? null
          : { ...title, from: i, offices: [], weak: true, role: title.role };
    }
    if (reader.atomAt(at)) return null;
  }
  return null;
}
