#!/usr/bin/env node
/** The command line's arguments -> output and an exit code; everything else is loaded when a command asks for it. */
import { processEffects } from "./effects.js";
import { run } from "./run.js";

process.exitCode = await run(process.argv.slice(2), processEffects());
