/** All versions of one record -> those that undo can go back to: going back takes the last one off, and is itself a version. */
import { canonicalJson } from "../text/canonical-json.js";

/** The last is what holds now. A version that says what the one before the last said is a step back, not a new one. */
export function versionStack<Version extends { body: unknown }>(versions: readonly Version[]): Version[] {
  const stack: { version: Version; said: string }[] = [];
  for (const version of versions) {
    const said = canonicalJson(version.body);
    if (stack.at(-2)?.said === said) stack.pop();
    else stack.push({ version, said });
  }
  return stack.map(({ version }) => version);
}
