import { describe, expect, it } from "vitest";
import { sourceOf } from "../../test/made-up-acts.js";
import type { Act } from "../model/act.js";
import { clusterActs } from "./cluster-acts.js";
import { PARAMETERS } from "./parameters.js";

type Said = [actor: string, act: Act["act"], words: string];

/** Items of a text of these clauses, each as its act and its quotes. */
function items(...said: Said[]): string[] {
  const { document, acts } = sourceOf(
    "ru",
    said.map(([, , words]) => words),
  );
  const told = acts.map((act, i) => ({ ...act, act: said[i]![1], actors: [said[i]![0]] }));
  return clusterActs(document, told, PARAMETERS).map(
    ({ main, spans }) => `${main.act}: ${spans.map(({ quote }) => quote).join(" | ")}`,
  );
}

const put: Said = ["TUR", "proposed", "put forward a halt to strikes"];

describe("joinReplies", () => {
  it.each<[string, Said]>([
    ["accepted", ["EGY", "accepted", "responded positively to this initiative"]],
    ["rejected", ["EGY", "rejected", "turned the proposal down"]],
    ["supported", ["EGY", "supported", "welcomed this halt to strikes"]],
    ["accepted", ["EGY", "accepted", "said yes to Türkiye's idea"]],
  ])("lets an answer stand for what it answers: %s", (act, reply) => {
    expect(items(put, reply)).toEqual([`${act}: ${put[2]} | ${reply[2]}`]);
  });

  it("takes the order that follows for part of the answer", () => {
    const yes: Said = ["EGY", "accepted", "agreed to this initiative"];
    const order: Said = ["EGY", "ordered", "gave the army the corresponding order"];
    expect(items(put, yes, order)).toEqual([`accepted: ${put[2]} | ${yes[2]} | ${order[2]}`]);
  });

  it.each<[string, Said]>([
    ["by the same party", ["TUR", "supported", "supported this initiative"]],
    ["on another matter", ["EGY", "accepted", "accepted this offer of prisoners"]],
    ["that points to nothing", ["EGY", "supported", "supported sanctions"]],
  ])("leaves alone an act %s", (_why, other) => {
    expect(items(put, other)).toHaveLength(2);
  });

  it("does not reach over other matters", () => {
    const between: Said[] = [
      ["EGY", "discussed", "discussed sanctions"],
      ["EGY", "discussed", "discussed prisoners"],
    ];
    expect(items(put, ...between, ["EGY", "accepted", "accepted this halt to strikes"])).toHaveLength(4);
  });
});
