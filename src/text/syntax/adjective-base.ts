/** A compared adjective or adverb -> its base, by ending. */

/** Bases in -e, whose e is shared with the ending. */
const ENDS_IN_E =
  /(?:saf|larg|strang|fin|clos|wis|nic|fre|sur|tru|rar|simpl|gentl|nobl|abl|fierc|sever|sincer|wid|lat|brav|pur|grav|intens|scarc|tens|dens|remot|sparc)$/;

/** Words that look compared and are used as bases of their own. */
const OWN_BASE = new Set(["further", "former", "latter", "upper", "inner", "outer", "other"]);

/** Base of a lower-case comparative or superlative in -er or -est; irregular ones are learned and looked up before. */
export function adjectiveBase(lower: string): string {
  const stem = lower.replace(/(?:er|est)$/, "");
  if (stem === lower || stem.length < 3 || OWN_BASE.has(lower)) return lower;
  if (stem.endsWith("i")) return `${stem.slice(0, -1)}y`;
  if (/[aeiou]([bdgmnt])\1$/.test(stem)) return stem.slice(0, -1);
  return ENDS_IN_E.test(stem) ? `${stem}e` : stem;
}
