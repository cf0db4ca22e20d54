/** The closed class of nouns that name an office, a side, an institution or a group, and what each stands for. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/**
 * Role -> its nouns in the singular, parted by `|`. A `weak` role names an office only beside a state, an organisation
 * or a name ("head", "chief"); alone such a word is an ordinary noun.
 */
export const ROLES: readonly { role: string; nouns: string; weak?: true }[] = [
  { role: "president", nouns: "president" },
  { role: "president-elect", nouns: "president-elect" },
  { role: "vice-president", nouns: "vice president|vice-president" },
  { role: "first-vice-president", nouns: "first vice president|first vice-president" },
  { role: "prime-minister", nouns: "prime minister|premier|head of government|taoiseach|PM" },
  { role: "deputy-prime-minister", nouns: "deputy prime minister|vice premier|vice prime minister|vice-premier" },
  { role: "chancellor", nouns: "chancellor" },
  { role: "foreign-minister", nouns: "foreign minister|minister of foreign affairs|minister for foreign affairs" },
  { role: "foreign-minister", nouns: "foreign affairs minister|foreign secretary|secretary of state|top diplomat" },
  { role: "deputy-foreign-minister", nouns: "deputy foreign minister|vice foreign minister|deputy secretary of state" },
  { role: "deputy-foreign-minister", nouns: "deputy minister of foreign affairs|vice minister of foreign affairs" },
  { role: "defence-minister", nouns: "defence minister|defense minister|minister of defence|minister of defense" },
  { role: "defence-minister", nouns: "minister of national defence|minister of national defense|defence secretary" },
  { role: "defence-minister", nouns: "defense secretary|secretary of defense" },
  { role: "national-security-adviser", nouns: "national security adviser|national security advisor" },
  { role: "national-security-adviser", nouns: "security council secretary|secretary of the security council" },
  { role: "spokesperson", nouns: "spokesperson|spokesman|spokeswoman|press secretary" },
  {
    role: "special-envoy",
    nouns: "special envoy|special presidential envoy|special representative|presidential envoy|envoy",
  },
  { role: "ambassador", nouns: "ambassador|permanent representative" },
  { role: "secretary-general", nouns: "secretary-general|secretary general|general secretary" },
  { role: "director-general", nouns: "director general|director-general" },
  { role: "chairperson", nouns: "chairperson|chairman|chairwoman|chair|chairperson-in-office", weak: true },
  { role: "monarch", nouns: "king|queen|emir|amir|sultan|monarch" },
  { role: "crown-prince", nouns: "crown prince" },
  { role: "supreme-leader", nouns: "supreme leader" },
  { role: "leader", nouns: "leader|head of state", weak: true },
  { role: "minister", nouns: "minister|cabinet secretary|state minister|minister of state" },
  { role: "secretary", nouns: "secretary" },
  { role: "counterpart", nouns: "counterpart|opposite number" },
  { role: "military-chief", nouns: "chief of the general staff|chief of general staff|army chief|commander-in-chief" },
  { role: "chief-of-staff", nouns: "chief of staff" },
  {
    role: "presidential-aide",
    nouns: "presidential aide|presidential assistant|presidential adviser|presidential advisor",
  },
  { role: "high-representative", nouns: "high representative" },
  { role: "high-commissioner", nouns: "high commissioner" },
  { role: "pope", nouns: "pope|pontiff" },
  { role: "speaker", nouns: "speaker|parliament speaker|speaker of parliament", weak: true },
  { role: "intelligence-chief", nouns: "intelligence chief|spy chief", weak: true },
  { role: "negotiator", nouns: "chief negotiator|lead negotiator|negotiator", weak: true },
  { role: "adviser", nouns: "adviser|advisor|aide|assistant", weak: true },
  { role: "director", nouns: "director|head|chief|commissioner|coordinator", weak: true },
  { role: "commander", nouns: "commander", weak: true },
  { role: "representative", nouns: "representative|diplomat|official|chargé d'affaires", weak: true },
  { role: "governor", nouns: "governor|mayor", weak: true },
  { role: "lawmaker", nouns: "senator|congressman|congresswoman|lawmaker", weak: true },
];

/** Fields of government: each makes "energy minister", "minister of energy" and "energy ministry". */
export const FIELDS: readonly string[] = (
  "finance|economy|energy|interior|trade|commerce|transport|transportation|agriculture|justice|health|culture|education|" +
  "environment|oil|petroleum|labour|labor|industry|information|security|intelligence|emergency situations|" +
  "economic development|internal affairs|international cooperation"
).split("|");

/** Words before a title that change nothing about who holds it. */
export const NEUTRAL_MODIFIERS = words(
  "new newly elected appointed outgoing incoming acting interim caretaker current visiting top senior veteran late " +
    "then chief federal state transitional de facto longtime special presidential",
);

/** Words that make of an office the one below it. */
export const LESSER_MODIFIERS = words("deputy first vice assistant under principal associate");

/** Words after which a title is nobody's present office. */
export const PAST_MODIFIERS = words("former ex ousted deposed onetime");

/** Courtesy words before a name. */
export const HONORIFICS = words(
  "mr mrs ms miss dr sir dame lord lady madam sheikh shaikh prince princess king queen sultan general gen marshal " +
    "admiral colonel col ayatollah cardinal hojjatoleslam mullah maulvi shri smt professor prof ambassador hon " +
    "lieutenant lt major excellency highness majesty holiness",
);

/** Words that tell the sex of who is meant. */
export const SEXED: ReadonlyMap<string, "f" | "m"> = new Map([
  ...["mr", "sir", "lord", "prince", "king", "sultan", "sheikh", "shri", "spokesman", "chairman", "congressman"].map(
    (w) => [w, "m"] as const,
  ),
  ...[
    "mrs",
    "ms",
    "miss",
    "dame",
    "lady",
    "madam",
    "princess",
    "queen",
    "smt",
    "spokeswoman",
    "chairwoman",
    "congresswoman",
  ].map((w) => [w, "f"] as const),
]);

/** "The Russian side": nouns that, beside a state, stand for it. */
export const SIDE_NOUNS = words(
  "side sides party delegation delegations government governments administration administrations authorities leadership " +
    "officials negotiators diplomats representatives regime cabinet mission team teams",
);

/** "The Kremlin readout": nouns that, after a publisher, stand for it. */
export const PUBLICATIONS = words("readout statement communique communiqué release transcript website");

/** Institutions of a state: the nouns, and the ending their ids take ("RUS:mfa"). */
export const INSTITUTIONS: readonly { suffix: string; nouns: string }[] = [
  {
    suffix: "mfa",
    nouns: "foreign ministry|ministry of foreign affairs|ministry for foreign affairs|foreign affairs ministry",
  },
  { suffix: "mfa", nouns: "foreign office|department of foreign affairs|MFA" },
  { suffix: "mod", nouns: "defence ministry|defense ministry|ministry of defence|ministry of defense|MoD" },
  { suffix: "mod", nouns: "ministry of national defence|ministry of national defense" },
  { suffix: "parliament", nouns: "parliament|national assembly|senate|house of representatives" },
  { suffix: "armed-forces", nouns: "armed forces|military|army" },
  { suffix: "presidency", nouns: "presidency|presidential office|presidential administration|office of the president" },
  { suffix: "prime-ministers-office", nouns: "prime minister's office|office of the prime minister" },
  { suffix: "embassy", nouns: "embassy" },
  { suffix: "security-council", nouns: "security council|national security council" },
  { suffix: "central-bank", nouns: "central bank" },
];

const PERSONS =
  "leaders presidents ministers interlocutors heads principals counterparts chancellors premiers diplomats officials " +
  "negotiators envoys advisers advisors secretaries men women";
const SIDES =
  "sides parties countries nations states governments delegations participants capitals neighbours neighbors " +
  "peoples teams militaries";

/** Nouns of groups: who of those concerned they gather. */
export const GROUP_NOUNS: ReadonlyMap<string, "persons" | "sides"> = new Map([
  ...PERSONS.split(" ").map((noun) => [noun, "persons"] as const),
  ...SIDES.split(" ").map((noun) => [noun, "sides"] as const),
]);
