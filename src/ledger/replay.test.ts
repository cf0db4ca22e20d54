import fc from "fast-check";
import { expect, test } from "vitest";
import { commitment, opened, status } from "../../test/test-stores.js";
import type { LedgerEvent } from "../model/ledger-event.js";
import { Status } from "../model/status.js";
import { dayOf, startOf } from "./instants.js";
import { emptyState, inOrder, replay } from "./replay.js";
import { NO_HASH } from "./seal.js";

const days = fc.integer({ min: 0, max: 60 }).map((count) => dayOf(startOf("2025-03-18") + count * 86_400_000));
const change = fc.tuple(
  fc.constantFrom("RUS", "UKR", "USA"),
  fc.constantFrom(...Status.options),
  days,
  fc.constantFrom("halt", "swap"),
);

/** A ledger with two commitments and any changes, in any order of writing. */
const ledgers = fc.array(change, { maxLength: 40 }).map((changes) => {
  const entries = [
    opened(),
    commitment("halt"),
    commitment("swap"),
    ...changes.map(([source, said, on, id]) => status(source, said, { on }, id)),
  ];
  return entries.map(
    (entry, at): LedgerEvent => ({
      ...entry,
      dossier: "d",
      seq: at + 1,
      at: "2026-01-01T00:00:00.000Z",
      previous: NO_HASH,
    }),
  );
});

test("replaying in pieces gives what replaying at once gives, and changes nothing that was there", () => {
  fc.assert(
    fc.property(ledgers, fc.nat(), (events, cut) => {
      const inTime = [...events].sort(inOrder);
      const at = cut % (inTime.length + 1);
      const begun = replay(emptyState("d"), inTime.slice(0, at));
      const before = structuredClone(begun);
      expect(replay(begun, inTime.slice(at))).toEqual(replay(emptyState("d"), inTime));
      expect(begun).toEqual(before);
    }),
  );
});

test("what took effect after a day leaves the state of that day as it was", () => {
  fc.assert(
    fc.property(ledgers, days, (events, day) => {
      const inTime = [...events].sort(inOrder);
      const until = inTime.filter(({ on }) => startOf(on) <= startOf(day));
      const { commitments } = replay(emptyState("d"), until);
      for (const { sources } of Object.values(commitments))
        for (const { since } of Object.values(sources)) expect(startOf(since)).toBeLessThanOrEqual(startOf(day));
    }),
  );
});

test("each source keeps its last word, and sources that differ make a dispute", () => {
  fc.assert(
    fc.property(ledgers, (events) => {
      const inTime = [...events].sort(inOrder);
      const { commitments } = replay(emptyState("d"), inTime);
      for (const [id, { sources, status: overall }] of Object.entries(commitments)) {
        for (const [source, said] of Object.entries(sources)) {
          const last = inTime
            .filter(({ what }) => what.type === "status-changed" && what.commitment === id && what.source === source)
            .at(-1)!;
          expect(said).toMatchObject({ seq: last.seq, since: last.on });
        }
        const words = new Set(Object.values(sources).map((said) => said.status));
        expect(overall).toBe(words.size === 0 ? "unstated" : words.size === 1 ? [...words][0] : "disputed");
      }
    }),
  );
});

test("swapping two parties swaps what is said of them and nothing else", () => {
  const swap = (text: string) => text.replaceAll("RUS", "XXX").replaceAll("UKR", "RUS").replaceAll("XXX", "UKR");
  fc.assert(
    fc.property(ledgers, (events) => {
      const inTime = [...events].sort(inOrder);
      const mirrored = JSON.parse(swap(JSON.stringify(inTime))) as LedgerEvent[];
      const [one, other] = [inTime, mirrored].map((each) => replay(emptyState("d"), each).commitments.halt!);
      const sources = JSON.parse(swap(JSON.stringify(one!.sources)));
      expect([other!.status, other!.sources]).toEqual([one!.status, sources]);
    }),
  );
});

test("a commitment may be called like a property that every object has", () => {
  const event = {
    ...commitment("constructor"),
    dossier: "d",
    seq: 1,
    at: "2026-01-01T00:00:00.000Z",
    previous: NO_HASH,
  };
  expect(Object.keys(replay(emptyState("d"), [event]).commitments)).toEqual(["constructor"]);
});

const numbered = (entries: readonly { on: string; author: string; what: LedgerEvent["what"] }[]) =>
  entries.map(
    ({ on, author, what }, at): LedgerEvent => ({
      on,
      author,
      what,
      dossier: "d",
      seq: at + 1,
      at: "2026-01-01T00:00:00.000Z",
      previous: NO_HASH,
    }),
  );
const amended = (consent: object) => {
  const { on, author, what } = commitment("halt", { consent, common: { binds: ["RUS", "UKR"] } });
  const { commitment: made } = what as Extract<LedgerEvent["what"], { type: "commitment-recorded" }>;
  return { on, author, what: { type: "commitment-amended" as const, commitment: made, because: "as announced" } };
};

const consents: [title: string, later: Parameters<typeof numbered>[0], without: string[]][] = [
  ["nobody has said anything", [], ["UKR"]],
  ["it accepts itself", [status("UKR", "accepted")], []],
  ["it has withdrawn, which only who agreed can", [status("UKR", "withdrawn")], []],
  ["it accepts on conditions", [status("UKR", "conditional")], ["UKR"]],
  ["others say that it is in force", [status("USA", "in-force"), status("RUS", "in-force")], ["UKR"]],
  ["an amendment records its consent", [amended({ RUS: "agreed", UKR: "agreed" })], []],
  ["it accepted before an amendment of other terms", [status("UKR", "accepted"), amended({ RUS: "agreed" })], []],
  ["an amendment says that it refused", [status("UKR", "accepted"), amended({ UKR: "refused" })], ["RUS", "UKR"]],
];
test.each(consents)("bound without having agreed when %s", (_, later, without) => {
  const events = numbered([opened(), commitment("halt"), ...later]);
  expect(replay(emptyState("d"), events).commitments.halt!.boundWithoutConsent).toEqual(without);
});
