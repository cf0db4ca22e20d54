/** A text's layout -> its genre, by weighing what its title, lead and shape show. */
import type { Genre } from "../model/document.js";
import { readShape, type Shape } from "./read-shape.js";
import type { Layout } from "./text-layout.js";

export interface GenreAnswer {
  genre: Genre;
  /** False where nothing in the text decided and `statement` stands for want of a better word. */
  sure: boolean;
}

interface Cue {
  genre: Genre;
  weight: number;
  title?: RegExp;
  lead?: RegExp;
  shape?: (shape: Shape) => boolean;
}

const CONTACT =
  /\b(?:spoke|talked)\b[^.]{0,60}\b(?:with|to|today|yesterday|(?:by|over the) (?:tele)?phone)\b|\b(?:had|held|hold|took place|conducted|concluded)\b[^.]{0,60}\b(?:conversations?|calls?|talks|consultations|meetings?|negotiations|videoconferences?)\b|\b(?:conversations?|calls?|talks|consultations|meetings?|negotiations)\b[^.]{0,80}\b(?:took place|(?:was|were) held|have been held)\b|\b(?:met|meets)\b[^.]{0,40}\bwith\b|\bmet (?:today|yesterday|this|in|at|on|virtually)\b|\b(?:convened|hosted|chaired|received|telephoned|called|phoned)\b/i;

/** Weights: 4 settles it unless another genre is as plain, 2 is a fair sign, 1 leans. */
const CUES: readonly Cue[] = [
  {
    genre: "readout",
    weight: 4,
    title:
      /\breadout\b|\b(?:tele)?phone (?:calls?|conversations?|talks?)\b|\bsummit (?:talks?|calls?)\b|\boutcomes? of\b|\bheld (?:a|an)\b.*\b(?:call|meeting|talks)\b|\b(?:call|meeting|talks) with\b/i,
  },
  { genre: "readout", weight: 3, lead: CONTACT, shape: (s) => s.firstPersonRate < 0.015 },
  {
    genre: "readout",
    weight: 2,
    lead: /^[^\n]{0,140}\b(?:today|yesterday|this (?:morning|afternoon|evening|week)|on \p{Lu}\p{L}+ \d{1,2})\b/u,
    shape: (s) => s.firstPersonRate < 0.01 && s.newsMarks === 0,
  },
  { genre: "readout", weight: 1, shape: (s) => s.firstPersonRate < 0.02 && s.words < 3000 },
  {
    genre: "joint-statement",
    weight: 6,
    title:
      /\bjoint (?:\S+ ){0,2}(?:statement|declaration|communiqu[eé]|vision|announcement)|\b(?:trilateral|quadrilateral) (?:statement|declaration)|\bleaders['’]? (?:statement|declaration|communiqu[eé])/i,
  },
  {
    genre: "joint-statement",
    weight: 5,
    lead: /^\W*we,? the (?:\S+ ){0,3}(?:leaders|presidents|heads|foreign ministers|ministers|undersigned|representatives|participants|members)\b|^[^.]{0,200}\b(?:issued|adopt(?:ed)?) the following (?:joint )?(?:statement|declaration)/i,
  },
  { genre: "joint-statement", weight: 5, shape: (s) => s.weRate > 0.5 && s.severalParties },
  { genre: "transcript", weight: 5, shape: (s) => s.speakers >= 2 && s.turns >= 3 },
  {
    genre: "transcript",
    weight: 4,
    title: /\btranscript\b|\b(?:remarks|interview|press (?:conference|statements?)|speech|address)\b/i,
  },
  {
    genre: "transcript",
    weight: 3,
    lead: /^\W*(?:(?:dear )?(?:colleagues|friends|ladies and gentlemen)|mr\.? (?:president|chairman|prime minister|secretary)|madam|(?:thank you(?: very much)?,|good (?:morning|afternoon|evening)))/i,
    shape: (s) => s.firstPersonRate > 0.01,
  },
  { genre: "transcript", weight: 5, shape: (s) => s.addresses >= 2 && s.firstPersonRate > 0.005 && s.turns < 3 },
  { genre: "briefing", weight: 6, title: /\bbriefing\b|\bpress gaggle\b|\bbackground (?:press )?call\b/i },
  {
    genre: "briefing",
    weight: 6,
    lead: /\b(?:briefed|briefing)\b[^.]{0,60}\b(?:media|press|reporters|journalists)\b|^[^.]{0,160}\b(?:spokes(?:person|man|woman)|aide|senior (?:administration )?official|press secretary)\b[^.]{0,80}\b(?:answered|told (?:reporters|journalists|the media)|took questions|commented on)/i,
  },
  { genre: "briefing", weight: 2, shape: (s) => s.questions >= 2 && s.speakers <= 3 },
  { genre: "post", weight: 5, shape: (s) => s.words <= 300 && s.handles > 0 },
  {
    genre: "post",
    weight: 4,
    lead: /\b(?:truth social|telegram channel|posted on x|wrote on x|on (?:twitter|telegram|facebook))\b/i,
    shape: (s) => s.words <= 300 && s.outsideAttributions < 3,
  },
  { genre: "post", weight: 2, shape: (s) => s.words <= 120 && s.firstPersonRate > 0.02 },
  { genre: "report", weight: 5, shape: (s) => s.newsMarks >= 2 },
  { genre: "report", weight: 2, shape: (s) => s.newsMarks === 1 },
  { genre: "report", weight: 4, shape: (s) => s.outsideAttributions >= 3 },
  { genre: "report", weight: 4, shape: (s) => s.voices >= 5 },
  {
    genre: "statement",
    weight: 5,
    title:
      /^(?:press )?statement\b|\bstatement (?:by|from|of|on)\b|\bcommuniqu[eé]\b|\bcomments? by\b|\bdeclaration\b/i,
  },
  { genre: "statement", weight: 3, shape: (s) => s.firstPersonRate > 0.02 && s.speakers === 0 },
  { genre: "statement", weight: 2, shape: (s) => s.points >= 3 },
  {
    genre: "statement",
    weight: 3,
    lead: /\b(?:ministry|government|office|cabinet|chancellery)\b[^.]{0,60}\b(?:states|declares|condemns|welcomes|notes|expresses|calls|regrets|rejects)\b/i,
  },
];

const LEAD_CHARACTERS = 700;

/** The genre with most weight; of equals the one that stands first in `CUES`. */
export function recogniseGenre(layout: Layout, severalParties: boolean): GenreAnswer {
  const shape = readShape(layout, severalParties);
  const lead = layout.body.trimStart().slice(0, LEAD_CHARACTERS);
  const weights = new Map<Genre, number>();
  for (const cue of CUES)
    if (holds(cue, layout.title ?? "", lead, shape)) weights.set(cue.genre, (weights.get(cue.genre) ?? 0) + cue.weight);
  const best = [...weights].reduce<[Genre, number]>((a, b) => (b[1] > a[1] ? b : a), ["statement", 1]);
  return { genre: best[0], sure: best[1] > 1 };
}

function holds(cue: Cue, title: string, lead: string, shape: Shape): boolean {
  return (cue.title?.test(title) ?? true) && (cue.lead?.test(lead) ?? true) && (cue.shape?.(shape) ?? true);
}
