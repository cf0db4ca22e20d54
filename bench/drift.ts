/** `npx tsx bench/drift.ts [--verbose]`: the pairs of bench/stress/drift.yaml -> shares that are right, and failures if asked. */
import { bundledEngine } from "./stress/bundled-engine.js";
import { answerDrift, driftCases } from "./stress/score-drift.js";

const { engine, catalog } = bundledEngine();
const answers = driftCases().map((asked) => answerDrift(asked, engine, catalog));
const share = (list: typeof answers) => `${list.filter(({ right }) => right).length} of ${list.length}`;
if (process.argv.includes("--verbose"))
  for (const { asked, found } of answers.filter(({ right }) => !right))
    console.log(
      `${asked.id}: expected ${asked.expect}, found ${found}\n  readout: ${asked.readout}\n  report:  ${asked.report}`,
    );
console.log(`right: ${share(answers)}; of those never tuned on: ${share(answers.filter(({ asked }) => asked.held))}`);
