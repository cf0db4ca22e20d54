/** The scores of a run -> the Markdown of `bench/stress.md` and the lines that name every failure. */
import type { Act } from "../../src/model/act.js";
import { figuresOf, SETS, type StressResult, type Tried } from "./run-stress.js";
import type { SourceScore } from "./score-sources.js";
import type { VeridicalityScore } from "./score-veridicality.js";
import type { Expectation, VeridicalityCase } from "./stress-case.js";

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** One table of figures, then one row a construction. */
export function stressTables(result: StressResult): string {
  const all = figuresOf(result);
  return `# Stress set

Measured by \`npx tsx bench/stress.ts\` on the made-up texts in \`bench/stress/\`, which were written before the engine was
looked at. A false assertion says that somebody agreed who did not. A sentence is right when every act expected has its
type and veridicality and nothing false is found; who acts is counted apart.

| measure | value |
|---|---|
| sentences on veridicality | ${result.veridicality.length} |
| false assertions | ${all.falseAssertions} |
| sentences read right | ${percent(all.right)} |
| actors right, of acts found | ${percent(all.actorsRight)} |
| attribution right | ${percent(all.attribution)} |
| reference right | ${percent(all.reference)} |

## How it fares on sentences never seen

Each set was written before the engine was tried on it; what it showed was mended afterwards, so that only the figures
"at first" tell what to expect of new sentences. They are meant to be hard.

| set | sentences | right at first | false assertions at first | right now | false assertions now |
|---|---|---|---|---|---|
${result.sets.map(setRow).join("\n")}

## Veridicality

| construction | sentences | right | false assertions |
|---|---|---|---|
${rows(result.veridicality, (tried) => [sum(tried, ({ score }) => Number(score.right)), sum(tried, ({ score }) => score.falseAssertions.length)])}

## Attribution

| construction | texts | asked | right | no act found |
|---|---|---|---|---|
${rows(result.attribution, sourceCells)}

## Reference

| construction | texts | asked | right | no act found |
|---|---|---|---|---|
${rows(result.reference, sourceCells)}
`;
}

function setRow(tried: StressResult["sets"][number], i: number): string {
  const { file, atFirst } = SETS[i]!;
  const right = (n: number) => percent(n / tried.length);
  const now = sum(tried, ({ score }) => Number(score.right));
  const cells = [file, tried.length, atFirst ? right(atFirst.right) : "", atFirst?.falseAssertions ?? ""];
  return `| ${[...cells, right(now), sum(tried, ({ score }) => score.falseAssertions.length)].join(" | ")} |`;
}

function rows<T extends Tried<{ construction: string }, unknown>>(
  tried: readonly T[],
  cells: (of: T[]) => number[],
): string {
  const groups = new Map<string, T[]>();
  for (const one of tried) groups.set(one.asked.construction, [...(groups.get(one.asked.construction) ?? []), one]);
  return [...groups].map(([name, of]) => `| ${[name, of.length, ...cells(of)].join(" | ")} |`).join("\n");
}

const sum = <T>(of: readonly T[], count: (one: T) => number) => of.reduce((total, one) => total + count(one), 0);

function sourceCells(tried: readonly Tried<unknown, SourceScore[]>[]): number[] {
  const scores = tried.flatMap(({ score }) => score);
  const count = (verdict: SourceScore["verdict"]) => scores.filter((one) => one.verdict === verdict).length;
  return [scores.length, count("right"), count("no act")];
}

/** One block a failing case, false assertions first; "" where nothing fails. */
export function failures(result: StressResult): string {
  const wrong = result.veridicality.filter(({ score }) => !score.right || score.wrongActors.length);
  const rank = ({ score }: Tried<VeridicalityCase, VeridicalityScore>) => -score.falseAssertions.length;
  const sources = [...result.attribution, ...result.reference].flatMap(({ asked, score }) =>
    score
      .filter(({ verdict }) => verdict !== "right")
      .map(
        (one) =>
          `${asked.id}: ${one.verdict}: "${one.words}": expected ${one.expected}, found ${one.found || "nothing"}\n  ${asked.text}`,
      ),
  );
  return [...wrong.sort((a, b) => rank(a) - rank(b)).map(failure), ...sources].join("\n");
}

function failure({ asked, acts, score }: Tried<VeridicalityCase, VeridicalityScore>): string {
  return [
    `${asked.id}: ${asked.text}`,
    ...score.falseAssertions.map((act) => `  FALSE  ${shown(act)}`),
    ...score.forbidden.map((act) => `  NEVER  ${shown(act)}`),
    ...score.missed.map((one) => `  missed ${wanted(one)}`),
    ...score.wrongActors.map((one) => `  actors ${wanted(one)}`),
    ...acts.map((act) => `    has  ${shown(act)}`),
  ].join("\n");
}

const shown = (act: Act) =>
  `${act.act}/${act.veridicality} by ${act.actors.join(",")} said by ${act.attribution.join(" > ") || "nobody"} at "${act.trigger.quote}" (${act.rule})`;
const wanted = (one: Expectation) =>
  `${[one, ...one.or].map(({ act, veridicality }) => `${act.join("|")}/${veridicality}`).join(" or ")} by ${one.by?.join(",") ?? "anybody"} at "${one.words}"`;
