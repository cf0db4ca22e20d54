#!/usr/bin/env node
/** The command. */
console.error("not built yet");
