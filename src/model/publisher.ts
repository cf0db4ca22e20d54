/** A publisher of texts, as an entry of `catalog/sources/`: whose texts they are, where their lists stand, how pages are built. */
import { z } from "zod";
import { PartialDate } from "./document.js";

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);
const Language = z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/);
const Selector = z.string().min(1).max(200);
const Host = z.string().regex(/^[a-z0-9.-]+(:\d+)?$/);

/** A list of texts: a feed, or a page of links (`links` selects them, `dates` the elements that tell their days, in the same order). */
export const PublisherList = z
  .object({
    address: z.url({ protocol: /^https?$/ }),
    kind: z.enum(["rss", "atom", "json", "page"]),
    language: Language.default("en"),
    links: Selector.nullable().default(null),
  })
  .strict()
  .refine(
    ({ kind, links }) => kind !== "page" || links !== null,
    "a list of kind page needs links, the selector of its links",
  );
export type PublisherList = z.infer<typeof PublisherList>;

/** CSS selectors of a text's page; what is null is found without one. */
export const PageSelectors = z
  .object({
    text: Selector.nullable().default(null),
    title: Selector.nullable().default(null),
    published: Selector.nullable().default(null),
    byline: Selector.nullable().default(null),
    /** What stands inside of the text and is none of it. */
    drop: z.array(Selector).default([]),
  })
  .strict();
export type PageSelectors = z.infer<typeof PageSelectors>;

/** What holds as long as the entry fits the site; where it does not, following it is an error that is told. */
export const Assertions = z
  .object({
    newTextWithinDays: z.int().min(1).nullable().default(null),
    titleNeverEmpty: z.boolean().default(true),
    publishedNeverEmpty: z.boolean().default(false),
    fewestWords: z.int().min(1).default(20),
  })
  .strict();
export type Assertions = z.infer<typeof Assertions>;

export const Publisher = z
  .object({
    id: Id,
    /** As it names itself, in English. */
    name: z.string(),
    /** Id of the state or organisation for which its texts speak; null for outlets. */
    party: z.string().nullable(),
    /** Id of the outlet among the organisations; null for parties. */
    outlet: z.string().nullable().default(null),
    /** Languages it publishes in. */
    languages: z.array(Language).min(1),
    /** The language whose version counts where versions differ; null where the publisher does not say. */
    authoritative: Language.nullable(),
    /** True where its English texts are translations. */
    translated: z.boolean().default(false),
    /** An SPDX id where the publisher names a licence, else its terms in a few words. */
    licence: z.string(),
    terms: z
      .url({ protocol: /^https?$/ })
      .nullable()
      .default(null),
    /** Texts are taken from these hosts alone. */
    hosts: z.array(Host).min(1),
    /** IANA name of the zone in which its pages tell times. */
    zone: z.string(),
    lists: z.array(PublisherList).min(1),
    /** Regular expression for the paths of texts, where lists link to other things too. */
    texts: z.string().nullable().default(null),
    cadence: z.object({ everyHours: z.number().min(0.25).max(168) }).strict(),
    page: PageSelectors.default({ text: null, title: null, published: null, byline: null, drop: [] }),
    assertions: Assertions.default({
      newTextWithinDays: null,
      titleNeverEmpty: true,
      publishedNeverEmpty: false,
      fewestWords: 20,
    }),
    /** When somebody last saw the entry fit the site; null where nobody has yet. */
    checkedOn: PartialDate.nullable(),
    note: z.string().optional(),
  })
  .strict()
  .refine(({ party, outlet }) => (party === null) !== (outlet === null), "give a party or an outlet, and not both")
  .refine(({ zone }) => isZone(zone), "zone is no IANA time zone");
export type Publisher = z.infer<typeof Publisher>;

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
