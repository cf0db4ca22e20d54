/** Whose voice -> its id as a source: the two letters of a state's code, else the name in the shape of an id. */

const REGIONS = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const LONGEST_ID = 40;

/** "United States", "USA" -> "us"; "Charles Miller" -> "charles-miller". `actor` is the catalogue's id, where there is one. */
export function voiceId(name: string, actor?: string): string {
  const code = actor === undefined ? undefined : codesByName().get(name);
  const id = (code ?? actor ?? name)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "")
    .slice(0, LONGEST_ID);
  return id === "" ? "voice" : id;
}

let codes: Map<string, string> | undefined;

/** CLDR's English names of ISO 3166-1 alpha-2 codes in use ("SU" is none). Made once. */
function codesByName(): Map<string, string> {
  codes ??= new Map(
    LETTERS.flatMap((a) => LETTERS.map((b) => a + b)).flatMap((code) => {
      const name = REGIONS.of(code);
      return name && new Intl.Locale(`und-${code}`).region === code ? [[name, code] as const] : [];
    }),
  );
  return codes;
}
