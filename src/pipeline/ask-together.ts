/** Keys that many ask for at one moment -> one question for all of them, which begins after the last of them has asked. */

interface Waiting<Value> {
  answered: Promise<Value | undefined>;
  done(value: Value | undefined): void;
  failed(error: unknown): void;
}

/**
 * An answer is never older than the asking for it, and under load one question answers many: while one is on its way,
 * the next gathers. `ask` gives what there is; a key that it leaves out resolves to undefined.
 */
export function askTogether<Value>(
  ask: (keys: string[]) => Promise<ReadonlyMap<string, Value>>,
): (key: string) => Promise<Value | undefined> {
  let gathering = new Map<string, Waiting<Value>>();
  let asking = false;
  async function work(): Promise<void> {
    asking = true;
    while (gathering.size > 0) {
      const waiting = gathering;
      gathering = new Map();
      try {
        const values = await ask([...waiting.keys()]);
        for (const [key, { done }] of waiting) done(values.get(key));
      } catch (error) {
        for (const { failed } of waiting.values()) failed(error);
      }
    }
    asking = false;
  }
  return (key) => {
    const known = gathering.get(key);
    if (known) return known.answered;
    const waiting = {} as Waiting<Value>;
    waiting.answered = new Promise((done, failed) => Object.assign(waiting, { done, failed }));
    gathering.set(key, waiting);
    if (!asking) {
      asking = true;
      // What else is asked for in this turn joins the question.
      setImmediate(work);
    }
    return waiting.answered;
  };
}
