/**
 * The catalogue: what an editor may change. Each schema is one kind of YAML entry under `catalog/`.
 *
 * Patterns are one small language, matched on tokens without regard to case; an atom meets a token's lemma or form:
 *   `energy infrastructure|facility`   atoms in a row, `a|b` alternatives
 *   `sanction*`                        prefix
 *   `prisoner?`                        the atom may be missing
 *   `strike … power plant`             up to four tokens between, not across a sentence
 */
import { z } from "zod";
import { ActType } from "./act.js";
import { Agreement } from "./agreement.js";
import { ChecklistEntry } from "./checklist.js";
import { PartialDate } from "./document.js";
import { Feed } from "./feed.js";
import { History, ReferenceClass } from "./history.js";
import { Publisher } from "./publisher.js";
import { Region } from "./region.js";

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);
const Pattern = z.string().min(1).max(400);
const Sentence = z.string().min(3).max(400);

/**
 * What a governor does to the act in its complement: `+` keeps it (agreed to accept), `-` negates it (refused to
 * accept), `0` leaves it open (urged to accept), `?` makes it conditional. Source: implicative and factive verb
 * signatures, Nairn, Condoravdi and Karttunen 2006; "0" covers both of their non-committal signs.
 */
export const Signature = z.enum(["+", "-", "0", "?"]);
export type Signature = z.infer<typeof Signature>;

/** Where the actor or recipient of an act stands relative to its trigger. */
const Place = z.enum(["subject", "object", "possessor", "to", "with", "from", "by", "for", "against", "on", "none"]);

/**
 * A trigger: the words that make a clause an act (`act` set), or that only govern one (`act` null: "fail to").
 * frame verb: `head` is the verb's lemma; adjective: the predicate's ("be ready to"); noun: the noun's
 * ("agreement on"); phrase: `pattern` alone decides.
 */
export const Trigger = z
  .object({
    id: Id,
    act: ActType.nullable(),
    strength: z.number().min(0).max(1).nullable().default(null),
    frame: z.enum(["verb", "adjective", "noun", "phrase"]),
    /** Lemmas, any of which may be the head. */
    head: z.array(z.string()).default([]),
    /** Lemmas, one of which must be the direct object or passive subject ("express readiness"). */
    object: z.array(z.string()).default([]),
    /** Prepositions or particles, one of which must follow ("call for", "rule out"). */
    with: z.array(z.string()).default([]),
    /** Kinds of complement, one of which must be there. */
    complement: z.array(z.enum(["infinitive", "that", "gerund", "direct", "quote"])).default([]),
    pattern: Pattern.nullable().default(null),
    /** Patterns that take the entry back where they meet any of its own words ("in order to" is no order). */
    unless: z.array(Pattern).default([]),
    signature: Signature,
    actor: Place.default("subject"),
    recipient: Place.default("none"),
    /** True where the verb only reports speech ("said"): it gives the attribution, and an act only if nothing better is inside. */
    speech: z.boolean().default(false),
    /** True where the words name conduct that others call wrong ("violated"): its doer says nothing by it. */
    conduct: z.boolean().default(false),
    /** False where the words only announce the act ("ready to accept"): it is told, but not as having happened. */
    asserts: z.boolean().default(true),
    /** True where the words only look like an act and are none ("conceded defeat"): less specific acts on the same head are not made. */
    hides: z.boolean().default(false),
    /** True for thanks and praise: what they are given for is their matter, and no act of its own unless it binds. */
    acknowledges: z.boolean().default(false),
    /** True where what is told of as coming is news and no undertaking of the teller ("informed him that it would buy"). */
    news: z.boolean().default(false),
    /** True where the words only open what the speaker then says ("I would like to"): what takes two is not done by them. */
    opens: z.boolean().default(false),
    /** Lemmas of conduct: where it is about another party's ("concern about Chad's actions"), the act accuses that party. */
    blames: z.array(z.string()).default([]),
    note: z.string().optional(),
    examples: z.array(Sentence).min(1),
    counterExamples: z.array(Sentence).default([]),
  })
  .strict();
export type Trigger = z.infer<typeof Trigger>;

export const Issue = z
  .object({
    id: Id,
    name: z.string(),
    family: Id,
    patterns: z.array(Pattern).min(1),
    /** Patterns in whose presence (same clause) the issue does not hold. */
    unless: z.array(Pattern).default([]),
    /** The wider issues this one is a kind of. */
    broader: z.array(Id).default([]),
    examples: z.array(Sentence).min(1),
    counterExamples: z.array(Sentence).default([]),
  })
  .strict();
export type Issue = z.infer<typeof Issue>;

/** A kind of object that terms cover or spare; `partOf` orders them (refinery is energy, energy is infrastructure). */
export const Target = z
  .object({
    id: Id,
    name: z.string(),
    patterns: z.array(Pattern).min(1),
    partOf: z.array(Id).default([]),
    note: z.string().optional(),
  })
  .strict();
export type Target = z.infer<typeof Target>;

/** A kind of conduct that terms prohibit and feeds report; `partOf` orders them (a drone strike is a strike, a strike an attack). */
export const Conduct = z
  .object({ id: Id, name: z.string(), partOf: z.array(Id).default([]), note: z.string().optional() })
  .strict();
export type Conduct = z.infer<typeof Conduct>;

/** Words that weaken ("may", "in principle") or strengthen an act; `strength` is added to it. */
export const Hedge = z
  .object({ id: Id, pattern: Pattern, strength: z.number().min(-1).max(1), note: z.string().optional() })
  .strict();
export type Hedge = z.infer<typeof Hedge>;

/** Words that make a sentence a prediction; `hedge` marks those that weaken it. */
export const Prediction = z
  .object({ id: Id, pattern: Pattern, hedge: z.boolean().default(false), examples: z.array(Sentence).min(1) })
  .strict();
export type Prediction = z.infer<typeof Prediction>;

/** Words that carry a text without saying anything ("had a telephone conversation with", "thank you very much"). */
export const Furniture = z
  .object({
    id: Id,
    pattern: Pattern,
    /** A longer clause is no furniture. */
    longestWords: z.int().min(1).default(60),
    /** The clause says nothing else, whatever it goes on with ("Here's a look at what they agreed"). */
    whole: z.boolean().default(false),
    examples: z.array(Sentence).min(1),
    counterExamples: z.array(Sentence).default([]),
  })
  .strict();
export type Furniture = z.infer<typeof Furniture>;

/** Words by which a report says that somebody left a matter out ("made no mention of"). */
export const Omission = z
  .object({
    id: Id,
    pattern: Pattern,
    /** On which side of the words the matter stands that is left out. */
    matter: z.enum(["before", "after"]),
    examples: z.array(Sentence).min(1),
    counterExamples: z.array(Sentence).default([]),
  })
  .strict();
export type Omission = z.infer<typeof Omission>;

/** What stands on a page around a text and is no part of it: share bars, related headlines, "listen to" boxes. */
export const PageFurniture = z
  .object({
    id: Id,
    /** Words of an element's class or id. */
    words: z.array(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)).default([]),
    /** Regular expressions for the words of a whole block, whatever their case. */
    lines: z.array(z.string().min(1)).default([]),
    examples: z.array(z.string()).min(1),
    counterExamples: z.array(Sentence).default([]),
  })
  .strict();
export type PageFurniture = z.infer<typeof PageFurniture>;

/** A diplomatic euphemism and what practitioners take it to mean. */
export const GlossaryEntry = z
  .object({ id: Id, term: z.string(), meaning: z.string(), source: z.string().optional() })
  .strict();
export type GlossaryEntry = z.infer<typeof GlossaryEntry>;

const ActorId = z.string().regex(/^[A-Z][A-Z0-9]{1,11}(-[A-Z0-9]+)*(:[a-z0-9-]+)?$/);

/** A state or territory with a government of its own. `note` marks what is disputed and by whom. */
export const State = z
  .object({
    id: ActorId,
    name: z.string(),
    /** Further names of the state itself. */
    names: z.array(z.string()).default([]),
    /** "Russian"; modifies persons, offices and things. */
    adjectives: z.array(z.string()).default([]),
    /** Words for its people. */
    demonyms: z.array(z.string()).default([]),
    capital: z.string().nullable().default(null),
    /** Names that stand for its government: capital, seat, building. */
    metonyms: z.array(z.string()).default([]),
    /** Places in it that texts name as areas. */
    places: z.array(z.string()).default([]),
    /** The word that stands for it with the article once a text has named it ("the North"). */
    half: z.enum(["North", "South"]).nullable().default(null),
    note: z.string().optional(),
  })
  .strict();
export type State = z.infer<typeof State>;

export const Organisation = z
  .object({
    id: ActorId,
    name: z.string(),
    names: z.array(z.string()).default([]),
    adjectives: z.array(z.string()).default([]),
    /** The state it belongs to (a ministry, a parliament), null for international and armed organisations. */
    state: z.string().nullable().default(null),
    /** True where it publishes for others to quote (news agencies, papers). */
    outlet: z.boolean().default(false),
    members: z.array(z.string()).default([]),
    note: z.string().optional(),
  })
  .strict();
export type Organisation = z.infer<typeof Organisation>;

export const Holder = z
  .object({
    id: ActorId,
    /** English display name. */
    name: z.string(),
    /** Other spellings and name forms, the family name alone among them when texts use it. */
    names: z.array(z.string()).default([]),
    sex: z.enum(["f", "m"]).optional(),
    from: PartialDate,
    to: PartialDate.nullable(),
    note: z.string().optional(),
  })
  .strict();
export type Holder = z.infer<typeof Holder>;

/** An office with its holders in order of time; `role` is the word that "the presidents" generalises over. */
export const Office = z
  .object({
    id: ActorId,
    state: z.string(),
    role: Id,
    /** Full titles as texts write them: "President of Russia", "Russian President". */
    titles: z.array(z.string()).min(1),
    holders: z.array(Holder).default([]),
  })
  .strict();
export type Office = z.infer<typeof Office>;

/** Issues whose silence is news in contacts between these parties. */
export const Watchlist = z
  .object({
    id: Id,
    title: z.string(),
    /** The list applies when the sources or participants include one of each inner list. */
    parties: z.array(z.array(z.string())).min(1),
    issues: z.array(z.object({ issue: Id, because: z.string() }).strict()).min(1),
  })
  .strict();
export type Watchlist = z.infer<typeof Watchlist>;

/** The box around a state's territory in degrees, a degree of margin included: finds coordinates that are swapped. */
export const CountryBox = z
  .object({
    id: z.string().regex(/^[A-Z]{3}$/),
    box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  })
  .strict();
export type CountryBox = z.infer<typeof CountryBox>;

export const Catalog = z.object({
  triggers: z.array(Trigger),
  issues: z.array(Issue),
  targets: z.array(Target),
  hedges: z.array(Hedge),
  glossary: z.array(GlossaryEntry),
  furniture: z.array(Furniture),
  omissions: z.array(Omission),
  pageFurniture: z.array(PageFurniture),
  states: z.array(State),
  organisations: z.array(Organisation),
  offices: z.array(Office),
  publishers: z.array(Publisher),
  watchlists: z.array(Watchlist),
  agreements: z.array(Agreement),
  conducts: z.array(Conduct),
  feeds: z.array(Feed),
  regions: z.array(Region),
  boxes: z.array(CountryBox),
  histories: z.array(History),
  classes: z.array(ReferenceClass),
  checklist: z.array(ChecklistEntry),
  predictions: z.array(Prediction),
});
export type Catalog = z.infer<typeof Catalog>;
