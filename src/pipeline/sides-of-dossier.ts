/** A dossier's documents and their acts -> which of them are the sides' accounts of the contact, and what others say. */
import { loadCatalog } from "../catalog/load-catalog.js";
import type { Act } from "../model/act.js";
import type { Document } from "../model/document.js";
import type { Edition } from "../model/explainer.js";
import type { OtherRecord } from "../publish/explainer/other-views.js";
import { sidesOfContact } from "../voices/sides-of-contact.js";
import { splitVoices } from "../voices/split-voices.js";
import { statedOmissions } from "../voices/stated-omissions.js";
import { nameOf, partyOf } from "../voices/voice-of-act.js";

export interface DossierSides {
  /** Those that are compared. */
  sides: Document[];
  otherDocuments: Document[];
  others: OtherRecord[];
}

type ActsOf = (document: Document) => readonly Act[];

/**
 * A text is a side's where its editor says so; else where another side's text tells of having done something together
 * with whom it speaks for. Reports give their voices. Fewer than two sides cannot be: then all texts are compared.
 */
export function sidesOfDossier(
  documents: readonly Document[],
  acts: readonly Act[],
  { origins }: Edition,
): DossierSides {
  const actsOf: ActsOf = ({ id }) => acts.filter((act) => act.document === id);
  const told = (document: Document) => origins[document.id]?.other ?? null;
  const met = new Map(documents.map((document) => [document.id, metIn(document, actsOf)]));
  const isSide = (document: Document) => {
    const said = told(document);
    if (said !== null) return !said;
    if (document.genre === "report" || document.parties.length === 0) return document.genre !== "report";
    return documents.some(
      (other) => other !== document && document.parties.some((party) => met.get(other.id)!.has(party)),
    );
  };
  const sides = documents.filter(isSide);
  if (sides.length < 2) return { sides: [...documents], otherDocuments: [], others: [] };
  const otherDocuments = documents.filter((document) => !sides.includes(document));
  return { sides, otherDocuments, others: otherDocuments.flatMap((document) => othersIn(document, actsOf, sides)) };
}

const TOGETHER = new Set<Act["act"]>(["discussed", "agreed"]);

/** Parties with whom the text's own side did something together; none for a text that speaks for nobody. */
function metIn(document: Document, actsOf: ActsOf): Set<string> {
  const catalog = loadCatalog();
  const met = actsOf(document)
    .filter(({ act, veridicality }) => TOGETHER.has(act) && veridicality === "asserted")
    .map(({ actors, recipients }) => [...actors, ...recipients].flatMap((id) => partyOf([id], catalog) ?? []))
    .filter((parties) => parties.some((party) => document.parties.includes(party)));
  return new Set(met.flat().filter((party) => !document.parties.includes(party)));
}

/** A text that speaks for somebody is one voice; of a report, those that are no side and not the reporter. */
function othersIn(document: Document, actsOf: ActsOf, sides: readonly Document[]): OtherRecord[] {
  const catalog = loadCatalog();
  if (document.genre !== "report") {
    const name = document.publisher ?? document.id;
    return [{ name, kind: "party", document, acts: actsOf(document) }];
  }
  const acts = actsOf(document);
  const silences = statedOmissions(document.text, catalog.omissions, catalog.issues).map(({ words }) => words);
  const parties = sidesOfContact(
    [],
    sides.flatMap((side) => side.parties),
    catalog,
  );
  const { voices } = splitVoices(document, acts, catalog, { sides: parties, silences });
  return byName(
    voices.flatMap(({ kind, name, acts: own }): OtherRecord[] => {
      if (kind === "side") return [];
      return kind === "reporter" ? doneByOthers(own, document, parties) : [{ name, kind, document, acts: own }];
    }),
  );
}

/** What a report tells in its own voice of parties that are no side: "France demanded a ceasefire". */
function doneByOthers(acts: readonly Act[], document: Document, sides: readonly string[]): OtherRecord[] {
  const catalog = loadCatalog();
  return acts.flatMap((act) => {
    const parties = [...new Set(act.actors.map((actor) => partyOf([actor], catalog)))];
    const [party] = parties;
    if (parties.length !== 1 || !party || sides.includes(party)) return [];
    return [{ name: nameOf(party, catalog), kind: "other" as const, document, acts: [act] }];
  });
}

/** One entry a name, in the order of their first words. */
function byName(others: readonly OtherRecord[]): OtherRecord[] {
  const named = new Map<string, OtherRecord>();
  for (const other of others) {
    const known = named.get(other.name);
    const kind = known && known.kind !== "other" ? known.kind : other.kind;
    named.set(other.name, { ...other, kind, acts: [...(known?.acts ?? []), ...other.acts] });
  }
  const first = ({ acts }: OtherRecord) => Math.min(...acts.map(({ start }) => start));
  return [...named.values()].sort((a, b) => first(a) - first(b));
}
