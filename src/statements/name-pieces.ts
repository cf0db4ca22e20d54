/** A name or token -> the folded pieces it is matched by, so that catalogue and text meet whatever the tokeniser did. */

/** Letters that decomposition leaves alone, and what stands for them. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: "o",
  đ: "d",
  ł: "l",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ð: "d",
  þ: "th",
};

const PIECE =
  /['’]s(?![\p{L}\p{N}])|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}.]|['’](?!s(?![\p{L}\p{N}]))(?=\p{L}))*|[^\s\p{L}\p{N}]/gu;
const PLAIN = /^[a-z]+$/;
const WORDS = /^[A-Za-z]+(?: [A-Za-z]+)*$/;

/** Lower case, without accents, dots and inner apostrophes: "U.S." -> "us", "Sana’a" -> "sanaa", "’s" -> "'s". */
export function foldPiece(piece: string): string {
  const lower = piece.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  if (lower === "’s" || lower === "'s") return "'s";
  const bare = lower.length > 1 ? lower.replace(/[.'’]/g, "") : lower === "’" ? "'" : lower;
  return bare
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[øđłıßæœðþ]/g, (letter) => LETTERS[letter]!);
}

/** The pieces of a word or name in order: "Amir-Abdollahian" -> amir, -, abdollahian; "Iran's" -> iran, 's. */
export function piecesOf(text: string): string[] {
  if (WORDS.test(text)) return text.toLowerCase().split(" ");
  return (text.match(PIECE) ?? []).map(foldPiece);
}

/** "Gahr Støre" -> "gahr-store": the form names take in ids. */
export function slugOf(name: string): string {
  return piecesOf(name)
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece) && piece !== "'s")
    .join("-");
}
