/** A dated public prediction by somebody named: exact words, what would settle it, by when, what came of it. */
import { z } from "zod";

const Id = z
  .string()
  .max(80)
  .regex(/^[a-z0-9][a-z0-9-]*$/);
const Day = z.iso.date();

/** Where words stand: the source, and the exact slice of it. */
export const ForecastEvidence = z
  .object({
    source: z.string().min(1).max(400),
    url: z.url({ protocol: /^https?$/ }).optional(),
    published: Day.optional(),
    /** Of the archived text that the quote was found in. */
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
    /** Exact words. */
    quote: z.string().min(1).max(1000),
    start: z.int().min(0).optional(),
    end: z.int().min(0).optional(),
  })
  .strict();
export type ForecastEvidence = z.infer<typeof ForecastEvidence>;

/** 0 and 1 cannot be scored: one of them wrong costs without limit. */
const Probability = z.number().min(0.001).max(0.999);

export const Forecast = z
  .object({
    id: Id,
    /** Who predicts, as the source names them. */
    by: z.string().min(1).max(200),
    /** Id of the agreement or dossier that it is about. */
    about: Id.optional(),
    /** Forecasts with one question are set against each other; a forecast without one stands alone. */
    question: Id,
    /** What would settle it, as a question that is answered yes or no. */
    settledBy: z.string().min(1).max(1000),
    /** The day by which it is settled. */
    resolvesOn: Day,
    madeOn: Day,
    evidence: ForecastEvidence,
    /** As the forecaster stated it, or as a coder put the words; null while words are all there is. */
    probability: Probability.nullable().default(null),
    /** Who turned words into the probability; null where the forecaster stated it. */
    codedBy: z.string().min(1).max(200).nullable().default(null),
    /** The words that weaken it ("very, very difficult"), kept as they are. */
    hedge: z.string().max(400).nullable().default(null),
  })
  .strict();
export type Forecast = z.infer<typeof Forecast>;

export const Resolution = z
  .object({
    outcome: z.enum(["yes", "no", "void"]),
    on: Day,
    evidence: ForecastEvidence,
    by: z.string().min(1).max(200),
  })
  .strict();
export type Resolution = z.infer<typeof Resolution>;

/** One line of a registry: append-only, so that nothing said can be unsaid. */
export const ForecastEvent = z.discriminatedUnion("event", [
  z.object({ event: z.literal("added"), at: z.iso.datetime(), forecast: Forecast }).strict(),
  z
    .object({
      event: z.literal("coded"),
      at: z.iso.datetime(),
      id: Id,
      probability: Probability,
      codedBy: z.string().min(1).max(200),
    })
    .strict(),
  z.object({ event: z.literal("resolved"), at: z.iso.datetime(), id: Id, resolution: Resolution }).strict(),
]);
export type ForecastEvent = z.infer<typeof ForecastEvent>;

/** A forecast as it stands, with its scores where it is settled and has a probability. */
export const ScoredForecast = z.object({
  id: z.string(),
  by: z.string(),
  statement: z.string(),
  source: z.string(),
  settledBy: z.string(),
  madeOn: z.string(),
  resolvesOn: z.string(),
  probability: z.number().nullable(),
  codedBy: z.string().nullable(),
  hedge: z.string().nullable(),
  resolution: z.enum(["yes", "no", "void"]).nullable(),
  /** (p - outcome)²: 0 is perfect, 0.25 what a coin gets. */
  brier: z.number().nullable(),
  /** Natural logarithm of the probability given to what came: 0 is perfect. */
  logScore: z.number().nullable(),
  /** 100 (1 + log2 of that probability): 0 for a coin, 100 for certainty (Metaculus). */
  baselineScore: z.number().nullable(),
  /** 100 times the log score less the mean log score of the others on the question (Metaculus); null without others. */
  peerScore: z.number().nullable(),
});
export type ScoredForecast = z.infer<typeof ScoredForecast>;

/** What the words of a text might be registered as; an editor decides. */
export const ProposedForecast = z.object({
  by: z.string(),
  statement: z.string(),
  hedge: z.string().nullable(),
  issues: z.array(z.string()),
  evidence: ForecastEvidence,
  because: z.string(),
});
export type ProposedForecast = z.infer<typeof ProposedForecast>;

/** How one forecaster has fared. */
export interface ForecasterRecord {
  by: string;
  forecasts: number;
  scored: number;
  /** Said in words that nobody has put a number to. */
  withoutNumber: number;
  brier: number | null;
  logScore: number | null;
  baselineScore: number | null;
  peerScore: number | null;
  /** Forecasts by stated probability: how many came true, with a 95% Wilson interval. */
  calibration: {
    from: number;
    to: number;
    n: number;
    predicted: number;
    observed: number;
    low: number;
    high: number;
  }[];
}
