/** Files of one folder -> one tar archive (POSIX.1-1988 ustar), which every system unpacks. */

const BLOCK = 512;
const encoder = new TextEncoder();

/** The same files give the same bytes: owner, time and rights are fixed. Names have at most 100 bytes with their folder. */
export function packFiles(folder: string, files: ReadonlyMap<string, string>): Uint8Array<ArrayBuffer> {
  const parts = [...files].flatMap(([name, content]) => {
    const bytes = encoder.encode(content);
    const padding = new Uint8Array((BLOCK - (bytes.length % BLOCK)) % BLOCK);
    return [header(`${folder}/${name}`, bytes.length), bytes, padding];
  });
  return new Uint8Array(Buffer.concat([...parts, new Uint8Array(2 * BLOCK)]));
}

/** Fields at their offsets: name 0, mode 100, owner 108, group 116, size 124, time 136, sum 148, type 156, magic 257. */
function header(name: string, size: number): Uint8Array {
  const path = encoder.encode(name);
  if (path.length > 100) throw new Error(`"${name}" is too long a name for a tar archive`);
  const block = new Uint8Array(BLOCK);
  const put = (text: string, at: number) => block.set(encoder.encode(text), at);
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, "0")}\0`;
  block.set(path, 0);
  put(octal(0o644, 7), 100);
  put(octal(0, 7), 108);
  put(octal(0, 7), 116);
  put(octal(size, 11), 124);
  put(octal(0, 11), 136);
  put("        ", 148);
  put("0", 156);
  put("ustar\x0000", 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  put(`${octal(sum, 6)} `, 148);
  return block;
}
