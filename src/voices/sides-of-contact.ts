/** The Acts of a report -> ids of the parties to the contact that it is about. */
import type { Act } from "../model/act.js";
import { partyOf, type VoiceCatalog } from "./voice-of-act.js";

const MADE_TOGETHER = new Set<Act["act"]>(["discussed", "agreed"]);

/**
 * Those who did something together first (talked, agreed); where nobody did, all whose words are told. `participants` are
 * ids that the user gave.
 */
export function sidesOfContact(acts: readonly Act[], participants: readonly string[], catalog: VoiceCatalog): string[] {
  const partiesOf = (ids: readonly string[]) => [...new Set(ids.flatMap((id) => partyOf([id], catalog) ?? []))];
  if (participants.length > 0) return partiesOf(participants);
  const together = acts
    .filter(({ act }) => MADE_TOGETHER.has(act))
    .map(({ actors, recipients }) => partiesOf([...actors, ...recipients]))
    .find((parties) => parties.length > 1);
  return together ?? partiesOf(acts.flatMap(({ speakers = [] }) => speakers.slice(0, 1).flat()));
}
