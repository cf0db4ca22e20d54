/** Word forms -> rows of precomputed hashes (word, affixes, shape), so that no string is touched while features are drawn. */
import { hashString } from "./feature-hash.js";

/** Columns of a form's row. */
export const Column = {
  word: 0,
  prefix1: 1,
  prefix3: 2,
  suffix1: 3,
  suffix2: 4,
  suffix3: 5,
  suffix4: 6,
  shape: 7,
} as const;
export const COLUMNS = 8;
/** Forms kept before the table starts afresh, so that endless input cannot fill the memory. */
const CAPACITY = 1 << 16;

/** What stands beyond the sentence's ends. */
export const BEFORE_SENTENCE = "<s>";
export const AFTER_SENTENCE = "</s>";

/** Interns folded forms. Row r's columns are `rows[r * COLUMNS + column]`. */
export class FormTable {
  readonly rows = new Int32Array(CAPACITY * COLUMNS);
  readonly #ids = new Map<string, number>();

  /** Makes room for a sentence: after this, `count` further forms can be interned without rows changing place. */
  reserve(count: number): void {
    if (this.#ids.size + count >= CAPACITY) this.#ids.clear();
  }

  /** Row of a form, computed at first sight. */
  row(form: string): number {
    let id = this.#ids.get(form);
    if (id === undefined) {
      id = this.#ids.size;
      this.#ids.set(form, id);
      this.#fill(id * COLUMNS, form);
    }
    return id;
  }

  #fill(at: number, form: string): void {
    const lower = form.toLowerCase();
    const { rows } = this;
    rows[at + Column.word] = hashString(lower);
    rows[at + Column.prefix1] = hashString(lower.slice(0, 1));
    rows[at + Column.prefix3] = hashString(lower.slice(0, 3));
    rows[at + Column.suffix1] = hashString(lower.slice(-1));
    rows[at + Column.suffix2] = hashString(lower.slice(-2));
    rows[at + Column.suffix3] = hashString(lower.slice(-3));
    rows[at + Column.suffix4] = hashString(lower.slice(-4));
    rows[at + Column.shape] = shape(form);
  }
}

/** 1 capitals, digits and stops only; 2 capitalised; 3 holds a digit; 4 holds a hyphen; 5 anything else. */
function shape(form: string): number {
  if (/^[A-Z]/.test(form)) return /^[A-Z0-9.]+$/.test(form) ? 1 : 2;
  if (/\d/.test(form)) return 3;
  return form.includes("-") ? 4 : 5;
}
