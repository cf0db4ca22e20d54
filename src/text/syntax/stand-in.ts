/** A form that the tagger and parser are shown in the place of a name, with wink's tag for it. */
export interface StandIn {
  form: string;
  /** UPOS. */
  upos: string;
}

export type StandIns = ReadonlyMap<string, StandIn>;

export const NO_STAND_INS: StandIns = new Map();
